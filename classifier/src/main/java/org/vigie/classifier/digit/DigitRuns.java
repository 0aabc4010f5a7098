package org.vigie.classifier.digit;

import static java.util.stream.Collectors.toUnmodifiableSet;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.vigie.text.NormalizedText;
import org.vigie.text.Words;

/** Splits a text into runs of digit groups between which nothing but separators stands. */
public final class DigitRuns {
  private static final Set<String> JOINERS =
      Set.of("and", "et", "y", "si", "e", "kai", "και", "dhe", "и", "і", "та", "و");

  /** How often the digit behind is said. */
  static final Map<String, Integer> MULTIPLIERS =
      Map.of("double", 2, "triple", 3, "डबल", 2, "ट्रिपल", 3, "ডাবল", 2, "ডবল", 2);

  /** Words that mean something between number words, and are none. */
  static final Set<String> WORDS_BESIDE_NUMBERS =
      Stream.concat(JOINERS.stream(), MULTIPLIERS.keySet().stream()).collect(toUnmodifiableSet());

  /** Widest gap between groups of one number, in characters: room for " - " or an emoji. */
  static final int MAX_GAP = 6;

  /** A longer group can't belong to a phone: E.164 has at most 15 digits, 2 more for 00. */
  private static final int MAX_GROUP = 17;

  /** "siebenhundertvierunddreissig". */
  static final int LONGEST_WORD = 30;

  private final String folded;
  private final NumberWords words;
  private final BrokenLine brokenLine;
  private final WeakNumberWords weakWords;
  private final SpokenNumber spoken;
  private final UnspacedNumbers unspaced;
  private final CrossedDigits crossed;
  private final boolean declared;
  private final List<List<DigitGroup>> runs = new ArrayList<>();
  private List<DigitGroup> run = new ArrayList<>();
  private int multiplier = 1;

  /** Where a word for "then" ends between two parts of a number. */
  private int afterThen;

  private DigitRuns(
      NormalizedText text,
      NumberWords words,
      String language,
      IntPredicate announced,
      boolean declared) {
    this.folded = text.folded();
    this.words = words;
    this.brokenLine = new BrokenLine(folded, announced);
    this.spoken = new SpokenNumber(folded, words, language);
    this.unspaced = new UnspacedNumbers(folded, spoken);
    this.weakWords = new WeakNumberWords(folded, spoken, declared);
    this.crossed = new CrossedDigits(folded);
    this.declared = declared;
  }

  /**
   * Returns the runs outside the stretches that {@code taken} marks.
   *
   * @param language ISO 639-1 code of the text, or empty
   * @param announced whether a word for a phone stands shortly before a position
   * @param declared whether the text's country is, as it is where models are trained: then words
   *     are read as these learnt them
   */
  public static List<List<DigitGroup>> in(
      NormalizedText text,
      NumberWords words,
      String language,
      IntPredicate announced,
      boolean declared,
      boolean[] taken) {
    DigitRuns runs = new DigitRuns(text, words, language, announced, declared);
    runs.read(taken);
    return runs.runs;
  }

