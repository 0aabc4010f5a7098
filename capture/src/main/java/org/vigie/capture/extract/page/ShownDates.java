package org.vigie.capture.extract.page;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Month;
import java.time.ZoneOffset;
import java.time.format.TextStyle;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Dates as a page shows them to its readers, such as {@code 12 mai 2022, 18:05} or {@code
 * 03-13-2023}. Whether the month comes first is told by the page's other dates; where none tells,
 * such a date is not read. Without a zone they count as UTC.
 */
public final class ShownDates {
  /** More is no date and its time. */
  private static final int MAX_TEXT = 300;

  private static final Pattern YEAR_FIRST =
      Pattern.compile("(?<!\\d)(\\d{4})[-./](\\d{1,2})[-./](\\d{1,2})(?!\\d)");

  private static final Pattern YEAR_LAST =
      Pattern.compile("(?<!\\d)(\\d{1,2})([-./])(\\d{1,2})[-./](\\d{4})(?!\\d)");

  private static final Pattern DAY_MONTH =
      Pattern.compile(
          "(?<!\\d)(\\d{1,2})(?:st|nd|rd|th|er|º|\\.)?\\s+(?:de\\s+)?(\\p{L}{3,12})\\.?,?\\s+(?:de\\s+)?(\\d{4})(?!\\d)");

  private static final Pattern MONTH_DAY =
      Pattern.compile("(\\p{L}{3,12})\\.?\\s+(\\d{1,2})(?:st|nd|rd|th)?,?\\s+(\\d{4})(?!\\d)");

  private static final Pattern DAY_ONLY =
      Pattern.compile("(?<!\\d)(\\d{1,2})\\.?\\s+(?:de\\s+)?(\\p{L}{3,12})\\.?(?!\\p{L})");

  /** Letters and words that may stand beside a date that is said alone. */
  private static final int MAX_BESIDE = 24;

  private static final int MAX_WORDS_BESIDE = 5;

  private static final Pattern TIME =
      Pattern.compile("\\D{0,12}?(\\d{1,2}):(\\d{2})(?::(\\d{2}))?(?:\\s*([AaPp])\\.?\\s?[Mm](?!\\p{L}))?");

  private final Function<String, @Nullable Integer> months;
  private final @Nullable Boolean monthFirst;

  private ShownDates(Function<String, @Nullable Integer> months, @Nullable Boolean monthFirst) {
    this.months = months;
    this.monthFirst = monthFirst;
  }

  /**
   * Returns a reader of one page's dates.
   *
   * @param language the page's, as a tag, or empty
   * @param shown the texts of the page that hold dates
   */
  public static ShownDates of(String language, Collection<String> shown) {
    Map<String, Integer> months = new HashMap<>();
    addMonths(months, Locale.ENGLISH);
    if (!language.isEmpty()) {
      addMonths(months, Locale.forLanguageTag(language));
    }
    return new ShownDates(months::get, order(shown));
  }

  /**
   * Returns a reader of dates whose months may be named in any language that {@link MonthNames}
   * knows, for texts that are dates alone: in others, words are taken for months.
   */
  public static ShownDates ofAnyLanguage() {
    return new ShownDates(
        name -> MonthNames.find(name, "en").map(Month::getValue).orElse(null), order(List.of()));
  }

  private static void addMonths(Map<String, Integer> months, Locale locale) {
    for (Month month : Month.values()) {
      for (TextStyle style :
          new TextStyle[] {
            TextStyle.FULL, TextStyle.FULL_STANDALONE, TextStyle.SHORT, TextStyle.SHORT_STANDALONE
          }) {
        String name = month.getDisplayName(style, locale).toLowerCase(locale).replace(".", "");
        if (name.length() >= 3) {
          months.put(name, month.getValue());
        }
      }
    }
  }

