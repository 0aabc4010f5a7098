package org.vigie.classifier;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.vigie.advert.AssessedAdvert;
import org.vigie.advert.Finding;
import org.vigie.advert.Place;
import org.vigie.classifier.place.CountryTowns;

/**
 * Which towns the place names of one cluster mean. Copies of a text mean the same town, but not
 * each of them tells its country: alone, "Lincoln" is read as the largest of that name.
 *
 * <p>A name whose country an advert doesn't tell means the town that more than half of the adverts
 * mean which are certain of it. Where none is, and the advert tells no country at all, it means the
 * town of that name in the country on which all adverts agree that declare one or name a phone of
 * one. All else stays as it was read. These are sums, so the order of adverts has no effect.
 */
public final class ClusterPlaces {
  private final CountryTowns towns;

  /** Name → town by its number in GeoNames → how many adverts are certain to mean it. */
  private final Map<String, Map<Integer, Votes>> votes = new HashMap<>();

  private final Set<String> countries = new TreeSet<>();
  private long adverts;

  private record Votes(Place town, long adverts) {
    Votes and(Votes more) {
      return new Votes(town, adverts + more.adverts);
    }
  }

  private ClusterPlaces(CountryTowns towns) {
    this.towns = towns;
  }

  /**
   * Returns what the adverts of a cluster tell, each given once.
   *
   * @param towns where a town is looked for that no advert is certain to mean
   */
  public static ClusterPlaces of(Collection<CertainPlaces> cluster, CountryTowns towns) {
    ClusterPlaces places = new ClusterPlaces(towns);
    cluster.forEach(places::add);
    return places;
  }

  /** Returns whether an advert has a place whose country it doesn't tell. */
  public static boolean isAmbiguous(AssessedAdvert assessed) {
    PlacesTold told = new PlacesTold(assessed);
    return !told.isDeclared()
        && assessed.entities().places().stream().anyMatch(place -> !told.isCertain(place));
  }

  /** Returns the places of an advert that the cluster tells and its own text doesn't. */
  public List<ClusterPlace> of(AssessedAdvert assessed) {
    PlacesTold told = new PlacesTold(assessed);
    if (told.isDeclared()) {
      return List.of();
    }
    List<ClusterPlace> found = new ArrayList<>();
    for (Place place : assessed.entities().places()) {
      if (!told.isCertain(place)) {
        find(assessed, told, place).ifPresent(found::add);
      }
    }
    return List.copyOf(found);
  }

  private void add(CertainPlaces advert) {
    if (!advert.countries().isEmpty()) {
      countries.addAll(advert.countries());
      adverts++;
    }
    advert.towns().forEach((name, meant) -> meant.forEach(town -> vote(name, town)));
  }

  private void vote(String name, Place town) {
    votes
        .computeIfAbsent(name, unused -> new HashMap<>())
        .merge(town.geonamesId(), new Votes(town, 1), Votes::and);
  }

  private Optional<ClusterPlace> find(AssessedAdvert assessed, PlacesTold told, Place place) {
    for (String name : CertainPlaces.names(assessed, place)) {
      Map<Integer, Votes> known = votes.get(name);
      if (known != null) {
        return majority(known).map(most -> byAdverts(place, most));
      }
    }
    // A country of its own phones was weighed when it was read.
    return countries.size() == 1 && told.countries().isEmpty()
        ? byCountry(assessed, place, countries.iterator().next())
        : Optional.empty();
  }

  private static Optional<Votes> majority(Map<Integer, Votes> known) {
    long all = known.values().stream().mapToLong(Votes::adverts).sum();
    return known.values().stream()
        .max(Comparator.comparingLong(Votes::adverts))
        .filter(most -> 2 * most.adverts() > all);
  }

  private static ClusterPlace byAdverts(Place place, Votes most) {
    Finding why = why("place-by-adverts", place, most.town()).with("adverts", most.adverts());
    return new ClusterPlace(place, CertainPlaces.at(most.town(), place.span()), why);
  }

  private Optional<ClusterPlace> byCountry(AssessedAdvert assessed, Place place, String country) {
    for (String name : CertainPlaces.names(assessed, place)) {
      Optional<Place> town = towns.find(name, country, place.span());
      if (town.isPresent()) {
        Finding why = why("place-by-country", place, town.get()).with("adverts", adverts);
        return town.map(found -> new ClusterPlace(place, found, why));
      }
    }
    return Optional.empty();
  }

  private static Finding why(String code, Place alone, Place told) {
    return Finding.of(code)
        .with("place", told.name())
        .with("country", told.country())
        .with("alone", alone.country());
  }
}
