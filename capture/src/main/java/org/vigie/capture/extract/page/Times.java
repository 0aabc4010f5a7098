package org.vigie.capture.extract.page;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Points in time as sites write them; without a zone they count as UTC. */
public final class Times {
  private static final int MAX_LENGTH = 64;

  /** RFC 822 as feeds write it: the weekday, the seconds and the zone's form vary. */
  private static final DateTimeFormatter FEED =
      DateTimeFormatter.ofPattern("[EEE, ]d MMM yyyy HH:mm[:ss] [zzz][xx][xxx]", Locale.ENGLISH);

  private static final DateTimeFormatter ISO =
      DateTimeFormatter.ofPattern(
          "yyyy-MM-dd['T'][' ']HH:mm[:ss][.SSSSSSSSS][.SSSSSS][.SSS][xxx][xx][X]", Locale.ROOT);

  /** Telegram Desktop's exports; a day and a month of digits without an offset aren't clear. */
  private static final DateTimeFormatter EXPORT =
      DateTimeFormatter.ofPattern("dd.MM.yyyy HH:mm:ss 'UTC'xxx", Locale.ROOT);

  private Times() {}

  /** Returns the instant, or null if the text is none or lies outside 1990 to 2100. */
  public static @Nullable Instant parse(String text) {
    String time = text.strip();
    if (time.isEmpty() || time.length() > MAX_LENGTH) {
      return null;
    }
    Instant instant = isoDate(time);
    if (instant == null) {
      instant = with(ISO, time);
    }
    if (instant == null) {
      instant = with(FEED, time);
    }
    if (instant == null && time.contains("UTC")) {
      instant = with(EXPORT, time);
    }
    return within(instant);
  }

  /** Returns the instant of ten digits, which are seconds since 1970, or of 13, milliseconds. */
  public static @Nullable Instant ofUnix(String digits) {
    long number = Long.parseLong(digits);
    return within(
        digits.length() == 10 ? Instant.ofEpochSecond(number) : Instant.ofEpochMilli(number));
  }

  /** Returns an instant, or null if there is none or it lies outside 1990 to 2100. */
  public static @Nullable Instant within(@Nullable Instant instant) {
    if (instant == null) {
      return null;
    }
    int year = instant.atZone(ZoneOffset.UTC).getYear();
    return year >= 1990 && year < 2100 ? instant : null;
  }

  private static @Nullable Instant isoDate(String time) {
    try {
      if (time.length() == 10) {
        return LocalDate.parse(time).atStartOfDay(ZoneOffset.UTC).toInstant();
      }
      return time.endsWith("Z") ? Instant.parse(time) : null;
    } catch (DateTimeException e) {
      return null;
    }
  }

  private static @Nullable Instant with(DateTimeFormatter formatter, String time) {
    try {
      TemporalAccessor parsed =
          formatter.parseBest(time, ZonedDateTime::from, OffsetDateTime::from, LocalDateTime::from);
      return switch (parsed) {
        case ZonedDateTime zoned -> zoned.toInstant();
        case OffsetDateTime offset -> offset.toInstant();
        case LocalDateTime local -> local.toInstant(ZoneOffset.UTC);
        default -> null;
      };
    } catch (DateTimeException e) {
      return null;
    }
  }
}
