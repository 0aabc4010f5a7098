package org.vigie.web.map;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vigie.advert.AssessedAdvert;
import org.vigie.advert.Contact;
import org.vigie.advert.Place;
import org.vigie.pipeline.contact.Journey;
import org.vigie.pipeline.contact.Stand;
import org.vigie.pipeline.contact.Towns;

/**
 * Where adverts stood, and how their contacts went from place to place.
 *
 * @param spots each town with its adverts, most first
 * @param legs ways from a stay to the next, in order of time
 * @param placed adverts whose town is known
 */
public record Travels(List<Spot> spots, List<Leg> legs, long placed) {
  /**
   * A town.
   *
   * @param adverts that stood in it
   * @param first event time of the first of them
   * @param last event time of the last of them
   */
  public record Spot(Place place, long adverts, Instant first, Instant last) {
    private Spot with(Instant time) {
      return new Spot(
          place,
          adverts + 1,
          time.isBefore(first) ? time : first,
          time.isAfter(last) ? time : last);
    }
  }

  /**
   * A way from one stay to the next.
   *
   * @param contact key of the contact that went
   * @param left when it was last seen where it came from
   * @param arrived when it was first seen where it went
   */
  public record Leg(String contact, Place from, Place to, Instant left, Instant arrived) {
    public double kilometres() {
      return from.kilometresTo(to);
    }

    /** Returns whether it is part of a round of places that are named in order. */
    public boolean isPartOf(List<String> circuit) {
      for (int i = 0; i < circuit.size(); i++) {
        if (circuit.get(i).equals(from.name())
            && circuit.get((i + 1) % circuit.size()).equals(to.name())) {
          return true;
        }
      }
      return false;
    }
  }

  /** What is asked of a day: whether it is shown. */
  public record Period(Instant from, Instant until) {
    boolean holds(Instant time) {
      return !time.isBefore(from) && time.isBefore(until);
    }
  }

  /**
   * Returns the travels of a contact, or of all contacts of some adverts.
   *
   * @param told id → town of adverts that stand in none by what they declare
   * @param contact its key, or empty for each that the adverts name
   * @param period what is shown; stays outside still say where a way within began
   */
  public static Travels of(
      List<AssessedAdvert> adverts, Map<String, Place> told, String contact, Period period) {
    Map<Integer, Spot> spots = new LinkedHashMap<>();
    Map<String, List<Stand>> stands = new LinkedHashMap<>();
    long placed = 0;
    for (AssessedAdvert advert : adverts) {
      Optional<Place> town =
          Towns.of(advert).or(() -> Optional.ofNullable(told.get(advert.advert().id())));
      if (town.isEmpty()) {
        continue;
      }
      Instant time = advert.advert().time();
      if (period.holds(time)) {
        placed++;
        spots.merge(
            town.get().geonamesId(),
            new Spot(town.get(), 1, time, time),
            (known, unused) -> known.with(time));
      }
      for (String key : contact.isEmpty() ? contacts(advert) : List.of(contact)) {
        stands
            .computeIfAbsent(key, unused -> new ArrayList<>())
            .add(new Stand(time, town.get(), List.of()));
      }
    }
    return new Travels(
        spots.values().stream()
            .sorted(
                Comparator.comparingLong(Spot::adverts)
                    .reversed()
                    .thenComparing(spot -> spot.place().name())
                    .thenComparing(spot -> spot.place().geonamesId()))
            .toList(),
        stands.entrySet().stream()
            .flatMap(entry -> legs(entry.getKey(), new Journey(entry.getValue())).stream())
            .filter(leg -> period.holds(leg.arrived()))
            .sorted(Comparator.comparing(Leg::arrived).thenComparing(Leg::contact))
            .toList(),
        placed);
  }

  private static List<String> contacts(AssessedAdvert advert) {
    return advert.contacts().stream()
        .filter(contact -> contact.type().leadsToSomebody())
        .map(Contact::key)
        .distinct()
        .toList();
  }

  private static List<Leg> legs(String contact, Journey journey) {
    List<Leg> legs = new ArrayList<>();
    List<Journey.Stay> stays = journey.stays();
    for (int i = 1; i < stays.size(); i++) {
      Journey.Stay before = stays.get(i - 1);
      Journey.Stay after = stays.get(i);
      legs.add(new Leg(contact, before.place(), after.place(), before.until(), after.from()));
    }
    return legs;
  }
}
