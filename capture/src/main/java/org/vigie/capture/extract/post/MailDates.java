package org.vigie.capture.extract.post;

import java.time.Instant;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.vigie.capture.extract.page.MonthNames;
import org.vigie.capture.extract.page.Times;

/** When a message was sent, as its head or the page of an archive says. */
final class MailDates {
  /** Characters of a date that are read. */
  private static final int MAX_DATE = 100;

  /** {@code Mon Nov 2 08:14:09 UTC 2026}: the year stands behind the zone. */
  private static final Pattern YEAR_LAST =
      Pattern.compile(
          "(\\p{L}{2,4})\\.? (\\p{L}{3,12}) (\\d{1,2}) (\\d{2}:\\d{2}:\\d{2}) ([A-Z]{1,5}) (\\d{4})");

  /** {@code Mon Nov 2 2026 - 08:14:09 UTC}, as Hypermail writes it. */
  private static final Pattern ZONE_LAST =
      Pattern.compile(
          "(\\p{L}{2,4})\\.? (\\p{L}{3,12}) (\\d{1,2}) (\\d{4}) - (\\d{2}:\\d{2}:\\d{2}) ([A-Z]{1,5})");

  private MailDates() {}

  /** Returns as much of a date as is read. */
  static String shown(String date) {
    return date.substring(0, Math.min(date.length(), MAX_DATE));
  }

  /**
   * Returns when a message was sent; null if a date has neither form.
   *
   * @param language the page's, as a tag, or empty: it names the month
   */
  static @Nullable Instant time(String said, String language) {
    String shown = shown(said);
    Instant told = Times.parse(shown.replaceFirst("\\s*[(\\[][^)\\]]*[)\\]]$", ""));
    if (told != null) {
      return told;
    }
    String spaced = shown.replaceAll(" +", " ");
    Matcher date = YEAR_LAST.matcher(spaced);
    if (date.find()) {
      return time(date, language, date.group(6), date.group(4), date.group(5));
    }
    date = ZONE_LAST.matcher(spaced);
    return date.find() ? time(date, language, date.group(4), date.group(5), date.group(6)) : null;
  }

  /** Pipermail names days and months in the language of its list. */
  private static @Nullable Instant time(
      Matcher date, String language, String year, String hour, String zone) {
    Optional<Month> dated =
        language.isEmpty()
            ? MonthNames.dated(
                date.group(1),
                date.group(2),
                Integer.parseInt(date.group(3)),
                Integer.parseInt(year))
            : Optional.empty();
    String month =
        dated
            .or(() -> MonthNames.find(date.group(2), language))
            .map(one -> one.getDisplayName(TextStyle.SHORT, Locale.ENGLISH))
            .orElse(date.group(2));
    String day = date.group(3) + " " + month + " " + year;
    return Times.parse(day + " " + hour + " " + zone(zone));
  }

  /** Summer time is told by its name; one that is unknown counts as UTC. */
  private static String zone(String name) {
    return switch (name.toUpperCase(Locale.ROOT)) {
      case "CET", "BST", "WEST" -> "+0100";
      case "CEST", "EET" -> "+0200";
      case "EEST", "MSK" -> "+0300";
      case "JST" -> "+0900";
      case "EST", "CDT" -> "-0500";
      case "EDT" -> "-0400";
      case "CST", "MDT" -> "-0600";
      case "PST" -> "-0800";
      case "PDT", "MST" -> "-0700";
      default -> "+0000";
    };
  }
}
