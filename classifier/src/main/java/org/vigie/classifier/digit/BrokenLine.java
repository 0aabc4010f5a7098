package org.vigie.classifier.digit;

import java.util.List;
import java.util.function.IntPredicate;

/** The ends of lines at which numbers are broken off. */
final class BrokenLine {
  /** Fewer digits with a country's code are no whole number in any plan that is read here. */
  private static final int WHOLE = 10;

  /** Fewer digits in a line are no half of a number: "0" and "20 rooms". */
  private static final int LEAST_BEGUN = 3;

  /** The digits of national numbers that are read over two lines, with a trunk zero. */
  private static final int LEAST_NATIONAL = 9;

  private static final int MOST_NATIONAL = 11;

  /** With the 00 that is dialled before a country's code; E.164 has at most 15 digits. */
  private static final int MOST_ABROAD = 17;

  private final String folded;
  private final IntPredicate announced;

  /**
   * @param announced whether a word for a phone stands shortly before a position
   */
  BrokenLine(String folded, IntPredicate announced) {
    this.folded = folded;
    this.announced = announced;
  }

  /**
   * Returns whether a number is broken off here and goes on in the next line: one with a plus, or
   * one that begins as a phone does, or is announced as one, and is whole with what stands there.
   */
  boolean goesOnBelow(List<DigitGroup> run, int lineEnd) {
    if (run.isEmpty()) {
      return false;
    }
    int digits = 0;
    for (int i = 0; i < run.size() && digits < WHOLE; i++) {
      digits += run.get(i).digits().length();
    }
    int next = lineEnd + 1;
    while (next < folded.length()
        && next - lineEnd < DigitRuns.MAX_GAP
        && folded.charAt(next) == ' ') {
      next++;
    }
    boolean goesOn =
        digits < WHOLE && next < folded.length() && LookalikeDigits.isDigit(folded.charAt(next));
    return goesOn && (run.getFirst().plus() || isBrokenOff(run, lineEnd, digits, next));
  }

  private boolean isBrokenOff(List<DigitGroup> run, int lineEnd, int digits, int next) {
    DigitGroup first = run.getFirst();
    boolean begun = first.digits().charAt(0) == '0' || announced.test(first.start());
    boolean ends = lineEnd - run.getLast().end() <= 2;
    if (digits < LEAST_BEGUN || !ends || !begun) {
      return false;
    }
    int most = first.digits().startsWith("00") ? MOST_ABROAD : MOST_NATIONAL;
    int below = 0;
    for (int i = next; i < folded.length() && digits + below <= most; i++) {
      char c = folded.charAt(i);
      if (!LookalikeDigits.isDigit(c) && " .-/()".indexOf(c) < 0) {
        break;
      }
      below += LookalikeDigits.isDigit(c) ? 1 : 0;
    }
    return digits + below <= most && below >= LEAST_BEGUN && digits + below >= LEAST_NATIONAL;
  }
}
