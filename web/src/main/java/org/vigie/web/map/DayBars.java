package org.vigie.web.map;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How many adverts came when, as bars of equal spans of days.
 *
 * @param span days that one bar stands for: 1, 7, or as many as leave at most {@link #MOST}
 * @param bars all of them from the first with adverts to the last, those without adverts too
 */
public record DayBars(long span, List<Bar> bars) {
  /** Bars that can be told from one another in a drawing. */
  public static final int MOST = 90;

  /**
   * The adverts of one span.
   *
   * @param from its first day
   * @param until its last day
   */
  public record Bar(LocalDate from, LocalDate until, long adverts) {}

  public DayBars {
    bars = List.copyOf(bars);
  }

  /** Returns the bars of counts by days since 1970. */
  public static DayBars of(SortedMap<Long, Long> days) {
    if (days.isEmpty()) {
      return new DayBars(1, List.of());
    }
    long first = days.firstKey();
    long last = days.lastKey();
    long span = span(last - first + 1);
    SortedMap<Long, Long> counts = new TreeMap<>();
    days.forEach((day, adverts) -> counts.merge((day - first) / span, adverts, Long::sum));
    List<Bar> bars = new ArrayList<>();
    for (long i = 0; i <= (last - first) / span; i++) {
      LocalDate from = LocalDate.ofEpochDay(first + i * span);
      bars.add(new Bar(from, from.plusDays(span - 1), counts.getOrDefault(i, 0L)));
    }
    return new DayBars(span, bars);
  }

  /** Returns the most adverts of a bar. */
  public long most() {
    return bars.stream().mapToLong(Bar::adverts).max().orElse(0);
  }

  private static long span(long days) {
    if (days <= MOST) {
      return 1;
    }
    return days <= 7L * MOST ? 7 : Math.ceilDiv(days, MOST);
  }
}
