package org.vigie.classifier.digit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.vigie.text.Words;

/** Numbers whose parts are told one after another: "353 20 91, then 2, then 0417". */
public final class SaidInParts {
  private static final Pattern NO_LETTERS = Pattern.compile("[^\\p{L}\\p{M}]+");

  private final String folded;
  private final NumberWords words;

  public SaidInParts(String folded, NumberWords words) {
    this.folded = folded;
    this.words = words;
  }

  /** Returns the parts between such words, in order; one if there are none. */
  public List<List<DigitGroup>> of(List<DigitGroup> groups) {
    List<List<DigitGroup>> parts = new ArrayList<>(1);
    int from = 0;
    for (int i = 1; i < groups.size(); i++) {
      if (isThenBetween(groups.get(i - 1).end(), groups.get(i).start())) {
        parts.add(groups.subList(from, i));
        from = i;
      }
    }
    parts.add(groups.subList(from, groups.size()));
    return parts;
  }

  private boolean isThenBetween(int start, int end) {
    return end - start > 2 && isThenIn(folded.substring(start, end));
  }

  /** Returns whether such a word stands in what is between two groups. */
  public boolean isThenIn(String between) {
    return Arrays.stream(NO_LETTERS.split(between))
        .map(Words::compared)
        .anyMatch(words.then()::contains);
  }
}
