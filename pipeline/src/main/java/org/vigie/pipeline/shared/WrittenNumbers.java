package org.vigie.pipeline.shared;

import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Numbers that stand in a text as phones are written, whether or not they are one of the country
 * for which the text was read.
 */
final class WrittenNumbers {
  /** With a plus or a nought before, in one piece, or as in North America. */
  private static final Pattern NUMBER =
      Pattern.compile(
          "(?<![\\d.,])(?:(?:\\+|(?=0))\\d(?:[ ().\\-/\u00a0]{0,3}\\d){9,12}|\\d{9,13}"
              + "|\\(\\d{3}\\) ?\\d{3}[-. ]\\d{4}|\\d{3}([-. ])\\d{3}\\1\\d{4})"
              + "(?![ ().,\\-/\u00a0]{0,3}\\d)");

  /** Days and their times. */
  private static final Pattern YEAR = Pattern.compile("(?<!\\d)(?:19|20)\\d{2}(?!\\d)");

  private static final Pattern NO_DIGIT = Pattern.compile("\\D");
  private static final Pattern NO_SEPARATOR = Pattern.compile("[\\d+()]");

  /** A placeholder repeats one digit or two. */
  private static final int LEAST_DIFFERENT = 4;

  private WrittenNumbers() {}

  /** Returns the digits of each. */
  static Stream<String> in(String text) {
    return NUMBER
        .matcher(text)
        .results()
        .map(MatchResult::group)
        .filter(written -> !YEAR.matcher(written).find() && isOfOneHand(written))
        .map(written -> NO_DIGIT.matcher(written).replaceAll(""))
        .filter(digits -> digits.chars().distinct().count() >= LEAST_DIFFERENT);
  }

  /**
   * Shifts and days are parted by signs of two kinds, a number by one, if its code isn't in
   * brackets.
   */
  private static boolean isOfOneHand(String written) {
    return written.startsWith("+")
        || written.startsWith("(")
        || NO_SEPARATOR.matcher(written).replaceAll("").chars().distinct().count() <= 1;
  }
}
