package org.vigie.classifier.digit;

import java.util.ArrayList;
import java.util.List;
import org.vigie.text.Words;

/** Numbers of scripts that part no words, as Chinese and Thai. */
public final class UnspacedNumbers {
  private static final String HAN = "\u96f6\u4e00\u4e8c\u4e09\u56db\u4e94\u516d\u4e03\u516b\u4e5d";

  private static final String HAN_FORMAL =
      "\u3007\u58f9\u8d30\u53c1\u8086\u4f0d\u9646\u67d2\u634c\u7396";

  /** Nought, one and two as they are said in phones. */
  private static final String HAN_SAID = "\u25cb\u5e7a\u4e24";

  /** One or two digits also stand in words, such as "together" and "three or four". */
  private static final int LEAST_HAN = 3;

  /** The nought that is no letter to Unicode. */
  static final char NOUGHT = '\u3007';

  private static final int LONGEST_THAI = 8;

  private final String folded;
  private final SpokenNumber numbers;

  UnspacedNumbers(String folded, SpokenNumber numbers) {
    this.folded = folded;
    this.numbers = numbers;
  }

  /** Returns whether a letter is of such a script. */
  public static boolean mayHold(char c) {
    return c >= 0x0E00 && c <= 0x0E7F || c >= 0x3007 && c <= 0x9FFF || c == 0x25CB;
  }

  /**
   * Returns whether digits end or begin between a letter of such a script and them: "电话139...".
   *
   * @param numbersOnly whether the letter must be a number itself
   */
  boolean partsDigits(int at, boolean numbersOnly) {
    char before = folded.charAt(at - 1);
    char behind = folded.charAt(at);
    boolean ends = LookalikeDigits.isDigit(before) && mayHold(behind);
    boolean begins = LookalikeDigits.isDigit(behind) && mayHold(before);
    return (ends || begins) && (!numbersOnly || hanDigit(ends ? behind : before) >= 0);
  }

  /**
   * Returns the numbers of one stretch of letters, in order.
   *
   * @param goesOn whether a number stands before it
   */
  List<DigitGroup> in(int start, int end, boolean goesOn) {
    return folded.charAt(start) <= 0x0E7F ? thai(start, end) : han(start, end, goesOn);
  }

  private List<DigitGroup> han(int start, int end, boolean goesOn) {
    List<DigitGroup> groups = new ArrayList<>();
    int from = start;
    while (from < end) {
      StringBuilder digits = new StringBuilder();
      int to = from;
      while (to < end && hanDigit(folded.charAt(to)) >= 0) {
        digits.append(hanDigit(folded.charAt(to)));
        to++;
      }
      boolean isNumber = to - from >= LEAST_HAN || to - from > 0 && to - from == end - start;
      if (isNumber && (goesOn || to - from >= LEAST_HAN) || isFirstOfSeveral(from, to)) {
        groups.add(new DigitGroup(digits.toString(), from, to, false, DigitGroup.Step.WORD));
      }
      from = Math.max(to, from + 1);
    }
    return groups;
  }

  /** "四四 七七〇〇": two digits, and more of them behind a space. */
  private boolean isFirstOfSeveral(int from, int to) {
    int next = to + 1;
    while (next < folded.length() && next - to <= LEAST_HAN && hanDigit(folded.charAt(next)) >= 0) {
      next++;
    }
    return to - from == 2
        && to < folded.length()
        && " -.".indexOf(folded.charAt(to)) >= 0
        && next - to > LEAST_HAN;
  }

  /** Returns the digit that a Chinese character is, or -1. */
  public static int hanDigit(char c) {
    int value = Math.max(HAN.indexOf(c), HAN_FORMAL.indexOf(c));
    return value >= 0 ? value : HAN_SAID.indexOf(c);
  }

  /** Numbers one after another, and nothing else. */
  private List<DigitGroup> thai(int start, int end) {
    List<DigitGroup> groups = new ArrayList<>();
    int from = start;
    while (from < end) {
      int to = Math.min(end, from + LONGEST_THAI);
      Integer value = null;
      while (to > from && value == null) {
        value = numbers.valueOf(Words.compared(folded.substring(from, to)));
        to -= value == null ? 1 : 0;
      }
      if (value == null) {
        return List.of();
      }
      groups.add(new DigitGroup(Integer.toString(value), from, to, false, DigitGroup.Step.WORD));
      from = to;
    }
    return groups;
  }
}
