package org.vigie.capture.extract.markup;

import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.Evaluator;
import org.jsoup.select.NodeFilter;
import org.jspecify.annotations.Nullable;

/**
 * The text of an element as a reader sees it: a line per block, spaces collapsed.
 *
 * <p>An element may stand in others that are read as well, each of which costs all that is in it,
 * seen or not. So what is looked at is counted and bounded: characters, and nodes.
 */
public final class BlockText implements NodeFilter {
  private static final Set<String> UNSEEN =
      Set.of("script", "style", "noscript", "template", "svg", "head", "iframe", "object");

  private final TidyText text = new TidyText(64);
  private final Element root;
  private final @Nullable Evaluator leftOut;
  private final int most;
  private int room;
  private boolean cut;
  private int unseen;

  private BlockText(Element root, @Nullable Evaluator leftOut, int most) {
    this.root = root;
    this.leftOut = leftOut;
    this.most = most;
    this.room = most;
  }

  /**
   * Reads an element.
   *
   * @param most most characters and nodes looked at
   */
  public static BlockText of(Element element, int most) {
    return of(element, null, most);
  }

  /**
   * Reads an element but for some of those in it.
   *
   * @param leftOut what is left out, if anything
   */
  public static BlockText of(Element element, @Nullable Evaluator leftOut, int most) {
    BlockText read = new BlockText(element, leftOut, most);
    element.filter(read);
    return read;
  }

  /** Returns the text of a document that nothing else is read of. */
  static String whole(Element body) {
    return of(body, Integer.MAX_VALUE).text();
  }

  public String text() {
    return text.toString();
  }

  /** Returns how many characters and nodes were looked at. */
  public int looked() {
    return most - room;
  }

  /** Returns whether there was more. */
  public boolean cut() {
    return cut;
  }

  /** Returns how much of a text fits, without half of a pair of surrogates at its end. */
  public static int lengthWithin(String text, int most) {
    if (text.length() <= most) {
      return text.length();
    }
    return most > 0 && Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most;
  }

  @Override
  public FilterResult head(Node node, int depth) {
    if (room == 0) {
      cut = true;
      return FilterResult.STOP;
    }
    room--;
    if (node instanceof TextNode run) {
      append(run.getWholeText());
    } else if (node instanceof Element element) {
      if (leftOut != null && element != root && leftOut.matches(root, element)) {
        return FilterResult.SKIP_ENTIRELY;
      }
      enter(element);
    }
    return cut ? FilterResult.STOP : FilterResult.CONTINUE;
  }

  private void enter(Element element) {
    String tag = element.normalName();
    if (UNSEEN.contains(tag)) {
      unseen++;
    } else if (element.isBlock() || tag.equals("br")) {
      text.endLine();
    } else if (tag.equals("td") || tag.equals("th")) {
      text.add(' ');
    }
  }

  @Override
  public FilterResult tail(Node node, int depth) {
    if (node instanceof Element element) {
      if (UNSEEN.contains(element.normalName())) {
        unseen--;
      } else if (element.isBlock()) {
        text.endLine();
      }
    }
    return FilterResult.CONTINUE;
  }

  /** Line breaks in markup are spaces. */
  private void append(String run) {
    int length = lengthWithin(run, room);
    cut = length < run.length();
    room -= length;
    for (int i = 0; i < length && unseen == 0; i++) {
      text.add(run.charAt(i));
    }
  }
}
