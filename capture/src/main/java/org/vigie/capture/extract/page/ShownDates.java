package org.vigie.capture.extract.page;

import java.time.DateTimeException;
import java.time.Duration;
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
import org.vigie.capture.warc.HtmlImport;

/**
 * Dates as a page shows them to its readers, such as {@code 12 mai 2022, 18:05} or {@code
 * 03-13-2023}, or as long ago as {@code yesterday}. Whether the month comes first is told by the
 * page's other dates; where none tells, such a date is not read. Without a zone they count as UTC.
 */
public final class ShownDates {
  /** More is no date and its time. */
  private static final int MAX_TEXT = 300;

  /** Letters and words that may stand beside a date that is said alone. */
  private static final int MAX_BESIDE = 24;

  private static final int MAX_WORDS_BESIDE = 5;

  private static final Pattern TIME =
      Pattern.compile(
          "\\D{0,12}?(\\d{1,2}):(\\d{2})(?::(\\d{2}))?(?:\\s*([AaPp])\\.?\\s?[Mm](?!\\p{L}))?");

  private static final int BUDDHIST_YEARS = 543;
  private static final int CENTURY = 2000;

  /** A date without its year that is later than that is one of the year before. */
  private static final Duration AHEAD = Duration.ofDays(1);

  /** A day without its year and hour that is longer ago is one to come, of something else. */
  private static final Duration LONG_AGO = Duration.ofDays(240);

  private final Function<String, @Nullable Integer> months;
  private final String language;
  private final @Nullable Boolean monthFirst;
  private final @Nullable Instant seen;

  private ShownDates(
      Function<String, @Nullable Integer> months,
      String language,
      @Nullable Boolean monthFirst,
      @Nullable Instant seen) {
    this.months = months;
    this.language = language;
    this.monthFirst = monthFirst;
    this.seen = seen;
  }

  /**
   * Returns a reader of one page's dates.
   *
   * @param language the page's, as a tag, or empty
   * @param shown the texts of the page that hold dates
   */
  public static ShownDates of(String language, Collection<String> shown) {
    return of(language, shown, null);
  }

  /**
   * Returns a reader of one page's dates, of which some may be told from the day on which it was
   * fetched: by how long ago they were, or without a year. A file that was imported may be older.
   */
  public static ShownDates on(Page page, Collection<String> shown) {
    boolean imported = page.capture().url().startsWith(HtmlImport.URL_PREFIX);
    return of(page.language(), shown, imported ? null : page.capture().fetchedAt());
  }

  /**
   * As {@link #on}, where the texts are dates on which things were posted: these lie in the past,
   * and rather on the days of one month than on one day of each.
   */
  public static ShownDates ofPosts(Page page, Collection<String> shown) {
    ShownDates on = on(page, List.of());
    Boolean order = DateOrder.ofPosts(shown, ShownDates::cut, on.seen);
    return new ShownDates(on.months, on.language, order, on.seen);
  }

  static ShownDates of(String language, Collection<String> shown, @Nullable Instant seen) {
    Map<String, Integer> months = new HashMap<>();
    addMonths(months, Locale.ENGLISH);
    if (!language.isEmpty()) {
      addMonths(months, Locale.forLanguageTag(language));
    }
    return new ShownDates(months::get, language, order(shown), seen);
  }

  /**
   * Returns a reader of dates whose months may be named in any language that {@link MonthNames}
   * knows, for texts that are dates alone: in others, words are taken for months.
   */
  public static ShownDates ofAnyLanguage() {
    return new ShownDates(
        name -> MonthNames.find(name, "en").map(Month::getValue).orElse(null),
        "en",
        order(List.of()),
        null);
  }

  private static void addMonths(Map<String, Integer> months, Locale locale) {
    for (Month month : Month.values()) {
      for (TextStyle style :
          new TextStyle[] {
            TextStyle.FULL, TextStyle.FULL_STANDALONE, TextStyle.SHORT, TextStyle.SHORT_STANDALONE
          }) {
        String shown = month.getDisplayName(style, locale).toLowerCase(locale);
        String name = shown.replace(".", "");
        boolean initials = name.length() == 2 && shown.length() == 4;
        if (name.length() >= 3 || initials) {
          months.put(name, month.getValue());
        }
      }
    }
  }

  private static @Nullable Boolean order(Collection<String> shown) {
    return DateOrder.of(shown, ShownDates::cut);
  }

  private static String cut(String text) {
    StringBuilder cut = new StringBuilder();
    for (int i = 0; i < Math.min(text.length(), MAX_TEXT); i++) {
      char c = text.charAt(i);
      boolean digit = Character.getType(c) == Character.DECIMAL_DIGIT_NUMBER;
      cut.append(
          digit ? (char) ('0' + Character.digit(c, 10)) : c == '\u00a0' || c == '\u202f' ? ' ' : c);
    }
    return cut.toString();
  }

