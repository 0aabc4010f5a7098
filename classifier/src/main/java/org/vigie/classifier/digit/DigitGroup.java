package org.vigie.classifier.digit;

/**
 * Digits that stand together, or a word said for them.
 *
 * @param digits the digits, ASCII
 * @param start first position in the normalised text
 * @param end position after the last
 * @param plus whether a plus stands directly before
 * @param step what had to be undone to read them
 */
public record DigitGroup(String digits, int start, int end, boolean plus, Step step) {
  /** How a group was written. */
  public enum Step {
    /** As digits. */
    NONE,
    /** With letters that look like digits. */
    LOOKALIKE,
    /** As a number word. */
    WORD
  }

  /** Returns whether it is a word. */
  public boolean isWord() {
    return step == Step.WORD;
  }

  /**
   * Returns this group with what is spoken behind it as one number, such as twenty-one.
   *
   * @param end where that ends
   * @param together digits of both
   */
  DigitGroup spokenTo(int end, String together) {
    return new DigitGroup(together, start, end, plus, Step.WORD);
  }
}
