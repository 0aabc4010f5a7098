package org.vigie.classifier.entity;

import static java.util.stream.Collectors.toUnmodifiableSet;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.Stream;
import org.vigie.text.NormalizedText;
import org.vigie.text.Words;

/** Splits a text into runs of digit groups between which nothing but separators stands. */
final class DigitRuns {
  private static final Set<String> JOINERS =
      Set.of("and", "et", "y", "si", "e", "kai", "και", "dhe", "и", "і", "та", "و");

  /** Words that mean something between number words, and are none. */
  static final Set<String> WORDS_BESIDE_NUMBERS =
      Stream.concat(JOINERS.stream(), Stream.of("double", "triple")).collect(toUnmodifiableSet());

  /** Widest gap between groups of one number, in characters: room for " - " or an emoji. */
  private static final int MAX_GAP = 6;

  /** A longer group can't belong to a phone: E.164 has at most 15 digits, 2 more for 00. */
  private static final int MAX_GROUP = 17;

  /** "siebenunddreissig". */
  private static final int LONGEST_WORD = 17;

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
  private final ContactWords words;
  private final IntPredicate announced;
  private final List<List<DigitGroup>> runs = new ArrayList<>();
  private List<DigitGroup> run = new ArrayList<>();
  private int multiplier = 1;

  private DigitRuns(NormalizedText text, ContactWords words, IntPredicate announced) {
    this.folded = text.folded();
    this.words = words;
    this.announced = announced;
  }

  /**
   * Returns the runs outside the stretches that {@code taken} marks.
   *
   * @param announced whether a word for a phone stands shortly before a position
   */
  static List<List<DigitGroup>> in(
      NormalizedText text, ContactWords words, IntPredicate announced, boolean[] taken) {
    DigitRuns runs = new DigitRuns(text, words, announced);
    runs.read(taken);
    return runs.runs;
  }

  private void read(boolean[] taken) {
    int i = 0;
    while (i < folded.length()) {
      char c = folded.charAt(i);
      if (taken[i] || (c == '\n' && !goesOnBelow(i))) {
        endRun();
        i++;
      } else if (Words.isWordChar(c)) {
        int end = i + 1;
        while (end < folded.length() && !taken[end] && continuesToken(end)) {
          end++;
        }
        readToken(i, end);
        i = end;
      } else {
        i++;
      }
    }
    endRun();
  }

  /**
   * Returns whether a number is broken off here and goes on in the next line: one with a plus, or
   * one that begins as a phone does, or is announced as one, and is whole with what stands there.
   */
  private boolean goesOnBelow(int lineEnd) {
    if (run.isEmpty()) {
      return false;
    }
    int digits = 0;
    for (int i = 0; i < run.size() && digits < WHOLE; i++) {
      digits += run.get(i).digits().length();
    }
    int next = lineEnd + 1;
    while (next < folded.length() && next - lineEnd < MAX_GAP && folded.charAt(next) == ' ') {
      next++;
    }
    boolean goesOn = digits < WHOLE && next < folded.length() && isDigit(folded.charAt(next));
    return goesOn && (run.getFirst().plus() || isBrokenOff(lineEnd, digits, next));
  }