  /** Returns the first date of a text with the time beside it, or null if it has none. */
  public @Nullable Instant find(String text) {
    String shown = cut(text);
    Matcher date = DateForms.YEAR_FIRST.matcher(shown);
    if (date.find()) {
      return at(shown, date, number(date, 1), number(date, 2), number(date, 3));
    }
    for (Pattern form : new Pattern[] {DateForms.YEAR_LAST, DateForms.YEAR_CUT}) {
      date = form.matcher(shown);
      if (date.find() && (form == DateForms.YEAR_LAST || isBrief(shown, date))) {
        return ofNumbers(shown, date);
      }
    }
    Instant named = named(shown);
    return named != null || seen == null ? named : told(shown, seen);
  }

  /**
   * Returns a text whose date is reckoned from when the page was fetched, for its reader to check;
   * empty if the text tells its date in full, or none.
   */
  public String reckoned(String text) {
    boolean full = new ShownDates(months, language, monthFirst, null).find(text) != null;
    return full || find(text) == null ? "" : text.strip();
  }

  private @Nullable Instant ofNumbers(String shown, Matcher date) {
    Boolean own = order(List.of(date.group()));
    Boolean first = own == null ? monthFirst : own;
    if (first == null && date.group(2).equals("/") && DateOrder.isDayFirst(language)) {
      first = false;
    }
    int day = number(date, Boolean.TRUE.equals(first) ? 3 : 1);
    int month = number(date, Boolean.TRUE.equals(first) ? 1 : 3);
    boolean told = first != null || day == month;
    return told ? at(shown, date, number(date, 4), month, day) : null;
  }

  private @Nullable Instant named(String shown) {
    for (DateForms.Named form : DateForms.NAMED) {
      Matcher date = form.pattern().matcher(shown);
      while (date.find()) {
        Integer month = month(date.group(form.month()));
        if (month != null) {
          return at(shown, date, number(date, form.year()), month, number(date, form.day()));
        }
      }
    }
    return null;
  }

  /** Returns the time that a brief text tells from the day on which it was seen. */
  private @Nullable Instant told(String shown, Instant seen) {
    Instant ago = RelativeDate.find(shown, seen);
    if (ago != null) {
      return ago;
    }
    for (DateForms.Named form : DateForms.YEARLESS) {
      Matcher date = form.pattern().matcher(shown);
      while (date.find()) {
        String name = date.group(form.month()).toLowerCase(Locale.ROOT).replace(".", "");
        boolean timed = TIME.matcher(shown).region(date.end(), shown.length()).lookingAt();
        Integer month = timed ? month(name) : months.apply(name);
        Matcher behind = DateForms.NUMBER_BEHIND.matcher(shown).region(date.end(), shown.length());
        if (month != null && isBrief(shown, date) && !behind.lookingAt()) {
          int year = seen.atZone(ZoneOffset.UTC).getYear();
          int day = number(date, form.day());
          Instant at = at(shown, date, year, month, day);
          boolean ahead = at != null && at.isAfter(seen.plus(AHEAD));
          Instant told = ahead ? at(shown, date, year - 1, month, day) : at;
          boolean other = told != null && !timed && told.isBefore(seen.minus(LONG_AGO));
          return other ? null : told;
        }
      }
    }
    return null;
  }

  private @Nullable Integer month(String name) {
    String bare = name.toLowerCase(Locale.ROOT).replace(".", "");
    Integer own = months.apply(bare);
    return own == null ? MonthNames.find(bare, language).map(Month::getValue).orElse(null) : own;
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
    for (Pattern form : DateForms.ALONE) {
      Matcher date = form.matcher(shown);
      if (date.find() && isNamed(form, date)) {
        return isBrief(shown, date);
      }
    }
    return false;
  }

  private static boolean isBrief(String shown, Matcher date) {
    String rest = shown.substring(0, date.start()) + " " + shown.substring(date.end());
    return letters(rest) <= MAX_BESIDE && rest.strip().split("\\s+").length <= MAX_WORDS_BESIDE;
  }

  private boolean isNamed(Pattern form, Matcher date) {
    if (form == DateForms.YEAR_FIRST || form == DateForms.YEAR_LAST || form == DateForms.YEAR_CUT) {
      return true;
    }
    String name =
        date.group(form == DateForms.MONTH_DAY ? 1 : 2).toLowerCase(Locale.ROOT).replace(".", "");
    return months.apply(name) != null && (form != DateForms.DAY_ONLY || date.start() == 0);
  }

  private static long letters(String text) {
    return text.codePoints().filter(Character::isLetter).count();
  }

  private static int number(Matcher matcher, int group) {
    return Integer.parseInt(matcher.group(group));
  }

  private static @Nullable Instant at(String text, Matcher date, int said, int month, int day) {
    int ofAge = said > CENTURY + BUDDHIST_YEARS - 10 ? said - BUDDHIST_YEARS : said;
    int year = said < 100 ? CENTURY + said : ofAge;
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
