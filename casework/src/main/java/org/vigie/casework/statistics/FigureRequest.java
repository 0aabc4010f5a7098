package org.vigie.casework.statistics;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.vigie.files.digest.Sha256;

/**
 * Which figures are asked for. Equal ones are one release, however often they are asked for.
 *
 * @param from first quarter
 * @param until last quarter, at most 40 in all
 * @param tables at least one
 * @param riskAlone whether adverts alone count that a model calls risky
 * @param perGroup cells of each table in which a group counts at most, from 1 to 10
 * @param epsilon thousandths of the privacy budget that the release spends, from 1 to 10,000
 */
public record FigureRequest(
    Quarter from,
    Quarter until,
    Set<CountedBy> tables,
    boolean riskAlone,
    int perGroup,
    int epsilon) {
  private static final int MOST_QUARTERS = 40;
  private static final int MOST_CELLS = 10;
  private static final int MOST_EPSILON = 10_000;

  public FigureRequest {
    if (until.compareTo(from) < 0 || until.compareTo(from.plus(MOST_QUARTERS - 1)) > 0) {
      throw new IllegalArgumentException(
          "figures must be of 1 to %d quarters, but were asked for from %s until %s"
              .formatted(MOST_QUARTERS, from, until));
    }
    if (tables.isEmpty()) {
      throw new IllegalArgumentException("figures must be of at least one table, but were of none");
    }
    requireWithin("cells per group", perGroup, MOST_CELLS);
    requireWithin("thousandths of epsilon", epsilon, MOST_EPSILON);
    tables = Set.copyOf(tables);
  }

  private static void requireWithin(String what, int value, int most) {
    if (value < 1 || value > most) {
      throw new IllegalArgumentException(
          "%s must be from 1 to %d, but was %d".formatted(what, most, value));
    }
  }

  /** Returns its tables in their order. */
  List<CountedBy> ordered() {
    return List.copyOf(EnumSet.copyOf(tables));
  }

  /** Returns its quarters in order. */
  List<Quarter> quarters() {
    return from.until(until);
  }

  /** Returns what it is in one line, the same for equal ones. */
  String described() {
    return "%s to %s, %s, adverts: %s, cells per group: %s, epsilon: %s"
        .formatted(
            from,
            until,
            ordered().stream().map(CountedBy::label).collect(Collectors.joining("+")),
            riskAlone ? "risk" : "all",
            perGroup,
            Epsilon.written(epsilon));
  }

  /** Returns its id. */
  public String id() {
    return "s-" + Sha256.hex(described()).substring(0, 16);
  }
}
