package org.vigie.pipeline.cluster;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.vigie.advert.Observation;
import org.vigie.advert.Observation.Kind;
import org.vigie.advert.Sighting;

/**
 * All that was observed of one advert after it was found, added up so that the order doesn't show.
 *
 * @param times how often it was found still there
 * @param lastSeen when it was last; null if never
 * @param changes the other observations, in order, the last {@link Sighting#MAX_CHANGES} of them
 */
public record Aftermath(long times, @Nullable Instant lastSeen, List<Observation> changes) {
  public Aftermath {
    changes = List.copyOf(changes);
  }

  static Aftermath none() {
    return new Aftermath(0, null, List.of());
  }

  Aftermath with(Observation observation) {
    if (observation.kind() == Kind.STILL_THERE) {
      boolean later = lastSeen == null || observation.at().isAfter(lastSeen);
      return new Aftermath(times + 1, later ? observation.at() : lastSeen, changes);
    }
    TreeSet<Observation> sorted = new TreeSet<>(changes);
    sorted.add(observation);
    List<Observation> kept = new ArrayList<>(sorted);
    int from = Math.max(0, kept.size() - Sighting.MAX_CHANGES);
    return new Aftermath(times, lastSeen, kept.subList(from, kept.size()));
  }

  /** Returns a sighting with all this added. */
  Sighting addedTo(Sighting sighting) {
    Instant observed = lastSeen == null ? sighting.lastSeen() : lastSeen;
    boolean later = observed.isAfter(sighting.lastSeen());
    return new Sighting(
        sighting.advertId(),
        sighting.firstSeen(),
        later ? observed : sighting.lastSeen(),
        sighting.times() + times,
        sighting.urls(),
        sighting.sourceIds(),
        changes);
  }
}
