package org.vigie.capture.extract.content;

/**
 * Digits in a text that look like a telephone number: 9 to 15 of them, or 8 after a plus sign, in
 * groups (ITU-T E.164 has 15 at most).
 *
 * <p>It tells offers from other texts and no more; which number it is, and whether one at all, is
 * for the classifier to say.
 */
public final class TelephoneShape {
  private static final int FEWEST = 9;
  private static final int FEWEST_AFTER_PLUS = 8;
  private static final int MOST = 15;
  private static final int DIGITS_OF_A_YEAR = 4;

  private TelephoneShape() {}

  public static boolean isIn(String text) {
    int i = 0;
    while (i < text.length()) {
      if (!Character.isDigit(text.charAt(i))) {
        i++;
        continue;
      }
      int end = end(text, i);
      if (isNumber(text, i, end)) {
        return true;
      }
      i = end;
    }
    return false;
  }

  /** Returns where digits end that at most two separators in a row part. */
  private static int end(String text, int start) {
    int end = start;
    for (int i = start; i < text.length() && i - end <= 2; i++) {
      char c = text.charAt(i);
      if (Character.isDigit(c)) {
        end = i + 1;
      } else if (" \u00a0\u202f-.()".indexOf(c) < 0) {
        break;
      }
    }
    return end;
  }

  private static boolean isNumber(String text, int start, int end) {
    char before = start > 0 ? text.charAt(start - 1) : ' ';
    boolean plus = before == '+';
    // Sites number their adverts so.
    if (before == '#' || before == '№') {
      return false;
    }
    int digits = 0;
    int group = 0;
    boolean dated = false;
    for (int i = start; i <= end; i++) {
      if (i < end && Character.isDigit(text.charAt(i))) {
        digits++;
        group++;
      } else {
        dated |= group == DIGITS_OF_A_YEAR && isYear(text, i - group);
        group = 0;
      }
    }
    return digits <= MOST && (plus ? digits >= FEWEST_AFTER_PLUS : digits >= FEWEST && !dated);
  }

  private static boolean isYear(String text, int at) {
    return text.startsWith("19", at) || text.startsWith("20", at);
  }
}
