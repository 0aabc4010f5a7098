package org.vigie.capture.file;

import com.ibm.icu.util.Calendar;
import com.ibm.icu.util.TimeZone;
import com.ibm.icu.util.ULocale;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Times as people's files write them; without a zone they count as UTC. */
final class LocalTimes {
  /**
   * Where on earth it is so late; letters alone name places, too. In {@code 10:00-12:00} an hour
   * without seconds has another behind it, until which something lasts.
   */
  private static final Pattern ZONE =
      Pattern.compile(
          "(?:UTC|GMT|:\\d\\d:\\d\\d|:\\d\\d(?! ?-\\d\\d:)) ?([+-](?:0\\d|1[0-4])):?([0-5]\\d)$"
              + "|(?:UTC|GMT)([+-])(\\d{1,2})(?::?([0-5]\\d))?\\)?$");

  private static final Pattern TWO_NUMBERS =
      Pattern.compile("\\s*(\\d{1,2})[-./](\\d{1,2})[-./]\\d{2,4}.*", Pattern.DOTALL);

  private static final Pattern YEAR_FIRST =
      Pattern.compile(
          "(\\d{4})[-./](\\d{1,2})[-./](\\d{1,2})(?:[T ,]+(\\d{1,2}):(\\d\\d)(?::(\\d\\d))?.*)?");
  private static final Pattern YEAR_LAST =
      Pattern.compile(
          "(\\d{1,2})[-./](\\d{1,2})[-./](\\d{2,4})(?:[T, ]+(\\d{1,2})[:.](\\d\\d)(?:[:.](\\d\\d))?\\s*(?:([aApP])\\s?\\.?\\s?[mM]\\.?)?.*)?",
          Pattern.DOTALL);

  /** Years above it are those of Thailand's calendar, which are further on by as many. */
  private static final int BUDDHIST = 2_400;

  private static final int BUDDHIST_YEARS = 543;

  /** Years of phones that count as Iran and as Saudi Arabia do, and of no others, by now. */
  private static final Map<String, int[]> CALENDARS =
      Map.of("persian", new int[] {1390, 1420}, "islamic-umalqura", new int[] {1432, 1463});

  private LocalTimes() {}

  /**
   * Returns the instant, or null if a text is none.
   *
   * @param dayFirst whether {@code 1/2/2026} is the first of February
   */
  static @Nullable Instant parse(String text, boolean dayFirst) {
    String time = text.strip();
    try {
      if (time.matches("\\d{4}-\\d\\d-\\d\\dT.*(?:Z|[+-]\\d\\d:\\d\\d)")) {
        return OffsetDateTime.parse(time).toInstant();
      }
      Matcher first = YEAR_FIRST.matcher(time);
      if (first.matches()) {
        return at(first, 1, 2, 3, "");
      }
      Matcher last = YEAR_LAST.matcher(time);
      if (!last.matches()) {
        return null;
      }
      boolean day =
          Integer.parseInt(last.group(2)) > 12
              ? false
              : dayFirst || Integer.parseInt(last.group(1)) > 12;
      return at(last, 3, day ? 2 : 1, day ? 1 : 2, last.group(7));
    } catch (DateTimeException | IllegalArgumentException e) {
      return null;
    }
  }

  /**
   * Returns whether the day comes before the month: a number above 12 tells, and where none does it
   * is so.
   */
  static boolean isDayFirst(Collection<String> times) {
    for (String time : times) {
      Matcher numbers = TWO_NUMBERS.matcher(time);
      if (numbers.matches()) {
        if (Integer.parseInt(numbers.group(2)) > 12) {
          return false;
        }
        if (Integer.parseInt(numbers.group(1)) > 12) {
          return true;
        }
      }
    }
    return true;
  }

  /** Without a zone it counts as UTC. */
  private static ZoneOffset zone(String time) {
    Matcher zone = ZONE.matcher(time);
    if (!zone.find()) {
      return ZoneOffset.UTC;
    }
    if (zone.group(1) != null) {
      return ZoneOffset.of(zone.group(1) + ":" + zone.group(2));
    }
    String minutes = zone.group(5) == null ? "00" : zone.group(5);
    String hours = zone.group(4).length() == 1 ? "0" + zone.group(4) : zone.group(4);
    return ZoneOffset.of(zone.group(3) + hours + ":" + minutes);
  }

  private static Instant at(Matcher m, int year, int month, int day, @Nullable String half) {
    int years = Integer.parseInt(m.group(year));
    int hour = m.group(4) == null ? 0 : Integer.parseInt(m.group(4));
    if (half != null && !half.isEmpty()) {
      hour = hour % 12 + (half.equalsIgnoreCase("p") ? 12 : 0);
    }
    int minute = m.group(5) == null ? 0 : Integer.parseInt(m.group(5));
    int second = m.group(6) == null ? 0 : Integer.parseInt(m.group(6));
    return day(years, Integer.parseInt(m.group(month)), Integer.parseInt(m.group(day)))
        .atTime(hour, minute, second)
        .toInstant(zone(m.group()));
  }

  private static LocalDate day(int year, int month, int day) {
    for (Map.Entry<String, int[]> years : CALENDARS.entrySet()) {
      if (year >= years.getValue()[0] && year <= years.getValue()[1]) {
        Calendar calendar =
            Calendar.getInstance(
                TimeZone.GMT_ZONE, ULocale.forLanguageTag("en-u-ca-" + years.getKey()));
        calendar.clear();
        calendar.setLenient(false);
        calendar.set(year, month - 1, day);
        return LocalDate.ofEpochDay(Math.floorDiv(calendar.getTimeInMillis(), 86_400_000L));
      }
    }
    return LocalDate.of(
        year < 100 ? 2000 + year : year > BUDDHIST ? year - BUDDHIST_YEARS : year, month, day);
  }
}
