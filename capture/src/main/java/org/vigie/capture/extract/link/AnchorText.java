package org.vigie.capture.extract.link;

import org.jsoup.nodes.TextNode;

/**
 * The text of one anchor, as {@link PageLinks} keeps it: what stands in the anchor itself or, if
 * that is nothing, what stands in its elements.
 */
final class AnchorText {
  /** Characters; a page with a longer one is read as a document, whose text is bounded. */
  static final int MAX_LENGTH = 8_192;

  private final StringBuilder own = new StringBuilder();
  private final StringBuilder all = new StringBuilder();
  private final StringBuilder label = new StringBuilder();

  /**
   * Adds what stands between two tags.
   *
   * @param direct whether it stands in the anchor itself
   */
  void add(String words, boolean direct) {
    label.append(words);
    String text = (isSpacedPlainly(words) ? words : new TextNode(words).text()).strip();
    if (direct) {
      append(own, text);
    }
    if (all.length() < PageLinks.MAX_ANCHOR) {
      append(all, text);
    }
  }

  /**
   * Returns whether it is in ASCII with no more than one space in a row: a text to show as it is.
   */
  private static boolean isSpacedPlainly(String words) {
    char before = 'x';
    for (int i = 0; i < words.length(); i++) {
      char c = words.charAt(i);
      if (c < ' ' || c > '~' || (c == ' ' && before == ' ')) {
        return false;
      }
      before = c;
    }
    return true;
  }

  /** Returns whether it is longer than that of any link that people write. */
  boolean isLong() {
    return label.length() > MAX_LENGTH;
  }

  /** Returns its beginning. */
  String kept() {
    StringBuilder text = own.isEmpty() ? all : own;
    return text.length() > PageLinks.MAX_ANCHOR
        ? text.substring(0, PageLinks.MAX_ANCHOR)
        : text.toString();
  }

  /** Returns whether {@link NextPage} may take it for the label of a link to a next page. */
  boolean mayBePagingLabel() {
    return PagingLabel.mayBe(label.toString());
  }

  private static void append(StringBuilder text, String more) {
    if (!more.isEmpty()) {
      text.append(text.isEmpty() ? "" : " ").append(more);
    }
  }
}
