package org.vigie.classifier.quantity;

/**
 * A number in a text.
 *
 * @param value the number
 * @param factor what a word such as "million" multiplied it by, or 1
 * @param first index of its first word
 * @param last index of its last word
 * @param start first position in the normalised text
 * @param end position after the last
 */
record Amount(double value, double factor, int first, int last, int start, int end) {
  boolean isLarge() {
    return factor > 1;
  }

  boolean isWhole() {
    return value == Math.rint(value);
  }
}
