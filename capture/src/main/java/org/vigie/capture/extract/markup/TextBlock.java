package org.vigie.capture.extract.markup;

import org.jsoup.nodes.Element;

/**
 * A run of text without a block boundary in it.
 *
 * @param parent the element it stands in
 * @param text spaces collapsed
 * @param words number of words, all scripts counted
 * @param linkWords how many of them are in links
 * @param rank rank of the heading it is in, from 1 to 6, or 0 if it is in none
 */
public record TextBlock(Element parent, String text, int words, int linkWords, int rank) {
  private static final char FIRST_MARK = '\u0300';

  /** Returns whether it is in a heading. */
  public boolean heading() {
    return rank > 0;
  }

  /** Returns the share of words in links, in [0, 1]. */
  public double linkDensity() {
    return words == 0 ? 0 : (double) linkWords / words;
  }

  /** Counts words: runs of letters and digits; in scripts without spaces, two signs make a word. */
  public static int words(CharSequence text) {
    int words = 0;
    int unspaced = 0;
    boolean in = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= '\u2e80' && Character.isIdeographic(c)) {
        unspaced++;
        in = false;
      } else if (Character.isLetterOrDigit(c)) {
        words += in ? 0 : 1;
        in = true;
      } else if (c != '\'' && c != '\u2019' && !isMarkOfSpaced(c)) {
        in = false;
      }
    }
    return words + (unspaced + 1) / 2;
  }

  /**
   * Returns whether a sign is part of a word: vowels of Indian scripts, points of Hebrew. In Thai,
   * Lao, Burmese and Khmer, whose words aren't parted, such a sign ends about as much as a word.
   */
  private static boolean isMarkOfSpaced(char c) {
    if (c < FIRST_MARK) {
      return false;
    }
    int type = Character.getType(c);
    boolean mark = type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
    boolean unspaced =
        (c >= '\u0e00' && c <= '\u0eff')
            || (c >= '\u1000' && c <= '\u109f')
            || (c >= '\u1780' && c <= '\u17ff');
    return mark && !unspaced;
  }
}
