package org.vigie.capture.extract.post;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.Evaluator;
import org.jsoup.select.NodeFilter;
import org.jsoup.select.NodeTraversor;
import org.jsoup.select.Selector;
import org.jspecify.annotations.Nullable;
import org.vigie.capture.extract.content.LabelledParts;
import org.vigie.capture.extract.content.PartNames;
import org.vigie.capture.extract.content.PartNames.Role;
import org.vigie.capture.extract.content.PriceShape;
import org.vigie.capture.extract.markup.TextBlock;

/**
 * Walks one block with a date in it for who wrote it and what: the author is what is called so,
 * what leads to a member's page, or else what stands in front of the date; the text is what is
 * called so, or else the fullest part without date and author.
 */
final class BlockWalk {
  private static final int MAX_NODES = 20_000;
  private static final int MAX_NAME = 60;
  private static final int MIN_TITLE_WORDS = 2;
  private static final double MOSTLY = 0.6;
  private static final Evaluator LINKS = Selector.evaluatorOf("a[href]");
  private static final int MAX_NAME_WORDS = 5;

  private static final Set<String> NO_TEXT =
      Set.of(
          "nav",
          "footer",
          "script",
          "style",
          "template",
          "textarea",
          "select",
          "button",
          "form",
          "noscript",
          "svg",
          "label",
          "input",
          "dl",
          "time");

  private static final Pattern MEMBER =
      Pattern.compile(
          "(?i)/(?:u|user|users|usuario|member|members|profile|profiles|people|author|authors|contrib|id)"
              + "[/\\-.?]|space-uid|memberlist|[?&](?:u|uid|user|userid|author)=|/@[\\w.]");

  private static final Pattern SUBJECT =
      Pattern.compile("(?i)(?:^|[\\s_-])(?:subject|betreff|topic)");

  private static final Pattern NAMED =
      Pattern.compile(
          "(?i)(?:^|[\\s_-])(?:user|usr|member|person|name|uname|nick|who|display-?name)");

  /** What such a name says is no part of a post's text. */
  private static final Pattern BESIDE =
      Pattern.compile(
          "(?i)(?:^|[\\s_-])(?:signature|sig|sign|edited|stats?|actions?|controls?|toolbar|share|votes?|badge"
              + "|userinfo|mini-profile|profile|rank|reactions?|attribution|permalink|buttons?|reply-?link"
              + "|quoteheader|posted-by)(?:$|[\\s_-])");

  private final Element block;
  private final Element date;
  private final Set<Element> dated;
  private final PartNames names;
  private final Set<Element> frames = Collections.newSetFromMap(new IdentityHashMap<>());
  private final Set<Element> beside = Collections.newSetFromMap(new IdentityHashMap<>());
  private @Nullable Element author;
  private @Nullable Element linked;
  private @Nullable Element named;
  private @Nullable Element bold;
  private @Nullable Element heading;
  private @Nullable Element called;
  private @Nullable Element fullest;
  private int calledWords;
  private int fullestWords;
  private String before = "";
  private boolean dateSeen;
  private boolean elsewhere;
  private boolean priced;
  private String target = "";
  private int targetAt;
  private int bodyAt;
  private int seen;

