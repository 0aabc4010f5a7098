package org.vigie.casework.statistics;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vigie.advert.AssessedAdvert;
import org.vigie.advert.Place;
import org.vigie.pipeline.contact.Towns;

/**
 * Ways from a country to another: where an advert of one country leads, by the first other country
 * whose town its text names; and where a contact stood next, after it stood elsewhere.
 */
final class Routes {
  private final Map<String, List<Stop>> stops = new HashMap<>();

  private record Stop(int advert, Instant time, String country) {}

  /**
   * A way.
   *
   * @param advert number of the advert by which it is known
   * @param time when it was known
   */
  record Way(int advert, Instant time, String from, String to) {}

  /** Returns the region that an advert stood in. */
  static String regionOf(AssessedAdvert assessed) {
    String declared = assessed.advert().country();
    return Domain.region(
        declared.isEmpty() ? Towns.of(assessed).map(Place::country).orElse("") : declared);
  }

  /** Returns the way that an advert leads, if its site's country and another one are known. */
  static Optional<Way> ledTo(int number, AssessedAdvert assessed) {
    String from = Domain.region(assessed.advert().country());
    if (from.equals(Domain.UNKNOWN)) {
      return Optional.empty();
    }
    return assessed.entities().places().stream()
        .filter(Place::standsInText)
        .map(place -> Domain.region(place.country()))
        .filter(to -> !to.equals(from) && !to.equals(Domain.UNKNOWN))
        .findFirst()
        .map(to -> new Way(number, assessed.advert().time(), from, to));
  }

  /** Takes where the contacts of an advert stood. */
  void add(int number, AssessedAdvert assessed, List<String> contacts) {
    String country = Towns.of(assessed).map(Place::country).map(Domain::region).orElse("");
    if (!country.isEmpty() && !country.equals(Domain.UNKNOWN)) {
      Stop stop = new Stop(number, assessed.advert().time(), country);
      contacts.forEach(key -> stops.computeIfAbsent(key, unused -> new ArrayList<>()).add(stop));
    }
  }

  /** Returns the ways of all contacts. */
  List<Way> ways() {
    List<Way> ways = new ArrayList<>();
    for (List<Stop> ofContact : stops.values()) {
      List<Stop> ordered =
          ofContact.stream()
              .sorted(Comparator.comparing(Stop::time).thenComparing(Stop::advert))
              .toList();
      for (int i = 1; i < ordered.size(); i++) {
        Stop to = ordered.get(i);
        String from = ordered.get(i - 1).country();
        if (!from.equals(to.country())) {
          ways.add(new Way(to.advert(), to.time(), from, to.country()));
        }
      }
    }
    return ways;
  }
}
