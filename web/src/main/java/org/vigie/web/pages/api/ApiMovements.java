package org.vigie.web.pages.api;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.vigie.advert.Place;
import org.vigie.web.map.Travels;
import org.vigie.web.pages.group.MapPages;

/**
 * Where adverts stood and how their contacts went on, as programs read it: what a map shows.
 *
 * @param towns those in which adverts stood in the days that were asked for, most adverts first
 * @param ways from a stay to the next, in order of arrival
 * @param days ISO 8601 day → adverts of that day, of all days
 * @param placed adverts of the days that were asked for whose town is known
 * @param since the oldest advert that was read if there are more than a map reads, else empty
 */
public record ApiMovements(
    List<Town> towns, List<Way> ways, Map<String, Long> days, long placed, String since) {
  public ApiMovements {
    towns = List.copyOf(towns);
    ways = List.copyOf(ways);
  }

  /**
   * A town.
   *
   * @param country ISO 3166-1 alpha-2 code
   * @param latitude degrees north
   * @param longitude degrees east
   * @param first event time of its first advert
   * @param last event time of its last advert
   */
  public record Town(
      String name,
      String country,
      double latitude,
      double longitude,
      long adverts,
      Instant first,
      Instant last) {
    private static Town of(Travels.Spot spot) {
      Place place = spot.place();
      return new Town(
          place.name(),
          place.country(),
          place.latitude(),
          place.longitude(),
          spot.adverts(),
          spot.first(),
          spot.last());
    }
  }

  /**
   * A way of a contact from one stay to the next.
   *
   * @param contact its key
   * @param left when it was last seen where it came from
   * @param arrived when it was first seen where it went
   * @param circuit whether it is part of a round that was made at least twice (row MV-03)
   */
  public record Way(
      String contact,
      String from,
      String to,
      Instant left,
      Instant arrived,
      double kilometres,
      boolean circuit) {
    private static Way of(Travels.Leg leg, Map<String, List<String>> circuits) {
      return new Way(
          leg.contact(),
          leg.from().name(),
          leg.to().name(),
          leg.left(),
          leg.arrived(),
          leg.kilometres(),
          leg.isPartOf(circuits.getOrDefault(leg.contact(), List.of())));
    }
  }

  static ApiMovements of(MapPages.Found found, Travels.Period period) {
    Travels travels = Travels.of(found.adverts(), found.told(), found.shown().key(), period);
    Map<String, Long> days = new TreeMap<>();
    found.days().forEach((day, adverts) -> days.put(LocalDate.ofEpochDay(day).toString(), adverts));
    return new ApiMovements(
        travels.spots().stream().map(Town::of).toList(),
        travels.legs().stream().map(leg -> Way.of(leg, found.circuits())).toList(),
        days,
        travels.placed(),
        found.since());
  }
}
