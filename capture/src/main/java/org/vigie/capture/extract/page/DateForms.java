package org.vigie.capture.extract.page;

import java.util.List;
import java.util.regex.Pattern;

/** The forms in which pages write days, with groups for their parts. */
final class DateForms {
  private static final String NAME =
      "(\\p{L}(?:[\\p{L}\\p{M}]{0,2}\\.\\p{L}{1,2}|[\\p{L}\\p{M}]{1,13}))";

  static final Pattern YEAR_FIRST =
      Pattern.compile(
          "(?<!\\d)(\\d{4})(?:[-./]|\\s?[年년]\\s?|\\.\\s)(\\d{1,2})(?:[-./]|\\s?[月월]\\s?|\\.\\s)(\\d{1,2})(?!\\d)");

  static final Pattern YEAR_LAST =
      Pattern.compile("(?<!\\d)(\\d{1,2})([-/]|\\.\\s?)(\\d{1,2})(?:[-/]|\\.\\s?)(\\d{4})(?!\\d)");

  /** A year of two digits, as {@code 29/08/26}; a number of more parts is none. */
  static final Pattern YEAR_CUT =
      Pattern.compile("(?<![\\d./-])(\\d{1,2})([./])(\\d{1,2})\\2(\\d{2})(?![\\d/-]|\\.\\d)");

  private static final Pattern DAY_MONTH =
      Pattern.compile(
          "(?<!\\d)(\\d{1,2})(?:st|nd|rd|th|er|º|\\.)?\\s+(?:de\\s+)?"
              + NAME
              + "\\.?,?\\s+(?:de\\s+)?(\\d{4}|\\d{2}(?![\\d:.]|\\s?(?i:h|u|uhr|hrs?|ч|год|[ap]\\.?m)))(?!\\d)");

  static final Pattern MONTH_DAY =
      Pattern.compile(NAME + "\\.?\\s+(\\d{1,2})(?:st|nd|rd|th)?,?\\s+(\\d{4})(?!\\d)");

  private static final Pattern YEAR_MONTH_DAY =
      Pattern.compile("(?<!\\d)(\\d{4})\\.?(?:\\s+m\\.)?\\s+" + NAME + "\\.?\\s+(\\d{1,2})(?!\\d)");

  static final Pattern DAY_ONLY =
      Pattern.compile("(?<!\\d)(\\d{1,2})\\.?\\s+(?:de\\s+)?" + NAME + "(?!\\p{L})");

  private static final Pattern MONTH_ONLY =
      Pattern.compile("(?<!\\p{L})" + NAME + "\\.?\\s+(\\d{1,2})(?![\\d:])");

  /** A number behind a day without its year, as that of a house; an hour is none. */
  static final Pattern NUMBER_BEHIND = Pattern.compile("\\.?,?\\s*\\d{1,5}(?![\\d:.]|\\s?h)");

  static final Pattern[] ALONE = {
    YEAR_FIRST, YEAR_LAST, YEAR_CUT, DAY_MONTH, MONTH_DAY, YEAR_MONTH_DAY, DAY_ONLY
  };

  /** A date that names its month, by the groups of its parts. */
  record Named(Pattern pattern, int year, int month, int day) {}

  static final List<Named> NAMED =
      List.of(
          new Named(DAY_MONTH, 3, 2, 1),
          new Named(MONTH_DAY, 3, 1, 2),
          new Named(YEAR_MONTH_DAY, 1, 2, 3));

  static final List<Named> YEARLESS =
      List.of(new Named(DAY_ONLY, 0, 2, 1), new Named(MONTH_ONLY, 0, 1, 2));

  private DateForms() {}
}
