package org.vigie.web.pages.group;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.vigie.web.Visit;
import org.vigie.web.map.Travels;
import org.vigie.web.pages.part.Day;

/**
 * The days that a map is asked for.
 *
 * @param from first day
 * @param to last day, not before the first
 */
public record MapForm(LocalDate from, LocalDate to) {
  /**
   * Reads what was asked for; a day that is missing or none is that of the first or last advert.
   *
   * @param first day of the first advert, in days since 1970
   * @param last day of the last advert
   */
  static MapForm of(Visit visit, long first, long last) {
    LocalDate from = Day.in(visit.query("from")).orElse(LocalDate.ofEpochDay(first));
    LocalDate to = Day.in(visit.query("to")).orElse(LocalDate.ofEpochDay(last));
    return to.isBefore(from) ? new MapForm(to, from) : new MapForm(from, to);
  }

  /** Returns the same number of days, right before or after these. */
  MapForm moved(int times) {
    long days = (to.toEpochDay() - from.toEpochDay() + 1) * times;
    return new MapForm(from.plusDays(days), to.plusDays(days));
  }

  public Travels.Period period() {
    return new Travels.Period(start(from), start(to.plusDays(1)));
  }

  /** Returns the query that asks for these days. */
  String query() {
    return "from=" + from + "&to=" + to;
  }

  private static Instant start(LocalDate day) {
    return day.atStartOfDay(ZoneOffset.UTC).toInstant();
  }
}
