package org.vigie.capture.file;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * When a line of a chat was said, as the phone of whoever exported it shows days and hours: {@code
 * [5/14/26, 9:05:01 AM]}, {@code 4.5.2026 klo 10.02 -}, {@code 2026년 5월 14일 오전 9:05 -}.
 *
 * @param day three numbers in the order of the phone, strokes between
 * @param word letters of what the phone says between day and hour; empty for a half of the day
 * @param clock hours, minutes and perhaps seconds of a day of 24 hours, colons between
 * @param said what follows
 */
record ChatStamp(String day, String word, String clock, String said) {
  /**
   * Signs without width that turn the direction of writing; they may stand anywhere. None is given
   * back: a line of nothing else would be tried once for each pair of them.
   */
  private static final String MARKS = "[\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069\\uFEFF]*+";

  private static final String NUMBER = MARKS + "(\\p{Nd}{1,4})" + MARKS;

  private static final String BLANK = "[\\s\\u00a0\\u202f]";

  private static final String DATE =
      NUMBER + "(?:[./-] ?|년 |年)" + NUMBER + "(?:[./-] ?|월 |月)" + NUMBER + "[.일日]?";

  /** What phones say between a day and an hour, such as {@code klo}, or on either side of it. */
  private static final String WORD = "([\\p{L}\\p{M}.,،\\s\\u00a0\\u202f\\u200e\\u200f]{0,18}?)";

  private static final String CLOCK = NUMBER + "[:.](\\p{Nd}{2})(?:[:.](\\p{Nd}{2}))?";

  private static final Pattern CLOSED =
      Pattern.compile(
          "^"
              + MARKS
              + "\\[?"
              + DATE
              + WORD
              + CLOCK
              + WORD
              + MARKS
              + "(?:\\]|\\s{1,4}[-–])\\s+(.*)$",
          Pattern.DOTALL);

  /** Nothing closes it but a blank. */
  private static final Pattern OPEN =
      Pattern.compile(
          "^"
              + MARKS
              + DATE
              + "[,،]?("
              + BLANK
              + "+)"
              + CLOCK
              + "("
              + BLANK
              + "?[aApP]\\.?"
              + BLANK
              + "?[mM]\\.?|)\\s+(.*)$",
          Pattern.DOTALL);

  /** Returns how a line begins, or null if it goes on with what came before. */
  static @Nullable ChatStamp of(String line) {
    for (Pattern form : new Pattern[] {CLOSED, OPEN}) {
      Matcher begun = form.matcher(line);
      if (begun.matches()) {
        String day =
            "%s/%s/%s"
                .formatted(digits(begun.group(1)), digits(begun.group(2)), digits(begun.group(3)));
        return new ChatStamp(day, word(begun), clock(begun), begun.group(9));
      }
    }
    return null;
  }

  private static String word(Matcher begun) {
    int hour = Integer.parseInt(digits(begun.group(5)));
    boolean half = HalfDays.hour(hour, begun.group(4)) != null;
    return half ? "" : begun.group(4).replaceAll("[^\\p{L}]", "");
  }

  private static String clock(Matcher begun) {
    int hour = Integer.parseInt(digits(begun.group(5)));
    Integer told = HalfDays.hour(hour, begun.group(8));
    told = told == null ? HalfDays.hour(hour, begun.group(4)) : told;
    String second = begun.group(7) == null ? "00" : digits(begun.group(7));
    return "%d:%s:%s".formatted(told == null ? hour : told, digits(begun.group(6)), second);
  }

  /** Returns the digits of any script as those of ours. */
  private static String digits(String number) {
    StringBuilder digits = new StringBuilder();
    number.codePoints().forEach(c -> digits.append(Character.digit(c, 10)));
    return digits.toString();
  }
}
