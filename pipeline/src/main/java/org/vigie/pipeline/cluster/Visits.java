package org.vigie.pipeline.cluster;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The places in which one contact was seen.
 *
 * @param firstSeen declared place → when the contact was first seen there
 */
public record Visits(Map<String, Instant> firstSeen) {

  static Visits none() {
    return new Visits(Map.of());
  }

  Visits with(String place, Instant time) {
    return with(new Visits(Map.of(place, time)));
  }

  Visits with(Visits others) {
    Map<String, Instant> sum = new HashMap<>(firstSeen);
    others.firstSeen.forEach(
        (place, time) -> sum.merge(place, time, (one, other) -> one.isBefore(other) ? one : other));
    return new Visits(sum);
  }

  /** Returns the most places that were first visited within a period. */
  int mostPlacesWithin(Duration period) {
    List<Instant> times = firstSeen.values().stream().sorted().toList();
    int most = 0;
    int from = 0;
    for (int to = 0; to < times.size(); to++) {
      while (times.get(from).plus(period).isBefore(times.get(to))) {
        from++;
      }
      most = Math.max(most, to - from + 1);
    }
    return most;
  }
}
