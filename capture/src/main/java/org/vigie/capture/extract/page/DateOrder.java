package org.vigie.capture.extract.page;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.chrono.IsoChronology;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.FormatStyle;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Whether the month comes first in dates of numbers alone, as the dates of one page tell. */
final class DateOrder {
  /** So many days, or months, beside one that doesn't change tell which is which. */
  private static final int MIN_CHANGES = 3;

  /** Zones differ by less. */
  private static final Duration AHEAD = Duration.ofDays(1);

  private DateOrder() {}

  /**
   * Returns whether those who write a language put the day first, as CLDR has it; of English nobody
   * knows.
   */
  static boolean isDayFirst(String language) {
    if (language.isEmpty()) {
      return false;
    }
    String pattern =
        DateTimeFormatterBuilder.getLocalizedDateTimePattern(
            FormatStyle.SHORT, null, IsoChronology.INSTANCE, Locale.forLanguageTag(language));
    return pattern.startsWith("d");
  }

  /**
   * Returns whether it does; null where no date tells, or two tell otherwise.
   *
   * @param plain what makes a text plain, one at a time: a page may have many MiB of them
   */
  static @Nullable Boolean of(Collection<String> texts, UnaryOperator<String> plain) {
    boolean dayFirst = false;
    boolean monthFirst = false;
    for (String written : texts) {
      String text = plain.apply(written);
      for (Pattern form : List.of(DateForms.YEAR_LAST, DateForms.YEAR_CUT)) {
        Matcher date = form.matcher(text);
        while (date.find()) {
          dayFirst |= Integer.parseInt(date.group(1)) > 12 || date.group(2).startsWith(".");
          monthFirst |= Integer.parseInt(date.group(3)) > 12;
        }
      }
    }
    return dayFirst == monthFirst ? null : (Boolean) monthFirst;
  }

  /**
   * Returns whether it does in dates on which things were posted: where no date tells by itself,
   * none is later than the page, and posts of one month are likelier than those of one day of each.
   *
   * @param texts each with one date
   * @param plain what makes a text plain
   * @param seen when the page was fetched, if that is known
   */
  static @Nullable Boolean ofPosts(
      Collection<String> texts, UnaryOperator<String> plain, @Nullable Instant seen) {
    Boolean told = of(texts, plain);
    if (told != null) {
      return told;
    }
    boolean lateByDay = false;
    boolean lateByMonth = false;
    Set<String> firsts = new HashSet<>();
    Set<String> seconds = new HashSet<>();
    for (String text : texts) {
      Matcher date = DateForms.YEAR_LAST.matcher(plain.apply(text));
      if (!date.find()) {
        continue;
      }
      lateByDay |= isLate(date, 3, 1, seen);
      lateByMonth |= isLate(date, 1, 3, seen);
      String year = "-" + date.group(4);
      firsts.add(Integer.parseInt(date.group(1)) + year);
      seconds.add(Integer.parseInt(date.group(3)) + year);
    }
    if (lateByDay != lateByMonth) {
      return lateByDay;
    }
    boolean ofOneMonth = firsts.size() == 1 && seconds.size() >= MIN_CHANGES;
    boolean ofOneSecond = seconds.size() == 1 && firsts.size() >= MIN_CHANGES;
    // What comes out on the first of each month is no talk.
    boolean firstDay =
        (ofOneMonth ? firsts : seconds).stream().anyMatch(one -> one.startsWith("1-"));
    return firstDay || ofOneMonth == ofOneSecond ? null : (Boolean) ofOneMonth;
  }

  private static boolean isLate(Matcher date, int month, int day, @Nullable Instant seen) {
    try {
      LocalDate told =
          LocalDate.of(
              Integer.parseInt(date.group(4)),
              Integer.parseInt(date.group(month)),
              Integer.parseInt(date.group(day)));
      return seen != null
          && told.atStartOfDay(ZoneOffset.UTC).toInstant().isAfter(seen.plus(AHEAD));
    } catch (DateTimeException e) {
      return false;
    }
  }
}
