package org.vigie.classifier;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.vigie.advert.AssessedAdvert;
import org.vigie.advert.Finding;
import org.vigie.advert.Place;
import org.vigie.advert.Span;
import org.vigie.classifier.place.CountryTowns;

/**
 * Which towns the place names of one cluster mean. Copies of a text mean the same town, but not
 * each of them tells its country: alone, "Lincoln" is read as the largest of that name.
 *
 * <p>A name of an advert that doesn't tell its country means the town that more than half of those
 * adverts mean that name it and do. Where none does, it means the town of that name in the country
 * that all adverts agree on which declare one or name a phone of one. All else stays as it was
 * read. These are sums, so the order of adverts has no effect.
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
  public static ClusterPlaces of(Collection<AssessedAdvert> cluster, CountryTowns towns) {
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
        find(assessed, place).ifPresent(found::add);
      }
    }
    return List.copyOf(found);
  }

  private void add(AssessedAdvert assessed) {
    PlacesTold told = new PlacesTold(assessed);
    Set<String> own = told.countries();
    if (!own.isEmpty()) {
      countries.addAll(own);
      adverts++;
    }
    Map<String, Set<Place>> named = new TreeMap<>();
    for (Place place : assessed.entities().places()) {
      if (told.isCertain(place)) {
        for (String name : names(assessed, place)) {
          named.computeIfAbsent(name, unused -> new HashSet<>()).add(at(place, new Span(0, 0)));
        }
      }
    }
    named.forEach((name, meant) -> meant.forEach(town -> vote(name, town)));
  }

  private void vote(String name, Place town) {
    votes
        .computeIfAbsent(name, unused -> new HashMap<>())
        .merge(town.geonamesId(), new Votes(town, 1), Votes::and);
  }

  private Optional<ClusterPlace> find(AssessedAdvert assessed, Place place) {
    for (String name : names(assessed, place)) {
      Map<Integer, Votes> known = votes.get(name);
      if (known != null) {
        return majority(known).map(most -> byAdverts(place, most));
      }
    }
    return countries.size() == 1
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
    return new ClusterPlace(place, at(most.town(), place.span()), why);
  }

  private Optional<ClusterPlace> byCountry(AssessedAdvert assessed, Place place, String country) {
    for (String name : names(assessed, place)) {
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

  private static Place at(Place town, Span span) {
    return new Place(
        town.geonamesId(), town.name(), town.country(), town.latitude(), town.longitude(), span);
  }

  /** Returns the name as the advert writes it, then as GeoNames does, as names compare. */
  private static List<String> names(AssessedAdvert assessed, Place place) {
    String text = assessed.advert().text();
    String known = CountryTowns.compared(place.name());
    if (!place.standsInText() || place.span().end() > text.length()) {
      return List.of(known);
    }
    String written = CountryTowns.compared(place.span().of(text));
    return written.equals(known) ? List.of(known) : List.of(written, known);
  }
}