  private boolean isBrokenOff(int lineEnd, int digits, int next) {
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
      if (!isDigit(c) && " .-/()".indexOf(c) < 0) {
        break;
      }
      below += isDigit(c) ? 1 : 0;
    }
    return digits + below <= most && below >= LEAST_BEGUN && digits + below >= LEAST_NATIONAL;
  }

  private boolean continuesToken(int i) {
    char c = folded.charAt(i);
    return Words.isWordChar(c)
        || (Words.isApostrophe(c)
            && i + 1 < folded.length()
            && Character.isLetter(folded.charAt(i - 1))
            && Character.isLetter(folded.charAt(i + 1)));
  }

  private void readToken(int start, int end) {
    if (!run.isEmpty() && start - run.getLast().end() > MAX_GAP && multiplier == 1) {
      endRun();
    }
    int digits = 0;
    int lookalikes = 0;
    int letters = 0;
    for (int i = start; i < end; i++) {
      char c = folded.charAt(i);
      digits += isDigit(c) ? 1 : 0;
      lookalikes += !isDigit(c) && digitLike(c) != 0 ? 1 : 0;
      letters += letterLike(c) != 0 ? 1 : 0;
    }
    int length = end - start;
    if (digits == length) {
      addDigits(start, end, DigitGroup.Step.NONE);
    } else if (digits + lookalikes == length && (digits >= 1 || isZeroes(start, end))) {
      addDigits(start, end, DigitGroup.Step.LOOKALIKE);
    } else if (digits + lookalikes + letters == length && isMostlyDigits(digits, letters, end)) {
      addDigits(start, end, DigitGroup.Step.LOOKALIKE);
    } else if (digits == 0 && length <= LONGEST_WORD) {
      readWord(start, end);
    } else if (extensionAt(start, end) > start) {
      addDigits(start, extensionAt(start, end), DigitGroup.Step.NONE);
      endRun();
    } else {
      endRun();
    }
  }

  /** "12e" and "5b" are no 123 and 58: a letter that ends the digits is a suffix. */
  private boolean isMostlyDigits(int digits, int letters, int end) {
    return digits >= 2 * letters && letterLike(folded.charAt(end - 1)) == 0;
  }

  /** Returns where "4567x123" or "4567ext123" stops being the number itself, else its start. */
  private int extensionAt(int start, int end) {
    int i = start;
    while (i < end && isDigit(folded.charAt(i))) {
      i++;
    }
    int sign = folded.startsWith("ext", i) ? 3 : 1;
    boolean marked = sign == 3 || (i < end && folded.charAt(i) == 'x');
    int extension = end - i - sign;
    boolean digits = marked && i > start && extension >= 1 && extension <= 6;
    for (int k = i + sign; digits && k < end; k++) {
      digits = isDigit(folded.charAt(k));
    }
    return digits ? i : start;
  }

  private void addDigits(int start, int end, DigitGroup.Step step) {
    if (end - start > MAX_GROUP) {
      endRun();
      return;
    }
    StringBuilder digits = new StringBuilder(end - start);
    for (int i = start; i < end; i++) {
      char c = folded.charAt(i);
      char like = digitLike(c) == 0 ? letterLike(c) : digitLike(c);
      digits.append(isDigit(c) ? c : like);
    }
    add(new DigitGroup(digits.toString(), start, end, plusBefore(start), step));
  }

  private void readWord(int start, int end) {
    if (!words.beginningsOfNumbers().mayBegin(folded, start, end)) {
      endRun();
      return;
    }
    String word = Words.compared(folded.substring(start, end));
    Integer value = words.numbers().get(word);
    if (value != null && isWeakAlone(word, end)) {
      endRun();
    } else if (value != null) {
      boolean separate = !run.isEmpty() && followsAsOneNumber(run.getLast(), value, start);
      DigitGroup group =
          new DigitGroup(
              Integer.toString(value), start, end, plusBefore(start), DigitGroup.Step.WORD);
      if (separate) {
        DigitGroup before = run.removeLast();
        run.add(before.spokenWith(group, together(before, value)));
      } else {
        add(group);
      }
    } else if (word.equals("double") || word.equals("triple")) {
      multiplier = word.equals("double") ? 2 : 3;
    } else if (!isJoiner(word)) {
      endRun();
    }
  }

  /**
   * Returns whether a weak word, such as "on", which is ten in Turkish, is beside no number word.
   */
  private boolean isWeakAlone(String word, int end) {
    if (!words.weakNumbers().contains(word)
        || (!run.isEmpty() && run.getLast().step() == DigitGroup.Step.WORD)) {
      return false;
    }
    int start = end;
    while (start < folded.length() && start - end < 3 && !Words.isWordChar(folded.charAt(start))) {
      start++;
    }
    int stop = start;
    while (stop < folded.length() && stop - start <= LONGEST_WORD && continuesToken(stop)) {
      stop++;
    }
    String next = Words.compared(folded.substring(start, stop));
    boolean amongDigits =
        !run.isEmpty()
            && run.getLast().digits().length() == 1
            && next.length() == 1
            && isDigit(next.charAt(0));
    return !amongDigits && !words.numbers().containsKey(next);
  }

  /** Returns whether "twenty" and "one", or "quatre" and "vingt", are one number. */
  private boolean followsAsOneNumber(DigitGroup before, int value, int start) {
    if (before.step() != DigitGroup.Step.WORD || start - before.end() > 4) {
      return false;
    }
    int tens = tensOf(before);
    boolean unit = tens >= 20 && tens % 10 == 0 && value >= 1 && value <= 9;
    boolean turkishTeen = tens == 10 && value <= 9 && wordOf(before).equals("on");
    boolean frenchTeen = (tens == 60 || tens == 80) && value >= 10 && value <= 19;
    boolean quatreVingt =
        before.digits().equals("4") && value == 20 && wordOf(before).equals("quatre");
    return unit || turkishTeen || frenchTeen || quatreVingt;
  }

  /** Returns the value of a word for tens; 0 for any other group. */
  private static int tensOf(DigitGroup group) {
    return group.digits().length() == 2 ? Integer.parseInt(group.digits()) : 0;
  }

  private static String together(DigitGroup before, int value) {
    int sum = before.digits().equals("4") ? 80 : tensOf(before) + value;
    return Integer.toString(sum);
  }

  private String wordOf(DigitGroup group) {
    return folded.substring(group.start(), group.end());
  }

  private void add(DigitGroup group) {
    DigitGroup added = group;
    if (multiplier > 1) {
      added =
          new DigitGroup(
              group.digits().repeat(multiplier),
              group.start(),
              group.end(),
              group.plus(),
              DigitGroup.Step.WORD);
      multiplier = 1;
    }
    run.add(added);
  }

  private void endRun() {
    multiplier = 1;
    if (!run.isEmpty()) {
      runs.add(run);
      run = new ArrayList<>();
    }
  }

  private boolean isZeroes(int start, int end) {
    for (int i = start; i < end; i++) {
      if (digitLike(folded.charAt(i)) != '0') {
        return false;
      }
    }
    return end - start <= 4 && !run.isEmpty();
  }

  private boolean plusBefore(int start) {
    int i = start - 1;
    while (i >= 0 && start - i <= 3 && (folded.charAt(i) == ' ' || folded.charAt(i) == '(')) {
      i--;
    }
    return i >= 0 && folded.charAt(i) == '+';
  }

  private static boolean isJoiner(String word) {
    return JOINERS.contains(word);
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  /** Returns the digit that a letter looks like a little, which counts among digits alone, or 0. */
  private static char letterLike(char c) {
    return switch (c) {
      case 's' -> '5';
      case 'b', '\u0432' -> '8';
      case 'z' -> '2';
      case 'e', '\u0437' -> '3';
      case '\u0431' -> '6';
      default -> 0;
    };
  }

  /**
   * Returns the digit that a letter looks like, or 0: Latin, Cyrillic and Greek o, Latin i and l.
   */
  private static char digitLike(char c) {
    return switch (c) {
      case 'o', '\u043E', '\u03BF' -> '0';
      case 'i', 'l', '\u0456', '\u04CF' -> '1';
      default -> 0;
    };
  }
}
