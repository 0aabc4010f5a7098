package org.vigie.capture.extract.post;

import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;
import org.jsoup.select.NodeTraversor;
import org.jspecify.annotations.Nullable;
import org.vigie.capture.extract.content.LabelledParts;
import org.vigie.capture.extract.content.MemberLinks;
import org.vigie.capture.extract.content.PartNames;
import org.vigie.capture.extract.content.PartNames.Role;
import org.vigie.capture.extract.content.PriceShape;
import org.vigie.capture.extract.markup.TextBlock;
import org.vigie.capture.extract.markup.TextBlocks;

/**
 * Walks one block with a date in it for its author and its title: the author is what is called so,
 * what leads to a member's page, or else what stands in front of the date.
 */
final class BlockAuthor {
  private static final int MAX_NAME = 60;
  private static final int MAX_NAME_WORDS = 5;

  /** Addresses that lead to members in forums; elsewhere they may lead to anything. */
  private static final Pattern FORUM_MEMBER =
      Pattern.compile("(?i)/(?:contrib|id)[/\\-.?]|space-uid|memberlist");

  private static final Pattern SUBJECT =
      Pattern.compile("(?i)(?:^|[\\s_-])(?:subject|betreff|topic)");

  private static final Pattern TITLE =
      Pattern.compile("(?i)(?:^|[\\s_-])(?:title|headline)(?:$|[\\s_-])");

  private static final Pattern NAMED =
      Pattern.compile(
          "(?i)(?:^|[\\s_-])(?:user|usr|member|person|name|uname|nick|who|display-?name)");

  /** What such a name belongs to is no person. */
  private static final Pattern THING =
      Pattern.compile(
          "(?i)(?:^|[\\s_-])(?:server|item|product|job|group|channel|listing|ad|event|place|business|shop|file"
              + "|company|topic|thread|category|section|forum|community|bot)-?_?name");

  private final Element block;
  private final Element date;
  private final Set<Element> dated;
  private final PartNames names;
  private @Nullable Element author;
  private @Nullable Element linked;
  private @Nullable Element named;
  private @Nullable Element bold;
  private @Nullable Element heading;
  private String before = "";
  private String titled = "";
  private boolean dateSeen;
  private boolean elsewhere;
  private boolean priced;
  private int seen;

  private BlockAuthor(Element block, Element date, Set<Element> dated, PartNames names) {
    this.block = block;
    this.date = date;
    this.dated = dated;
    this.names = names;
  }

  /**
   * Walks a block.
   *
   * @param date the first date in it
   * @param dated all elements of the page with a date in them
   */
  static BlockAuthor of(Element block, Element date, Set<Element> dated, PartNames names) {
    BlockAuthor walk = new BlockAuthor(block, date, dated, names);
    NodeTraversor.filter((node, depth) -> walk.who(node), block);
    return walk;
  }

  /** Returns whether an address is of a member's page. */
  static boolean isMember(String address) {
    return MemberLinks.isMember(address) || FORUM_MEMBER.matcher(address).find();
  }

  /** Returns how many nodes were looked at. */
  int seen() {
    return seen;
  }

  /** Returns whether its title leads to a page of its own, as those in lists do. */
  boolean leadsElsewhere() {
    return elsewhere;
  }

  /** Returns where what is called its title leads, or empty. */
  String titled() {
    return titled;
  }

  /** Returns whether an element of it says a price and no more. */
  boolean isPriced() {
    return priced;
  }

  /** Returns the author's name, or empty. */
  String name() {
    Element who = element();
    return who == null ? before : name(who);
  }

  /** Returns the title, or empty if there is none but the author's name. */
  String title() {
    String title = heading == null ? "" : LabelledParts.shortText(heading);
    return !name().isEmpty() && title.contains(name()) ? "" : title;
  }

  /** Returns where the author's name stands by itself; null if it does nowhere. */
  @Nullable Element element() {
    if (author != null) {
      return author;
    }
    Element said = linked == null ? named : linked;
    return said == null ? bold : said;
  }

  private static String name(Element element) {
    String name = LabelledParts.shortText(element);
    return name.length() > MAX_NAME || TextBlock.words(name) > MAX_NAME_WORDS ? "" : name;
  }

  private NodeFilter.FilterResult who(Node node) {
    if (++seen > BlockWalk.MAX_NODES) {
      return NodeFilter.FilterResult.STOP;
    }
    if (node == date) {
      dateSeen = true;
      return NodeFilter.FilterResult.SKIP_ENTIRELY;
    }
    if (node instanceof TextNode text) {
      String said = text.text().strip();
      boolean name =
          !dateSeen && said.length() <= MAX_NAME && said.chars().anyMatch(Character::isLetter);
      boolean first = name && before.isEmpty() && heading == null;
      before = first && TextBlock.words(said) <= MAX_NAME_WORDS ? said : before;
      return NodeFilter.FilterResult.CONTINUE;
    }
    if (node instanceof Element element && element != block) {
      look(element);
    }
    return NodeFilter.FilterResult.CONTINUE;
  }

  private void look(Element element) {
    String tag = element.normalName();
    if (TextBlocks.isHeading(element)) {
      heading = heading == null ? element : heading;
      elsewhere |= !tag.equals("h1") && isLinked(element);
    } else if (heading == null
        && !dated.contains(element)
        && SUBJECT.matcher(element.className()).find()) {
      heading = LabelledParts.shortText(element).isEmpty() ? null : element;
    }
    if (titled.isEmpty() && tag.equals("a") && isTitleLink(element)) {
      titled = element.attr("href");
    }
    priced |= element.firstElementChild() == null && PriceShape.isAlone(element.ownText());
    if (dated.contains(element) || name(element).isEmpty() || !hasLetter(name(element))) {
      return;
    }
    Role role = names.of(element);
    if (role == Role.AUTHOR || element.attr("itemprop").equals("author")) {
      author = author == null ? element : author;
    } else if (tag.equals("a") && isMember(element.attr("href"))) {
      linked = linked == null ? element : linked;
    } else if (named == null
        && NAMED.matcher(element.className()).find()
        && !THING.matcher(element.className()).find()) {
      named = element;
    } else if (isBold(element) && !isInHeading(element) && (bold == null || !dateSeen)) {
      bold = element;
    }
  }

  private static boolean hasLetter(String name) {
    return name.codePoints().anyMatch(Character::isLetter);
  }

  private static boolean isBold(Element element) {
    return element.normalName().equals("b")
        || element.normalName().equals("strong")
        || element.className().contains("bold");
  }

  /**
   * What is called a title and leads to a page of its own is one of a list, if others lead
   * elsewhere.
   */
  private static boolean isTitleLink(Element link) {
    String address = link.attr("href");
    return TITLE.matcher(link.className()).find()
        && !address.isEmpty()
        && address.indexOf('#') < 0
        && !isMember(address);
  }

  /** What is bold in a heading is its subject; who speaks stands in one whole. */
  private boolean isInHeading(Element element) {
    Element parent = element.parent();
    return parent != null && parent != block && TextBlocks.isHeading(parent);
  }

  /** A heading in a link, or around one to another page than a member's, is the title of a page. */
  private static boolean isLinked(Element heading) {
    Element first = heading.firstElementChild();
    Element parent = heading.parent();
    boolean within = parent != null && parent.normalName().equals("a");
    boolean around =
        first != null
            && first.normalName().equals("a")
            && !first.attr("href").startsWith("#")
            && !isMember(first.attr("href"));
    return within || around;
  }
}
