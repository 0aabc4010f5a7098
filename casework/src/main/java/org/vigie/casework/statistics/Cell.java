package org.vigie.casework.statistics;

import java.util.Comparator;

/**
 * One place in a table.
 *
 * @param region country where the advert stood, or for a route the one it starts in
 * @param value what is counted there
 */
public record Cell(Table table, Quarter quarter, String region, String value)
    implements Comparable<Cell> {
  private static final Comparator<Cell> ORDER =
      Comparator.comparing(Cell::table)
          .thenComparing(Cell::quarter)
          .thenComparing(Cell::region)
          .thenComparing(Cell::value);

  @Override
  public int compareTo(Cell other) {
    return ORDER.compare(this, other);
  }
}
