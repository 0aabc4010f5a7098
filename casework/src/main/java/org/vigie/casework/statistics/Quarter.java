package org.vigie.casework.statistics;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Three months of a year, in UTC.
 *
 * @param year from 1970 to 9999
 * @param number from 1 to 4
 */
public record Quarter(int year, int number) implements Comparable<Quarter> {
  private static final Pattern WRITTEN = Pattern.compile("(\\d{4})-Q([1-4])");

  public Quarter {
    if (year < 1970 || year > 9999 || number < 1 || number > 4) {
      throw new IllegalArgumentException(
          "a quarter must be from 1970-Q1 to 9999-Q4, but was %d-Q%d".formatted(year, number));
    }
  }

  /**
   * Returns the quarter that a text such as {@code 2026-Q3} names.
   *
   * @throws IllegalArgumentException if it names none
   */
  public static Quarter parse(String text) {
    Matcher written = WRITTEN.matcher(text);
    if (!written.matches()) {
      throw new IllegalArgumentException("a quarter must be written as 2026-Q3, but wasn't");
    }
    return new Quarter(Integer.parseInt(written.group(1)), Integer.parseInt(written.group(2)));
  }

  /** Returns the quarter that a time is in; times before 1970 are in its first one. */
  public static Quarter of(Instant time) {
    LocalDate day = time.atOffset(ZoneOffset.UTC).toLocalDate();
    return day.getYear() < 1970
        ? new Quarter(1970, 1)
        : new Quarter(Math.min(9999, day.getYear()), (day.getMonthValue() + 2) / 3);
  }

  /** Returns the quarter so many quarters later, or earlier if it is negative. */
  public Quarter plus(int quarters) {
    int index = year * 4 + number - 1 + quarters;
    return new Quarter(Math.floorDiv(index, 4), Math.floorMod(index, 4) + 1);
  }

  /** Returns this and all up to another one, which must not be earlier. */
  List<Quarter> until(Quarter last) {
    List<Quarter> all = new ArrayList<>();
    for (Quarter each = this; each.compareTo(last) <= 0; each = each.plus(1)) {
      all.add(each);
    }
    return all;
  }

  @Override
  public int compareTo(Quarter other) {
    return Integer.compare(year * 4 + number, other.year * 4 + other.number);
  }

  @Override
  public String toString() {
    return year + "-Q" + number;
  }
}
