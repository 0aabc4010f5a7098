package org.vigie.classifier.digit;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Parts a number from a count in words that stands beside it in another clause, as in "0171
 * 1234567, two rooms free".
 */
final class CountsBeside {
  /** Fewer written digits may need the word beside them to be a number. */
  private static final int LEAST_OF_WHOLE = 7;

  private static final Pattern CLAUSE_END =
      Pattern.compile("\\s*[,.;:!?|()\\-\u2013\u2014\u060c\u061b]\\s+|\\s*\\n\\s*");

  private final String folded;
  private final List<DigitGroup> run;

  CountsBeside(String folded, List<DigitGroup> run) {
    this.folded = folded;
    this.run = run;
  }

  /** Returns whether groups are written from end to end and may be a number by themselves. */
  static boolean isWholeWritten(List<DigitGroup> groups) {
    return groups.stream().noneMatch(DigitGroup::isWord)
        && groups.stream().mapToInt(group -> group.digits().length()).sum() >= LEAST_OF_WHOLE;
  }

  /** Returns the run, or its parts in order. */
  List<List<DigitGroup>> parted() {
    List<List<DigitGroup>> parts = new ArrayList<>(1);
    int from = 0;
    for (int i = 1; i < run.size(); i++) {
      if (isParted(i)) {
        parts.add(run.subList(from, i));
        from = i;
      }
    }
    parts.add(run.subList(from, run.size()));
    return parts;
  }

  /** One word alone; two and more may spell the rest of a number. */
  private boolean isParted(int i) {
    boolean follows = isWord(i) && !isWord(i + 1) && !isWord(i - 1);
    boolean precedes = isWord(i - 1) && !isWord(i - 2) && !isWord(i);
    return (follows || precedes)
        && written(follows ? i - 1 : i, follows ? -1 : 1) >= LEAST_OF_WHOLE
        && CLAUSE_END.matcher(folded.substring(run.get(i - 1).end(), run.get(i).start())).matches();
  }

  private boolean isWord(int i) {
    return i >= 0 && i < run.size() && run.get(i).isWord();
  }

  /** Returns how many digits stand in a row of groups without a word among them. */
  private int written(int first, int step) {
    int digits = 0;
    for (int i = first; i >= 0 && i < run.size() && !isWord(i); i += step) {
      digits += run.get(i).digits().length();
    }
    return digits;
  }
}
