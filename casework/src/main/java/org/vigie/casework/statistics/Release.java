package org.vigie.casework.statistics;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.random.RandomGenerator;

/**
 * Figures that were given out, with noise, and never get other noise.
 *
 * @param request what was asked for
 * @param made when the noise was drawn
 * @param floors table → the least figure that it shows
 * @param figures cell → rounded figure, where it is at least the floor
 */
public record Release(
    FigureRequest request,
    Instant made,
    Map<CountedBy, Long> floors,
    Map<FigureCell, Long> figures) {
  /** No figure under it is shown, however little noise there is. */
  static final long LEAST = 10;

  /** Figures are multiples of it. */
  static final long ROUNDED_TO = 5;

  public Release {
    floors = new TreeMap<>(floors);
    figures = new TreeMap<>(figures);
  }

  /**
   * Makes one. Every cell that there may be gets noise, be it empty or not. Leaving out small
   * figures and rounding come after, and so spend nothing.
   *
   * @param counts cell → groups in it
   */
  static Release of(
      FigureRequest request, Map<FigureCell, Long> counts, Instant made, RandomGenerator random) {
    long numerator = 1_000L * request.tables().size() * request.perGroup();
    GeometricNoise noise = new GeometricNoise(random, numerator, request.epsilon());
    Map<CountedBy, Long> floors = new TreeMap<>();
    Map<FigureCell, Long> figures = new TreeMap<>();
    for (CountedBy table : request.ordered()) {
      List<FigureCell> cells = table.cells(request.quarters());
      long floor = upwards(Math.max(LEAST, noise.rarerThanOnceIn(20L * cells.size())));
      floors.put(table, floor);
      for (FigureCell cell : cells) {
        long noisy = counts.getOrDefault(cell, 0L) + noise.next();
        if (noisy >= floor) {
          figures.put(cell, rounded(noisy));
        }
      }
    }
    return new Release(request, made, floors, figures);
  }

  private static long upwards(long least) {
    return Math.ceilDiv(least, ROUNDED_TO) * ROUNDED_TO;
  }

  private static long rounded(long figure) {
    return Math.floorDiv(2 * figure + ROUNDED_TO, 2 * ROUNDED_TO) * ROUNDED_TO;
  }

  /**
   * Returns the cells of a table that a reader wants to see: of the regions and values that have a
   * figure anywhere in it, those without one too. They follow from the figures alone.
   */
  List<FigureCell> grid(CountedBy table) {
    Set<String> regions = new TreeSet<>();
    Set<String> values = new TreeSet<>();
    for (FigureCell cell : figures.keySet()) {
      if (cell.table() == table) {
        regions.add(cell.region());
        values.add(cell.value());
      }
    }
    return table.cells(request.quarters()).stream()
        .filter(cell -> regions.contains(cell.region()) && values.contains(cell.value()))
        .toList();
  }

  /** Returns what stands in a cell: a figure, or that there is less than the floor. */
  String shown(FigureCell cell) {
    Long figure = figures.get(cell);
    return figure == null ? "<" + floors.get(cell.table()) : figure.toString();
  }

  /** Returns how far off nine figures in ten are at most, before rounding. */
  long error() {
    double scale = 1_000.0 * request.tables().size() * request.perGroup() / request.epsilon();
    return (long) Math.ceil(scale * Math.log(10));
  }
}
