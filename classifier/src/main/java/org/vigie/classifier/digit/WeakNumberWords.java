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
        || (!run.isEmpty() && run.getLast().isWord())) {
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
      int start = numbers.startBehind(at, gap);
      at = numbers.stop(start);
      String next = Words.compared(folded.substring(start, at));
      if (!isDigit(next) && !numbers.isPart(next)) {
        return false;
      }
    }
    return true;
  }

  /** The word behind "and" in "thirty and three", if there is one. */
  private String numberBehind(int end) {
    String next = numbers.wordBehind(end, gap);
    int joinerEnd = numbers.stop(numbers.startBehind(end, gap));
    return DigitRuns.isJoiner(next) && numbers.valueOf(numbers.wordBehind(joinerEnd, gap)) != null
        ? numbers.wordBehind(joinerEnd, gap)
        : next;
  }

  private static boolean isDigit(String word) {
    return word.length() == 1 && LookalikeDigits.isDigit(word.charAt(0));
  }
}
