package org.vigie.classifier.digit;

import java.util.List;
import org.vigie.text.Words;

/** The number words of one text that mean other things as well, as "on", ten in Turkish. */
final class WeakNumberWords {
  /** Digits one by one that nothing is written in but a number which is to be hidden. */
  private static final int SPELLED = 5;

  private static final int SHORT_GAP = 3;

  private final String folded;
  private final SpokenNumber numbers;
  private final boolean declared;
  private final int gap;

  /**
   * @param declared whether the text's country is: then a word at an end of a spelled number counts
   *     for none, as models learnt it
   */
  WeakNumberWords(String folded, SpokenNumber numbers, boolean declared) {
    this.folded = folded;
    this.numbers = numbers;
    this.declared = declared;
    this.gap = declared ? SHORT_GAP : DigitRuns.MAX_GAP;
  }

  /**
   * Returns whether a weak word is beside no number word and at neither end of a number that is
   * spelled digit by digit.
   *
   * @param end position after the word
   * @param run the groups before it
   */
  boolean isAlone(String word, int end, List<DigitGroup> run) {
    if (numbers.isHundreds(word)
        || !numbers.isWeak(word)
        || (!run.isEmpty() && run.getLast().step() == DigitGroup.Step.WORD)) {
      return false;
    }
    String next = numberBehind(end);
    boolean amongDigits = !run.isEmpty() && run.getLast().digits().length() == 1 && isDigit(next);
    return !amongDigits
        && !isAmongNoughts(run, next)
        && !numbers.goesOnWith(word, next)
        && (declared || !isAtEndOfSpelled(end, run, next));
  }

  /** "chín oo": letters that look like noughts, and are no word, are digits. */
  private static boolean isAmongNoughts(List<DigitGroup> run, String next) {
    return next.equals("oo")
        || !run.isEmpty()
            && run.getLast().step() == DigitGroup.Step.LOOKALIKE
            && run.getLast().digits().equals("00");
  }

  private boolean isAtEndOfSpelled(int end, List<DigitGroup> run, String next) {
    return endsSpelled(run) || run.isEmpty() && isDigit(next) && beginsSpelled(end);
  }

  private static boolean endsSpelled(List<DigitGroup> run) {
    return run.size() >= SPELLED
        && run.subList(run.size() - SPELLED, run.size()).stream()
            .allMatch(group -> group.digits().length() == 1);
  }

  private boolean beginsSpelled(int end) {
    int at = end;
    for (int i = 0; i < SPELLED; i++) {
      int start = startBehind(at);
      at = stop(start);
      String next = Words.compared(folded.substring(start, at));
      if (!isDigit(next) && !numbers.isPart(next)) {
        return false;
      }
    }
    return true;
  }

  /** The word behind "and" in "thirty and three", if there is one. */
  private String numberBehind(int end) {
    String next = wordBehind(end);
    int joinerEnd = stop(startBehind(end));
    return DigitRuns.isJoiner(next) && numbers.valueOf(wordBehind(joinerEnd)) != null
        ? wordBehind(joinerEnd)
        : next;
  }

  /** Returns the word that stands behind a position, a few signs away at most, or nothing. */
  private String wordBehind(int end) {
    int start = startBehind(end);
    return Words.compared(folded.substring(start, stop(start)));
  }

  private int startBehind(int end) {
    int start = end;
    while (start < folded.length()
        && start - end < gap
        && !Words.isWordChar(folded.charAt(start))) {
      start++;
    }
    return start;
  }

  private int stop(int start) {
    int stop = start;
    while (stop < folded.length()
        && stop - start <= DigitRuns.LONGEST_WORD
        && DigitRuns.continuesToken(folded, stop)) {
      stop++;
    }
    return stop;
  }

  private static boolean isDigit(String word) {
    return word.length() == 1 && LookalikeDigits.isDigit(word.charAt(0));
  }
}
