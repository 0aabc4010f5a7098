package org.vigie.classifier.entity;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.vigie.classifier.digit.DigitGroup;
import org.vigie.classifier.digit.DigitRuns;
import org.vigie.text.Words;

/**
 * Numbers that are spelled in words, as nobody spells anything but a phone that is to be hidden.
 */
final class SpelledPhone {
  private static final int LEAST_DIGITS = 9;
  private static final int MOST_DIGITS = 17;
  private static final int LEAST_WORDS = 3;

  private static final int ROUND = 10;

  private static final Pattern CLAUSE_END = Pattern.compile("[,.;:!?|()\\-\u2013\u060c]\\s");

  private static final int REACH = 12;

  private static final int WIDEST_GAP = 3;

  private static final Set<String> PLUS_WORDS = Set.of(DialCodeBeside.PLUS_WORDS.split("\\|"));

  private static final Pattern MARK = Pattern.compile("[,;.\\-\u2013\u060c\u3001]");

  private static final Pattern SENTENCE_END = Pattern.compile("[.;!?|(]\\s|\\s[(|]");

  private final String folded;

  SpelledPhone(String folded) {
    this.folded = folded;
  }

  /** Returns whether groups are one number in words from end to end. */
  static boolean isSpelled(List<DigitGroup> groups) {
    return isLongEnough(groups) && groups.stream().allMatch(DigitGroup::isWord);
  }

  /** Returns whether a number is said in words, at least in part, that may be a phone. */
  static boolean isPartlySpelled(List<DigitGroup> groups) {
    return isLongEnough(groups) && hasWord(groups);
  }

  /** Returns whether a number is said in words but for a part that doesn't matter. */
  static boolean isMostlySpelled(List<DigitGroup> groups) {
    long words = groups.stream().filter(DigitGroup::isWord).count();
    return isLongEnough(groups) && words >= LEAST_WORDS && words * 2 > groups.size();
  }

  /** Returns whether groups are as many digits as numbers that are spelled have. */
  static boolean isLongEnough(List<DigitGroup> groups) {
    int digits = groups.stream().mapToInt(group -> group.digits().length()).sum();
    boolean inOne = groups.size() == 1 && hasWord(groups); // as Chinese may be
    return (inOne || groups.size() >= LEAST_WORDS)
        && digits >= LEAST_DIGITS
        && digits <= MOST_DIGITS;
  }

  /** Returns whether groups count up or down, or are round amounts one after another. */
  static boolean isList(List<DigitGroup> groups) {
    boolean up = groups.size() > LEAST_WORDS;
    boolean down = up;
    boolean round = groups.size() >= LEAST_WORDS;
    for (int i = 0; i < groups.size(); i++) {
      long value = Long.parseLong(groups.get(i).digits());
      long before = i == 0 ? value : Long.parseLong(groups.get(i - 1).digits());
      up &= i == 0 || value > before;
      down &= i == 0 || value < before;
      round &= value >= ROUND && value % ROUND == 0;
    }
    return up || down || round;
  }

  /** Returns the groups, then without one alone that stands in another clause. */
  List<List<DigitGroup>> wholeOrWithoutCount(List<DigitGroup> groups) {
    List<List<DigitGroup>> parts = new ArrayList<>(List.of(groups));
    int last = groups.size() - 1;
    if (last > LEAST_WORDS && CLAUSE_END.matcher(gapBefore(groups, last)).find()) {
      parts.add(groups.subList(0, last));
    }
    if (last > LEAST_WORDS && CLAUSE_END.matcher(gapBefore(groups, 1)).find()) {
      parts.add(groups.subList(1, groups.size()));
    }
    return parts;
  }

  /** Returns whether one of the groups is a word. */
  static boolean hasWord(List<DigitGroup> groups) {
    return groups.stream().anyMatch(DigitGroup::isWord);
  }

  /**
   * Returns whether some groups in a row are no whole number: they are said in words, at least in
   * part, and what stands beside them goes with them.
   */
  boolean isCut(List<DigitGroup> groups, int from, int count) {
    List<DigitGroup> part = groups.subList(from, from + count);
    return hasWord(part) && (goesOn(groups, part, from + count) || wentBefore(groups, from));
  }

  /** Hours, written behind a number that is all words, are none of it, nor is a next sentence. */
  private boolean goesOn(List<DigitGroup> groups, List<DigitGroup> part, int to) {
    if (to == groups.size() || groups.get(to).plus()) {
      return false;
    }
    boolean allWords = part.stream().allMatch(DigitGroup::isWord);
    boolean differs = allWords && groups.get(to).step() == DigitGroup.Step.NONE;
    return !differs && !SENTENCE_END.matcher(gapBefore(groups, to)).find();
  }

  private static boolean wentBefore(List<DigitGroup> groups, int from) {
    DigitGroup first = groups.get(from);
    return from > 0
        && groups.get(from - 1).isWord()
        && !first.plus()
        && first.digits().charAt(0) != '0';
  }

  /** Returns the phone that groups are whose first, or those before a pause, are its code. */
  PhoneNumbers.@Nullable Phone withBareCode(List<DigitGroup> groups, String digits) {
    PhoneNumbers.Phone phone = PhoneNumbers.findWithBareCode(digits, untilPause(groups));
    String first = groups.getFirst().digits();
    return phone == null && first.length() > 1
        ? PhoneNumbers.findWithBareCode(digits, first)
        : phone;
  }

  /**
   * Returns the digits before the first pause: a comma or its like or, where words are joined, a
   * gap.
   */
  private String untilPause(List<DigitGroup> groups) {
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

  /** "lo 0033 sei": letters that look like a digit are a word before a number said in words. */
  List<DigitGroup> withoutArticle(List<DigitGroup> groups) {
    DigitGroup first = groups.getFirst();
    boolean isWord =
        first.step() == DigitGroup.Step.LOOKALIKE
            && folded.substring(first.start(), first.end()).chars().allMatch(c -> c > '9');
    return isWord ? groups.subList(1, groups.size()) : groups;
  }

  /** Returns whether a country's code is said in words behind a word for plus. */
  boolean isAbroad(List<DigitGroup> groups) {
    DigitGroup first = groups.getFirst();
    return first.isWord() && isPlusBefore(first.start());
  }

  /** Returns where the plus of a number stands. */
  int plusBefore(int start) {
    int i = start;
    while (!DigitRuns.isPlus(folded.charAt(i))) {
      i--;
    }
    return i;
  }

  /** Returns whether a lone letter stands before a number and is a word, as "o" in Portuguese. */
  static boolean isWordBefore(List<DigitGroup> groups, int i) {
    DigitGroup group = groups.get(i);
    boolean isLetter = group.step() == DigitGroup.Step.LOOKALIKE && group.digits().length() == 1;
    return isLetter
        && i + 1 < groups.size()
        && groups.get(i + 1).digits().length() > 1
        && groups.get(i + 1).start() > group.end();
  }

  /** Returns whether a word for plus stands directly before a position. */
  boolean isPlusBefore(int start) {
    int end = start;
    while (end > 0 && start - end <= WIDEST_GAP && !Words.isWordChar(folded.charAt(end - 1))) {
      end--;
    }
    int from = end;
    while (from > 0 && end - from <= REACH && Words.isWordChar(folded.charAt(from - 1))) {
      from--;
    }
    return PLUS_WORDS.contains(folded.substring(from, end));
  }
}
