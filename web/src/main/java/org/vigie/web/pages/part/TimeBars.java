package org.vigie.web.pages.part;

import java.util.ArrayList;
import java.util.List;
import org.vigie.web.map.DayBars;
import org.vigie.web.map.MapWindow;

/**
 * Adverts over time, as drawn in a box 90 by 20.
 *
 * @param span days that one bar stands for
 * @param bars in order of time
 */
public record TimeBars(long span, List<Bar> bars) {
  private static final double HEIGHT = 20;

  /**
   * One bar.
   *
   * @param x left edge
   * @param y upper edge
   * @param width across
   * @param height downwards
   * @param from first day
   * @param until last day
   */
  public record Bar(
      String x, String y, String width, String height, String from, String until, long adverts) {}

  public static TimeBars of(DayBars days) {
    List<Bar> bars = new ArrayList<>();
    double width = (double) DayBars.MOST / Math.max(1, days.bars().size());
    for (DayBars.Bar bar : days.bars()) {
      double height = HEIGHT * bar.adverts() / Math.max(1, days.most());
      bars.add(
          new Bar(
              MapWindow.number(bars.size() * width),
              MapWindow.number(HEIGHT - height),
              MapWindow.number(width * 0.9),
              MapWindow.number(height),
              bar.from().toString(),
              bar.until().toString(),
              bar.adverts()));
    }
    return new TimeBars(days.span(), bars);
  }

  /** Returns the bars that hold adverts, for the table. */
  public List<Bar> filled() {
    return bars.stream().filter(bar -> bar.adverts() > 0).toList();
  }
}
