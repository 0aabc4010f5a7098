package org.vigie.lab.bench.stream;

import java.time.Duration;
import java.util.List;
import java.util.Locale;

/**
 * How long things took, shortest first.
 *
 * @param sorted at least one
 */
record Latencies(List<Duration> sorted) {
  Latencies {
    if (sorted.isEmpty()) {
      throw new IllegalArgumentException("there must be a latency, but there is none");
    }
    sorted = sorted.stream().sorted().toList();
  }

  /**
   * Returns the least latency that a share of all don't exceed (nearest rank).
   *
   * @param share in (0, 1]
   */
  Duration percentile(double share) {
    return sorted.get((int) Math.ceil(share * sorted.size()) - 1);
  }

  /** Returns a row of a table: what it was, how many, percentiles in milliseconds. */
  List<String> row(String what) {
    return List.of(
        what,
        Integer.toString(sorted.size()),
        millis(percentile(0.5)),
        millis(percentile(0.9)),
        millis(percentile(0.99)),
        millis(sorted.getLast()));
  }

  /** Returns what the columns of {@link #row} are. */
  static List<String> columns() {
    return List.of("alert of", "alerts", "p50 ms", "p90 ms", "p99 ms", "longest ms");
  }

  private static String millis(Duration duration) {
    return String.format(Locale.ROOT, "%,d", duration.toMillis());
  }
}