  private BlockWalk(Element block, Element date, Set<Element> dated, PartNames names) {
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
  static BlockWalk of(Element block, Element date, Set<Element> dated, PartNames names) {
    BlockWalk walk = new BlockWalk(block, date, dated, names);
    NodeTraversor.filter((node, depth) -> walk.who(node), block);
    walk.frame();
    NodeTraversor.filter((node, depth) -> walk.what(node), block);
    return walk;
  }

  int seen() {
    return seen;
  }

  /** Returns whether its title leads to a page of its own, as those in lists do. */
  boolean leadsElsewhere() {
    return elsewhere;
  }

  /** Returns whether an element of it says a price and no more. */
  boolean isPriced() {
    return priced;
  }

  /** Returns where the first words in front of or around its text lead, or empty. */
  String target() {
    Element body = called == null ? fullest : called;
    return targetAt < bodyAt || (body != null && isMostlyLinks(body)) ? target : "";
  }

  private static boolean isMostlyLinks(Element body) {
    int words = 0;
    for (Element link : body.select(LINKS)) {
      words += TextBlock.words(link.text());
    }
    return words >= MOSTLY * TextBlock.words(body.text());
  }

  @Nullable DatedBlock block() {
    Element body = called == null ? fullest : called;
    Element below = body == null || isInline(body) ? below() : null;
    if (below != null && TextBlock.words(below.text()) > fullestWords) {
      body = below;
    } else if (body == null && !block.ownText().isBlank()) {
      body = block;
    }
    if (body == null || seen > MAX_NODES) {
      return null;
    }
    Element who = who();
    beside.add(date);
    if (who != null) {
      beside.add(who);
    }
    String name = who == null ? before : name(who);
    String title = heading == null ? "" : LabelledParts.shortText(heading);
    return new DatedBlock(
        block, body, date, name, !name.isEmpty() && title.contains(name) ? "" : title, beside);
  }

  /** Returns whether it is surely said by who is called so, and is called a text itself. */
  boolean isNamed() {
    return called != null && who() != null;
  }

  private static boolean isInline(Element element) {
    return !element.isBlock() && !element.normalName().equals("td");
  }

  /** Some put who and when into one element, and what into the next. */
  private @Nullable Element below() {
    Element next = block.nextElementSibling();
    boolean text = next != null && next.isBlock() && !dated.contains(next);
    return text && !next.className().equals(block.className()) ? next : null;
  }

  private @Nullable Element who() {
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
    if (++seen > MAX_NODES) {
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
    if (tag.matches("h[1-6]")) {
      heading = heading == null ? element : heading;
      elsewhere |= !tag.equals("h1") && isLinked(element);
    } else if (heading == null
        && !dated.contains(element)
        && SUBJECT.matcher(element.className()).find()) {
      heading = LabelledParts.shortText(element).isEmpty() ? null : element;
    }
    priced |= element.firstElementChild() == null && PriceShape.isAlone(element.ownText());
    if (dated.contains(element) || name(element).isEmpty() || !hasLetter(name(element))) {
      return;
    }
    Role role = names.of(element);
    if (role == Role.AUTHOR || element.attr("itemprop").equals("author")) {
      author = author == null ? element : author;
    } else if (tag.equals("a") && MEMBER.matcher(element.attr("href")).find()) {
      linked = linked == null ? element : linked;
    } else if (named == null && NAMED.matcher(element.className()).find()) {
      named = element;
    } else if (isBold(element) && (bold == null || !dateSeen)) {
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

  /** A heading in a link, or around one to another page than a member's, is the title of a page. */
  private static boolean isLinked(Element heading) {
    Element first = heading.firstElementChild();
    Element parent = heading.parent();
    boolean within = parent != null && parent.normalName().equals("a");
    boolean around =
        first != null
            && first.normalName().equals("a")
            && !first.attr("href").startsWith("#")
            && !MEMBER.matcher(first.attr("href")).find();
    return within || around;
  }

  /** What an author stands in is no text. */
  private void frame() {
    Element who = who();
    for (Element e = who; e != null && e != block; e = e.parent()) {
      frames.add(e);
    }
  }

  private NodeFilter.FilterResult what(Node node) {
    if (++seen > MAX_NODES) {
      return NodeFilter.FilterResult.STOP;
    }
    if (!(node instanceof Element element) || element == block) {
      return NodeFilter.FilterResult.CONTINUE;
    }
    String tag = element.normalName();
    link(element);
    if (NO_TEXT.contains(tag) || tag.matches("h[1-6]") || isBeside(element)) {
      beside.add(element);
      return NodeFilter.FilterResult.SKIP_CHILDREN;
    }
    if (dated.contains(element) || frames.contains(element)) {
      return NodeFilter.FilterResult.CONTINUE;
    }
    boolean text = names.of(element) == Role.TEXT;
    if (!text && !isOutermost(element)) {
      return NodeFilter.FilterResult.CONTINUE;
    }
    int words = TextBlock.words(element.text());
    if (text && words > calledWords) {
      bodyAt = seen;
      called = element;
      calledWords = words;
      return NodeFilter.FilterResult.SKIP_CHILDREN;
    }
    if (words > fullestWords && !tag.equals("a")) {
      bodyAt = called == null ? seen : bodyAt;
      fullest = element;
      fullestWords = words;
    }
    return NodeFilter.FilterResult.CONTINUE;
  }

  /** What lies within a part without date and author has no more words than that. */
  private boolean isOutermost(Element element) {
    Element parent = element.parent();
    return parent == null
        || parent == block
        || dated.contains(parent)
        || frames.contains(parent)
        || parent.normalName().equals("a");
  }

  private void link(Element element) {
    String address = element.normalName().equals("a") ? element.attr("href") : "";
    boolean title =
        target.isEmpty()
            && !address.isEmpty()
            && address.indexOf('#') < 0
            && !MEMBER.matcher(address).find()
            && TextBlock.words(element.text())
                >= MIN_TITLE_WORDS + (dated.contains(element) ? TextBlock.words(date.text()) : 0);
    if (title) {
      target = address;
      targetAt = seen;
    }
  }

  private static boolean isBeside(Element element) {
    return BESIDE.matcher(element.className()).find() || BESIDE.matcher(element.id()).find();
  }
}
