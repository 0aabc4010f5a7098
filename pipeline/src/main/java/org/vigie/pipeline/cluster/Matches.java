package org.vigie.pipeline.cluster;

import java.time.Instant;

/**
 * The adverts of a cluster that match one stored query or watched text.
 *
 * @param adverts how many there are, at least 1
 * @param first event time of the first
 * @param last event time of the last
 */
public record Matches(long adverts, Instant first, Instant last) {
  static Matches one(Instant time) {
    return new Matches(1, time, time);
  }

  Matches and(Matches other) {
    return new Matches(
        adverts + other.adverts,
        other.first.isBefore(first) ? other.first : first,
        other.last.isAfter(last) ? other.last : last);
  }

  /** Takes note of an earlier time of one of them. */
  Matches alsoAt(Instant time) {
    return new Matches(adverts, time.isBefore(first) ? time : first, last);
  }
}
