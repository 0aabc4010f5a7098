package org.vigie.classifier.entity;

import java.util.List;
import java.util.regex.Pattern;

/** Numbers that are spelled in words, as nobody spells anything but a phone that is to be hidden. */
final class SpelledPhone {
  private static final int LEAST_DIGITS = 9;
  private static final int MOST_DIGITS = 17;
  private static final int LEAST_WORDS = 3;

  private static final int REACH = 12;

  private static final Pattern PLUS =
      Pattern.compile("(?:^|.*\\W)(?:" + DialCodeBeside.PLUS_WORDS + ")\\W{0,3}", Pattern.DOTALL);

  private static final Pattern MARK = Pattern.compile("[,;.\\-\u2013\u060c\u3001]");

  private final String folded;

  SpelledPhone(String folded) {
    this.folded = folded;
  }

  /** Returns whether groups are one number in words from end to end. */
  static boolean isSpelled(List<DigitGroup> groups) {
    int digits = groups.stream().mapToInt(group -> group.digits().length()).sum();
    return groups.size() >= LEAST_WORDS
        && digits >= LEAST_DIGITS
        && digits <= MOST_DIGITS
        && groups.stream().allMatch(group -> group.step() == DigitGroup.Step.WORD);
  }

  /**
   * Returns the digits before the first pause: a comma or its like or, where words are joined, a
   * gap.
   */
  String untilPause(List<DigitGroup> groups) {
    boolean joined = false;
    boolean marked = false;
    for (int i = 1; i < groups.size(); i++) {
      String gap = gapBefore(groups, i);
      joined |= gap.isEmpty();
      marked |= MARK.matcher(gap).find();
    }
    StringBuilder digits = new StringBuilder(groups.getFirst().digits());
    for (int i = 1; i < groups.size(); i++) {
      String gap = gapBefore(groups, i);
      if (marked ? MARK.matcher(gap).find() : joined && !gap.isEmpty()) {
        return digits.toString();
      }
      digits.append(groups.get(i).digits());
    }
    return groups.getFirst().digits();
  }

  private String gapBefore(List<DigitGroup> groups, int i) {
    return folded.substring(groups.get(i - 1).end(), groups.get(i).start());
  }

  /** Returns whether a word for plus stands directly before a position. */
  boolean isPlusBefore(int start) {
    return PLUS.matcher(folded.substring(Math.max(0, start - REACH), start)).matches();
  }
}
