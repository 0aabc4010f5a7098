package org.vigie.pipeline.contact;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.vigie.advert.AssessedAdvert;
import org.vigie.advert.Place;

/** The towns that adverts stand in. */
public final class Towns {
  private Towns() {}

  /**
   * Returns the town that an advert's site declares, else the first that its text names. One alone,
   * since a text that names several says where it goes and not where it is.
   *
   * <p>Where neither says a country, any town may be meant that has the name, on any continent:
   * then none is returned.
   */
  public static Optional<Place> of(AssessedAdvert assessed) {
    return assessed.advert().country().isEmpty() ? Optional.empty() : named(assessed);
  }

  /** Returns the same, whether or not a country is declared. */
  public static Optional<Place> named(AssessedAdvert assessed) {
    List<Place> places = assessed.entities().places();
    String declared = assessed.advert().place();
    return places.stream()
        .filter(place -> !place.standsInText())
        .findFirst()
        .or(() -> places.stream().filter(p -> p.name().equalsIgnoreCase(declared)).findFirst())
        .or(() -> places.stream().min(Comparator.comparingInt(p -> p.span().start())));
  }
}
