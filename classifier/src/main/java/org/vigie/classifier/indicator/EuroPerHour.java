package org.vigie.classifier.indicator;

import java.util.Locale;
import java.util.OptionalDouble;

/** Reads a declared amount, such as {@code 2500-3000 EUR per month}, as euro per hour. */
final class EuroPerHour {
  /** Weeks of 40 hours, 52 of them a year (the full-time week of most of the EU). */
  private static final double HOURS_A_WEEK = 40;

  private static final double HOURS_A_YEAR = HOURS_A_WEEK * 52;
  private static final int MAX_LENGTH = 80;

  private EuroPerHour() {}

  /**
   * Returns the lower end of a declared amount per hour; nothing if it is not in euro or has no
   * period.
   *
   * @param period the period to take where none is declared, such as {@code hour}, or empty
   */
  static OptionalDouble of(String declared, String period) {
    String text = declared.toLowerCase(Locale.ROOT);
    if (text.length() > MAX_LENGTH || !(text.contains("eur") || text.contains("€"))) {
      return OptionalDouble.empty();
    }
    double hours = hours(text.contains("per ") ? text.substring(text.indexOf("per ")) : period);
    double amount = firstNumber(text);
    return hours > 0 && amount > 0 ? OptionalDouble.of(amount / hours) : OptionalDouble.empty();
  }

  private static double hours(String period) {
    if (period.contains("hour") || period.endsWith("hur")) {
      return 1;
    }
    if (period.contains("day")) {
      return HOURS_A_WEEK / 5;
    }
    if (period.contains("week") || period.endsWith("wee")) {
      return HOURS_A_WEEK;
    }
    if (period.contains("month") || period.endsWith("mon")) {
      return HOURS_A_YEAR / 12;
    }
    return period.contains("year") || period.endsWith("ann") ? HOURS_A_YEAR : 0;
  }

  /** A comma or point before exactly three digits groups thousands, else it begins a fraction. */
  private static double firstNumber(String text) {
    int from = 0;
    while (from < text.length() && !isDigit(text.charAt(from))) {
      from++;
    }
    StringBuilder number = new StringBuilder();
    for (int i = from; i < text.length(); i++) {
      char c = text.charAt(i);
      if (isDigit(c)) {
        number.append(c);
      } else if ((c == '.' || c == ',') && digitsFrom(text, i + 1) > 0) {
        if (digitsFrom(text, i + 1) != 3) {
          number.append('.').append(text, i + 1, i + 1 + digitsFrom(text, i + 1));
          break;
        }
      } else {
        break;
      }
    }
    return number.isEmpty() ? 0 : Double.parseDouble(number.toString());
  }

  private static int digitsFrom(String text, int from) {
    int end = from;
    while (end < text.length() && isDigit(text.charAt(end))) {
      end++;
    }
    return end - from;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
