package org.vigie.pipeline.contact;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.vigie.advert.Movement;
import org.vigie.advert.Place;

/**
 * The places that one contact stood in, in order of time.
 *
 * <p>Quadratic in the number of stands, of which a contact keeps few.
 */
public final class Journey {
  /** A commuter's towns and a city's suburbs are one place. */
  static final double FAR_KM = 50;

  /**
   * A tour of three places in two weeks leaves no place to live in (after Ibanez and Suthers 2014).
   */
  private static final Duration PERIOD = Duration.ofDays(14);

  /** Between two places one commutes. */
  public static final int MIN_PLACES = 3;

  private final List<Place> places = new ArrayList<>();
  private final List<Stop> stops = new ArrayList<>();

  /**
   * A stay in one place.
   *
   * @param place the first town known of those that lie near one another
   * @param from when it was first seen there
   * @param until when it was last seen there before it was seen elsewhere
   */
  public record Stay(Place place, Instant from, Instant until) {}

  private record Sight(Instant time, Place place) {}

  /**
   * A stay.
   *
   * @param place index of the place
   * @param from when it was first seen there
   * @param until when it was last seen there before it was seen elsewhere
   */
  private record Stop(int place, Instant from, Instant until) {
    long day() {
      return from.atOffset(ZoneOffset.UTC).toLocalDate().toEpochDay();
    }
  }

  /** Puts stands in order; those without a known place tell nothing. */
  public Journey(Iterable<Stand> stands) {
    List<Sight> ordered = new ArrayList<>();
    for (Stand stand : stands) {
      Place place = stand.place();
      if (place != null) {
        ordered.add(new Sight(stand.time(), place));
      }
    }
    ordered.sort(
        Comparator.comparing(Sight::time).thenComparing(sight -> sight.place().geonamesId()));
    ordered.forEach(sight -> add(placeOf(sight.place()), sight.time()));
  }

  /** Returns where it stayed, in order of time. */
  public List<Stay> stays() {
    return stops.stream()
        .map(stop -> new Stay(places.get(stop.place()), stop.from(), stop.until()))
        .toList();
  }

  /** Returns the stretch of at most 14 days with the most places, then the fastest of those. */
  public Movement movement() {
    Movement best = Movement.none();
    for (int from = 0; from < stops.size(); from++) {
      Movement stretch = stretch(from);
      int byPlaces = Integer.compare(stretch.places().size(), best.places().size());
      if (byPlaces > 0 || (byPlaces == 0 && stretch.kilometresPerDay() > best.kilometresPerDay())) {
        best = stretch;
      }
    }
    return best;
  }

  /**
   * Returns the places of the shortest circuit: three or more that were visited twice in the same
   * order, each on a later day than the one before, for what stands in all of them at once goes
   * nowhere.
   */
  public List<String> circuit() {
    for (int length = MIN_PLACES; 2 * length <= stops.size(); length++) {
      for (int from = 0; from + 2 * length <= stops.size(); from++) {
        if (isCircuit(from, length)) {
          return names(IntStream.range(from, from + length).map(i -> stops.get(i).place()));
        }
      }
    }
    return List.of();
  }

  private boolean isCircuit(int from, int length) {
    for (int i = from; i < from + length; i++) {
      if (stops.get(i).place() != stops.get(i + length).place()) {
        return false;
      }
    }
    for (int i = from + 1; i < from + 2 * length; i++) {
      if (stops.get(i).day() <= stops.get(i - 1).day()) {
        return false;
      }
    }
    return IntStream.range(from, from + length).map(i -> stops.get(i).place()).distinct().count()
        >= MIN_PLACES;
  }

  private Movement stretch(int from) {
    Stop first = stops.get(from);
    double kilometres = 0;
    int to = from;
    while (to + 1 < stops.size() && !stops.get(to + 1).from().isAfter(first.until().plus(PERIOD))) {
      Place left = places.get(stops.get(to).place());
      kilometres += left.kilometresTo(places.get(stops.get(++to).place()));
    }
    if (to == from) {
      return Movement.none();
    }
    long days = Math.max(1, Duration.between(first.until(), stops.get(to).from()).toDays());
    return new Movement(
        names(IntStream.rangeClosed(from, to).map(i -> stops.get(i).place()).distinct()),
        kilometres,
        days);
  }

  private List<String> names(IntStream indexes) {
    return indexes.mapToObj(places::get).map(Place::name).toList();
  }

  private void add(int place, Instant time) {
    Stop last = stops.isEmpty() ? null : stops.getLast();
    if (last != null && last.place() == place) {
      stops.set(stops.size() - 1, new Stop(place, last.from(), time));
    } else {
      stops.add(new Stop(place, time, time));
    }
  }

  /** Returns the index of the first place known that is near. */
  private int placeOf(Place place) {
    for (int i = 0; i < places.size(); i++) {
      if (places.get(i).kilometresTo(place) < FAR_KM) {
        return i;
      }
    }
    places.add(place);
    return places.size() - 1;
  }
}
