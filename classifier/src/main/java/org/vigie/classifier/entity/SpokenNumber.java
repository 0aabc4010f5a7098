package org.vigie.classifier.entity;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.vigie.text.Words;

/** Which words of one text are numbers, and which of them make one number together. */
final class SpokenNumber {
  /** Room for " and ". */
  private static final int WIDEST_GAP = 5;

  private static final int HUNDRED = 100;

  private final String folded;
  private final ContactWords.Numbers numbers;
  private final Map<String, Integer> own;

  /**
   * @param language ISO 639-1 code of the text, or empty
   */
  SpokenNumber(String folded, ContactWords.Numbers numbers, String language) {
    this.folded = folded;
    this.numbers = numbers;
    this.own = numbers.ofLanguage().getOrDefault(language, Map.of());
  }

  /** Returns the value of a word in the form in which words are compared; null if it is none. */
  @Nullable Integer valueOf(String word) {
    Integer value = own.get(word);
    return value == null ? numbers.values().get(word) : value;
  }

  boolean isHundred(String word) {
    return numbers.hundreds().contains(word);
  }

  /** Returns whether a word is a number or makes hundreds of one. */
  boolean isPart(String word) {
    return valueOf(word) != null || isHundred(word);
  }

  /** Returns whether the word behind a number word is one as well, or makes hundreds of it. */
  boolean goesOnWith(String word, String next) {
    Integer value = valueOf(word);
    return valueOf(next) != null
        || DigitRuns.MULTIPLIERS.containsKey(next)
        || (value != null && value >= 1 && value <= 9 && isHundred(next));
  }

  /** Returns whether a word means something else as well. */
  boolean isWeak(String word) {
    return own.containsKey(word) || numbers.weak().contains(word);
  }

  /**
   * Returns the digits of a number of which a word is the next part, such as "twenty" and "one",
   * "quatre" and "vingt", or "nine" and "hundred"; empty if it begins another.
   *
   * @param before what stands before it
   * @param start where the word stands
   */
  String together(DigitGroup before, String word, int start, int end) {
    if (before.step() != DigitGroup.Step.WORD || isApart(before.end(), start)) {
      return "";
    }
    String digits = before.digits();
    Integer value = valueOf(word);
    if (value == null) {
      return digits.length() == 1 && !digits.equals("0") ? digits + "00" : "";
    }
    if (digits.equals("4") && value == 20 && wordOf(before).equals("quatre")) {
      return "80";
    }
    int known = digits.length() > 1 && digits.length() <= 3 ? Integer.parseInt(digits) : 0;
    return known > 0 && isNextPart(before, known, value, end)
        ? Integer.toString(known + value)
        : "";
  }

  private boolean isNextPart(DigitGroup before, int known, int value, int end) {
    if (known >= HUNDRED && known % HUNDRED == 0) {
      // "Nine hundred one two" are digits one by one.
      return value >= 10 && value < HUNDRED || value > 0 && value < 10 && !isPartBehind(end);
    }
    int tens = known % HUNDRED;
    boolean unit = tens >= 20 && tens % 10 == 0 && value >= 1 && value <= 9;
    boolean turkishTeen = known == 10 && value <= 9 && wordOf(before).equals("on");
    boolean frenchTeen = (tens == 60 || tens == 80) && value >= 10 && value <= 19;
    return unit || turkishTeen || frenchTeen;
  }

  private boolean isApart(int end, int start) {
    return start - end > WIDEST_GAP || folded.substring(end, start).indexOf(',') >= 0;
  }

  private boolean isPartBehind(int end) {
    int start = end;
    while (start < folded.length()
        && start - end < WIDEST_GAP
        && !Words.isWordChar(folded.charAt(start))) {
      start++;
    }
    int stop = start;
    while (stop < folded.length()
        && stop - start <= DigitRuns.LONGEST_WORD
        && DigitRuns.continuesToken(folded, stop)) {
      stop++;
    }
    return isPart(Words.compared(folded.substring(start, stop)));
  }

  private String wordOf(DigitGroup group) {
    return folded.substring(group.start(), group.end());
  }
}
