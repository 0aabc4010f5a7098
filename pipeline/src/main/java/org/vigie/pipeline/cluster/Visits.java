package org.vigie.pipeline.cluster;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.vigie.advert.Movement;
import org.vigie.advert.Place;
import org.vigie.pipeline.contact.Journey;
import org.vigie.pipeline.contact.Stand;
import org.vigie.pipeline.state.SortedArrayMap;

/**
 * The towns in which one contact was seen.
 *
 * @param arrivals town's number in GeoNames → when the contact was first seen there
 */
public record Visits(Map<Integer, Stand> arrivals) {
  public Visits {
    // A savepoint from before towns were known has none.
    arrivals = arrivals == null ? Map.of() : arrivals;
  }

  static Visits of(Place town, Instant time) {
    return new Visits(Map.of(town.geonamesId(), new Stand(time, town, List.of())));
  }

  Visits with(Visits others) {
    SortedArrayMap<Integer, Stand> sum = new SortedArrayMap<>(arrivals);
    others.arrivals.forEach((town, stand) -> sum.merge(town, stand, Visits::earlier));
    return new Visits(sum);
  }

  Movement movement() {
    return new Journey(arrivals.values()).movement();
  }

  private static Stand earlier(Stand one, Stand other) {
    return other.time().isBefore(one.time()) ? other : one;
  }
}
