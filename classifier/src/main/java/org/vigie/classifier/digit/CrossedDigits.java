package org.vigie.classifier.digit;

/** Digits between which, or behind which, an x stands: numbers and their extensions. */
final class CrossedDigits {
  private static final int LEAST_CROSSED = 10;

  private final String folded;

  CrossedDigits(String folded) {
    this.folded = folded;
  }

  /** Returns where "4567x123" or "4567ext123" stops being the number itself, else its start. */
  int extensionAt(int start, int end) {
    int i = start;
    while (i < end && LookalikeDigits.isDigit(folded.charAt(i))) {
      i++;
    }
    int sign = folded.startsWith("ext", i) ? 3 : 1;
    boolean marked = sign == 3 || (i < end && folded.charAt(i) == 'x');
    int extension = end - i - sign;
    boolean digits = marked && i > start && extension >= 1 && extension <= 6;
    for (int k = i + sign; digits && k < end; k++) {
      digits = LookalikeDigits.isDigit(folded.charAt(k));
    }
    return digits ? i : start;
  }

  /** "07700x900x123", but no measures as "120x60x200". */
  boolean isNumber(int start, int end, boolean plus) {
    int digits = 0;
    int crosses = 0;
    for (int i = start; i < end; i++) {
      boolean isDigit = LookalikeDigits.isDigit(folded.charAt(i));
      boolean isCross = isCross(i) && i > start && i + 1 < end && !isCross(i - 1);
      if (!isDigit && !isCross) {
        return false;
      }
      digits += isDigit ? 1 : 0;
      crosses += isCross ? 1 : 0;
    }
    return crosses >= 2 && digits >= LEAST_CROSSED && (folded.charAt(start) == '0' || plus);
  }

  /** Returns whether a cross stands at a position. */
  boolean isCross(int i) {
    return folded.charAt(i) == 'x';
  }
}
