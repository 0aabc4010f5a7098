package org.vigie.search.analysis;

import java.util.ArrayList;
import java.util.List;

/**
 * Runs of digits in a text that could be phone numbers: groups of digits parted by a separator or
 * two.
 *
 * <p>Where neither site nor advert names a country, a national number can't be told for certain.
 * Kept by its digits it is found all the same.
 */
public final class PhoneDigitRuns {
  /** An advert that holds more is a list of numbers. */
  private static final int MOST_RUNS = 100;

  private static final String SEPARATORS = " .-/()\u00A0\u2010\u2011\u2013";

  private PhoneDigitRuns() {}

  /**
   * Returns the runs with as many digits as a phone number may have, as ASCII digits. Linear time.
   */
  public static List<String> in(String text) {
    List<String> runs = new ArrayList<>();
    StringBuilder digits = new StringBuilder();
    int gap = 0;
    for (int i = 0; i <= text.length() && runs.size() < MOST_RUNS; i++) {
      int digit = i < text.length() ? Character.digit(text.charAt(i), 10) : -1;
      if (digit >= 0) {
        digits.append((char) ('0' + digit));
        gap = 0;
      } else if (i == text.length() || SEPARATORS.indexOf(text.charAt(i)) < 0 || ++gap > 2) {
        if (digits.length() >= PhoneDigits.FEWEST && digits.length() <= PhoneDigits.MOST) {
          runs.add(digits.toString());
        }
        digits.setLength(0);
        gap = 0;
      }
    }
    return runs;
  }
}
