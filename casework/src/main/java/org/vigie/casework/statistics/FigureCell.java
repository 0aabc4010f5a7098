package org.vigie.casework.statistics;

import java.util.Comparator;

/**
 * One place in a table.
 *
 * @param region country where the advert stood, or for a route the one it starts in
 * @param value what is counted there
 */
public record FigureCell(CountedBy table, Quarter quarter, String region, String value)
    implements Comparable<FigureCell> {
  private static final Comparator<FigureCell> ORDER =
      Comparator.comparing(FigureCell::table)
          .thenComparing(FigureCell::quarter)
          .thenComparing(FigureCell::region)
          .thenComparing(FigureCell::value);

  @Override
  public int compareTo(FigureCell other) {
    return ORDER.compare(this, other);
  }
}
