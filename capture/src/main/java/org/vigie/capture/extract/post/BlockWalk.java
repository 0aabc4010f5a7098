package org.vigie.capture.extract.post;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.select.Evaluator;
import org.jsoup.select.NodeFilter;
import org.jsoup.select.NodeTraversor;
import org.jsoup.select.Selector;
import org.jspecify.annotations.Nullable;
import org.vigie.capture.extract.content.PartNames;
import org.vigie.capture.extract.content.PartNames.Role;
import org.vigie.capture.extract.markup.TextBlock;
import org.vigie.capture.extract.markup.TextBlocks;

/**
 * Walks one block with a date in it for what its author says: what is called a text, or else the
 * fullest part without date and author.
 */
final class BlockWalk {
  static final int MAX_NODES = 20_000;
  private static final int MIN_TITLE_WORDS = 2;
  private static final double MOSTLY = 0.6;
  private static final Evaluator LINKS = Selector.evaluatorOf("a[href]");

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

  /** What such a name says is no part of a post's text. */
  private static final Pattern BESIDE =
      Pattern.compile(
          "(?i)(?:^|[\\s_-])(?:signature|sig|sign|edited|stats?|actions?|controls?|toolbar|share|votes?|badge"
              + "|userinfo|mini-profile|profile|rank|reactions?|attribution|permalink|buttons?|reply-?link"
              + "|quoteheader|quote|quoted|posted-by|screen-reader-text|sr-only|visually-hidden)(?:$|[\\s_-])");

  private final Element block;
  private final Element date;
  private final Set<Element> dated;
  private final PartNames names;
  private final BlockAuthor author;
  private final Set<Element> frames = Collections.newSetFromMap(new IdentityHashMap<>());
  private final Set<Element> beside = Collections.newSetFromMap(new IdentityHashMap<>());
  private @Nullable Element called;
  private @Nullable Element fullest;
  private int calledWords;
  private int fullestWords;
  private String target = "";
  private int targetAt;
  private int bodyAt;
  private int seen;

  private BlockWalk(
      Element block, Element date, Set<Element> dated, PartNames names, BlockAuthor author) {
    this.author = author;
    this.seen = author.seen();
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
    BlockAuthor author = BlockAuthor.of(block, date, dated, names);
    BlockWalk walk = new BlockWalk(block, date, dated, names, author);
    walk.frame();
    NodeTraversor.filter((node, depth) -> walk.what(node), block);
    return walk;
  }

  int seen() {
    return seen;
  }

  /** Returns whether its title leads to a page of its own, as those in lists do. */
  boolean leadsElsewhere() {
    return author.leadsElsewhere();
  }

  /** Returns whether an element of it says a price and no more. */
  boolean isPriced() {
    return author.isPriced();
  }

  /**
   * Returns where what is called a title, or else the first words in front of or around its text
   * lead, or empty.
   */
  String target() {
    if (!author.titled().isEmpty()) {
      return author.titled();
    }
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
    beside.add(date);
    if (author.element() != null) {
      beside.add(author.element());
    }
    return new DatedBlock(block, body, date, author.name(), author.title(), beside);
  }

  /** Returns whether it is surely said by who is called so, and is called a text itself. */
  boolean isNamed() {
    return called != null && author.element() != null;
  }

  private static boolean isInline(Element element) {
    return !element.isBlock() && !element.normalName().equals("td");
  }

  /** Some put who and when into one element, and what into the next. */
  private @Nullable Element below() {
    Element next = block.nextElementSibling();
    boolean text =
        next != null
            && next.isBlock()
            && !dated.contains(next)
            && !next.className().equals(block.className());
    return text ? next : null;
  }

  /** What an author stands in is no text. */
  private void frame() {
    for (Element e = author.element(); e != null && e != block; e = e.parent()) {
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
    if (NO_TEXT.contains(tag) || TextBlocks.isHeading(element) || isBeside(element)) {
      beside.add(element);
      return NodeFilter.FilterResult.SKIP_CHILDREN;
    }
    if (dated.contains(element) || frames.contains(element)) {
      around(element);
      return NodeFilter.FilterResult.CONTINUE;
    }
    boolean text = names.of(element) == Role.TEXT;
    if (!text && !isOutermost(element)) {
      return NodeFilter.FilterResult.CONTINUE;
    }
    int words = TextBlock.words(element.text());
    seen += words; // parts lie within parts
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

  /** The hour may stand in the element that holds what was said then. */
  private void around(Element element) {
    boolean text = !frames.contains(element) && names.of(element) == Role.TEXT;
    int words = text ? TextBlock.words(element.ownText()) : 0;
    if (words >= MIN_TITLE_WORDS && words > calledWords) {
      bodyAt = seen;
      called = element;
      calledWords = words;
    }
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
            && !BlockAuthor.isMember(address)
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