  private void read(boolean[] taken) {
    int i = 0;
    while (i < folded.length()) {
      char c = folded.charAt(i);
      if (taken[i] || (c == '\n' && !brokenLine.goesOnBelow(run, i))) {
        endRun();
        i++;
      } else if (isTokenChar(c)) {
        int end = i + 1;
        while (end < folded.length()
            && !taken[end]
            && continuesToken(folded, end)
            && !unspaced.partsDigits(end, declared)) {
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

  /** Returns whether a word that began before a position goes on there. */
  public static boolean continuesToken(String folded, int i) {
    char c = folded.charAt(i);
    return isTokenChar(c)
        || (Words.isApostrophe(c)
            && i + 1 < folded.length()
            && Character.isLetter(folded.charAt(i - 1))
            && Character.isLetter(folded.charAt(i + 1)));
  }

  /** The Chinese nought is no letter. */
  private static boolean isTokenChar(char c) {
    return Words.isWordChar(c) || c == UnspacedNumbers.NOUGHT;
  }

  private void readToken(int start, int end) {
    if (!run.isEmpty()
        && start - Math.max(run.getLast().end(), afterThen) > MAX_GAP
        && multiplier == 1) {
      endRun();
    }
    int digits = 0;
    int lookalikes = 0;
    int letters = 0;
    for (int i = start; i < end; i++) {
      char c = folded.charAt(i);
      digits += LookalikeDigits.isDigit(c) ? 1 : 0;
      lookalikes += !LookalikeDigits.isDigit(c) && LookalikeDigits.digitLike(c) != 0 ? 1 : 0;
      letters += LookalikeDigits.letterLike(c) != 0 ? 1 : 0;
    }
    int length = end - start;
    if (digits == length) {
      addDigits(start, end, DigitGroup.Step.NONE);
    } else if (digits + lookalikes == length && (digits >= 1 || isZeroes(start, end))) {
      addDigits(start, end, DigitGroup.Step.LOOKALIKE);
    } else if (digits + lookalikes + letters == length
        && (declared || digits > 0 || length == 1)
        && isMostlyDigits(digits, letters, end)) {
      addDigits(start, end, DigitGroup.Step.LOOKALIKE);
    } else if (digits == 0 && UnspacedNumbers.mayHold(folded.charAt(start))) {
      readUnspaced(start, end);
    } else if (digits == 0 && length <= LONGEST_WORD) {
      readWord(start, end);
    } else if (crossed.extensionAt(start, end) > start) {
      addDigits(start, crossed.extensionAt(start, end), DigitGroup.Step.NONE);
      endRun();
    } else if (crossed.isNumber(start, end, plusBefore(start))) {
      addCrossed(start, end);
    } else {
      endRun();
    }
  }

  /** "12e" and "5b" are no 123 and 58: a letter that ends the digits is a suffix. */
  private boolean isMostlyDigits(int digits, int letters, int end) {
    return digits >= 2 * letters && LookalikeDigits.letterLike(folded.charAt(end - 1)) == 0;
  }

  private void addCrossed(int start, int end) {
    int from = start;
    for (int i = start; i <= end; i++) {
      if (i == end || crossed.isCross(i)) {
        addDigits(from, i, DigitGroup.Step.NONE);
        from = i + 1;
      }
    }
  }

  private void addDigits(int start, int end, DigitGroup.Step step) {
    if (end - start > MAX_GROUP) {
      endRun();
      return;
    }
    StringBuilder digits = new StringBuilder(end - start);
    for (int i = start; i < end; i++) {
      char c = folded.charAt(i);
      char like =
          LookalikeDigits.digitLike(c) == 0
              ? LookalikeDigits.letterLike(c)
              : LookalikeDigits.digitLike(c);
      digits.append(LookalikeDigits.isDigit(c) ? c : like);
    }
    add(new DigitGroup(digits.toString(), start, end, plusBefore(start), step));
  }

  private void readWord(int start, int end) {
    if (!words.beginnings().mayBegin(folded, start, end)) {
      endRun();
      return;
    }
    String word = Words.compared(folded.substring(start, end));
    Integer value = spoken.valueOf(word);
    if (value != null && weakWords.isAlone(word, end, run)) {
      endRun();
    } else if (value != null || spoken.isHundred(word)) {
      if (spoken.isOwn(word) && CountsBeside.isWholeWritten(run)) {
        endRun();
      }
      addSpoken(word, value, start, end);
    } else if (MULTIPLIERS.containsKey(word)) {
      multiplier = MULTIPLIERS.get(word);
    } else if (!run.isEmpty() && words.then().contains(word)) {
      afterThen = end;
    } else if (!isJoiner(word)) {
      endRun();
    }
  }

  /** "六二六": between its numbers stands what is none. */
  private void readUnspaced(int start, int end) {
    int at = start;
    for (DigitGroup group : unspaced.in(start, end, !run.isEmpty())) {
      if (group.start() > at) {
        endRun();
      }
      add(group);
      at = group.end();
    }
    if (at < end) {
      endRun();
    }
  }

  private void addSpoken(String word, @Nullable Integer value, int start, int end) {
    DigitGroup before = run.isEmpty() ? null : run.getLast();
    String together = before == null ? "" : spoken.together(before, word, start, end);
    if (before != null && !together.isEmpty()) {
      run.removeLast();
      run.add(before.spokenTo(end, together));
    } else if (value == null) {
      endRun();
    } else {
      add(
          new DigitGroup(
              Integer.toString(value), start, end, plusBefore(start), DigitGroup.Step.WORD));
    }
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
    afterThen = 0;
    if (!run.isEmpty()) {
      runs.addAll(new CountsBeside(folded, run).parted());
      run = new ArrayList<>();
    }
  }

  private boolean isZeroes(int start, int end) {
    for (int i = start; i < end; i++) {
      if (LookalikeDigits.digitLike(folded.charAt(i)) != '0') {
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
    return i >= 0 && isPlus(folded.charAt(i));
  }

  /** Returns whether a character is a plus sign, or the emoji of one. */
  public static boolean isPlus(char c) {
    return c == '+' || c == '\u2795';
  }

  public static boolean isJoiner(String word) {
    return JOINERS.contains(word);
  }
}
