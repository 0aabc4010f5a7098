package org.vigie.classifier.place;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.vigie.advert.Place;
import org.vigie.advert.Span;
import org.vigie.text.NormalizedText;
import org.vigie.text.Word;
import org.vigie.text.Words;

/**
 * The towns of each country by their names. The gazetteer is read when a town is first asked for.
 */
public final class CountryTowns {
  private final Path models;
  private @Nullable Gazetteer gazetteer;

  /**
   * @param models the models folder
   */
  public CountryTowns(Path models) {
    this.models = models;
  }

  /**
   * Returns the town that a name means where a country is likely, if it is one of the country's: a
   * name that the world knows by a far larger town elsewhere still means that one.
   *
   * @param country ISO 3166-1 alpha-2 code in capitals
   * @param span where the name stands
   * @throws UncheckedIOException if the gazetteer can't be read
   */
  public Optional<Place> find(String name, String country, Span span) {
    List<Gazetteer.Named> towns = gazetteer().named(compared(name));
    if (towns.isEmpty()) {
      return Optional.empty();
    }
    PlaceFinder.Countries likely = new PlaceFinder.Countries("", country, other -> false);
    return Optional.of(PlaceFinder.likeliest(towns, likely))
        .filter(town -> town.country().equals(country))
        .map(town -> PlaceFinder.place(town, span));
  }

  /** Returns a name as the gazetteer holds it: its words as they compare. */
  public static String compared(String name) {
    return Words.of(NormalizedText.of(name)).stream()
        .map(Word::text)
        .collect(Collectors.joining(" "));
  }

  private synchronized Gazetteer gazetteer() {
    Gazetteer known = gazetteer;
    if (known == null) {
      known = load();
      gazetteer = known;
    }
    return known;
  }

  private Gazetteer load() {
    try {
      return Gazetteer.load(models);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
