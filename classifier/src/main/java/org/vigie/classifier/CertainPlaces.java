package org.vigie.classifier;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.vigie.advert.AssessedAdvert;
import org.vigie.advert.Place;
import org.vigie.advert.Span;
import org.vigie.classifier.place.CountryTowns;

/**
 * What one advert tells others of where they are.
 *
 * @param countries ISO 3166-1 alpha-2 code of the country that it or its site declares, else of
 *     those of its phones
 * @param towns name, as names compare → the towns that it is certain to mean by it, without spans
 */
public record CertainPlaces(Set<String> countries, Map<String, Set<Place>> towns) {
  public CertainPlaces {
    countries = Set.copyOf(countries);
    towns = Map.copyOf(towns);
  }

  /** Returns what an advert tells. */
  public static CertainPlaces of(AssessedAdvert assessed) {
    PlacesTold told = new PlacesTold(assessed);
    Map<String, Set<Place>> towns = new HashMap<>();
    for (Place place : assessed.entities().places()) {
      if (told.isCertain(place)) {
        for (String name : names(assessed, place)) {
          towns.computeIfAbsent(name, unused -> new HashSet<>()).add(at(place, new Span(0, 0)));
        }
      }
    }
    return new CertainPlaces(told.countries(), towns);
  }

  /** Returns the same town at another stretch of a text. */
  static Place at(Place town, Span span) {
    return new Place(
        town.geonamesId(), town.name(), town.country(), town.latitude(), town.longitude(), span);
  }

  /** Returns the name as the advert writes it, then as GeoNames does, as names compare. */
  static List<String> names(AssessedAdvert assessed, Place place) {
    String text = assessed.advert().text();
    String known = CountryTowns.compared(place.name());
    if (!place.standsInText() || place.span().end() > text.length()) {
      return List.of(known);
    }
    String written = CountryTowns.compared(place.span().of(text));
    return written.equals(known) ? List.of(known) : List.of(written, known);
  }
}
