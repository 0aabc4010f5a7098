package org.vigie.lab.load;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** How long each kind of page took, and each query in Lucene alone. */
public final class PageLatencies {
  private final Map<String, List<Long>> nanos = new TreeMap<>();

  synchronized void add(String kind, long taken) {
    nanos.computeIfAbsent(kind, unused -> new ArrayList<>()).add(taken);
  }

  /**
   * The latencies of one kind.
   *
   * @param count of measurements, at least 1
   */
  public record Spread(
      String kind, int count, Duration p50, Duration p95, Duration p99, Duration most) {}

  synchronized List<Spread> spreads() {
    return nanos.entrySet().stream()
        .map(entry -> {
          List<Long> sorted = entry.getValue().stream().sorted().toList();
          return new Spread(
              entry.getKey(),
              sorted.size(),
              at(sorted, 0.50),
              at(sorted, 0.95),
              at(sorted, 0.99),
              at(sorted, 1));
        })
        .toList();
  }

  /** Returns the smallest value that at least a share of all doesn't exceed. */
  private static Duration at(List<Long> sorted, double share) {
    int index = (int) Math.ceil(share * sorted.size()) - 1;
    return Duration.ofNanos(sorted.get(Math.clamp(index, 0, sorted.size() - 1)));
  }
}