  /** Returns whether the month comes first; null where no date tells, or two tell otherwise. */
  private static @Nullable Boolean order(Collection<String> shown) {
    boolean dayFirst = false;
    boolean monthFirst = false;
    for (String text : shown) {
      Matcher date = YEAR_LAST.matcher(cut(text));
      while (date.find()) {
        dayFirst |= Integer.parseInt(date.group(1)) > 12 || date.group(2).equals(".");
        monthFirst |= Integer.parseInt(date.group(3)) > 12;
      }
    }
    return dayFirst == monthFirst ? null : (Boolean) monthFirst;
  }

  private static String cut(String text) {
    return text.substring(0, Math.min(text.length(), MAX_TEXT))
        .replace('\u00a0', ' ')
        .replace('\u202f', ' ');
  }

  /** Returns the first date of a text with the time beside it, or null if it has none. */
  public @Nullable Instant find(String text) {
    String shown = cut(text);
    Matcher date = YEAR_FIRST.matcher(shown);
    if (date.find()) {
      return at(shown, date, number(date, 1), number(date, 2), number(date, 3));
    }
    date = YEAR_LAST.matcher(shown);
    if (date.find()) {
      Boolean own = order(List.of(date.group()));
      Boolean first = own == null ? monthFirst : own;
      int day = number(date, Boolean.TRUE.equals(first) ? 3 : 1);
      int month = number(date, Boolean.TRUE.equals(first) ? 1 : 3);
      return first == null ? null : at(shown, date, number(date, 4), month, day);
    }
    date = DAY_MONTH.matcher(shown);
    while (date.find()) {
      Integer month = months.apply(date.group(2).toLowerCase(Locale.ROOT));
      if (month != null) {
        return at(shown, date, number(date, 3), month, number(date, 1));
      }
    }
    date = MONTH_DAY.matcher(shown);
    while (date.find()) {
      Integer month = months.apply(date.group(1).toLowerCase(Locale.ROOT));
      if (month != null) {
        return at(shown, date, number(date, 3), month, number(date, 2));
      }
    }
    return null;
  }

  /**
   * Returns whether a text is a date and hardly more: a word or two before it, an hour behind it.
   * Where the year isn't said, the day and the month's name must begin it.
   */
  public boolean isAlone(String text) {
    if (text.codePoints().noneMatch(Character::isDigit)) {
      return false;
    }
    String shown = cut(text);
    for (Pattern form : new Pattern[] {YEAR_FIRST, YEAR_LAST, DAY_MONTH, MONTH_DAY, DAY_ONLY}) {
      Matcher date = form.matcher(shown);
      if (date.find() && isNamed(form, date)) {
        String rest = shown.substring(0, date.start()) + " " + shown.substring(date.end());
        return letters(rest) <= MAX_BESIDE && rest.strip().split("\\s+").length <= MAX_WORDS_BESIDE;
      }
    }
    return false;
  }

  private boolean isNamed(Pattern form, Matcher date) {
    if (form == YEAR_FIRST || form == YEAR_LAST) {
      return true;
    }
    String name = date.group(form == MONTH_DAY ? 1 : 2).toLowerCase(Locale.ROOT);
    return months.apply(name) != null && (form != DAY_ONLY || date.start() == 0);
  }

  private static long letters(String text) {
    return text.codePoints().filter(Character::isLetter).count();
  }

  private static int number(Matcher matcher, int group) {
    return Integer.parseInt(matcher.group(group));
  }

  private static @Nullable Instant at(String text, Matcher date, int year, int month, int day) {
    Matcher time = TIME.matcher(text).region(date.end(), text.length());
    try {
      LocalDateTime start = LocalDateTime.of(year, month, day, 0, 0);
      LocalDateTime shown = time.lookingAt() ? start.with(time(time)) : start;
      return Times.within(shown.toInstant(ZoneOffset.UTC));
    } catch (DateTimeException e) {
      return null;
    }
  }

  private static LocalTime time(Matcher time) {
    int hour = number(time, 1);
    String half = time.group(4);
    if (half != null) {
      hour = hour % 12 + (half.equalsIgnoreCase("p") ? 12 : 0);
    }
    int second = time.group(3) == null ? 0 : number(time, 3);
    return LocalTime.of(hour, number(time, 2), second);
  }
}
