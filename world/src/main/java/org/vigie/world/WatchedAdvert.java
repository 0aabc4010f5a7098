package org.vigie.world;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * A single advert that a stored query must match.
 *
 * @param query in the language of the search
 * @param advert the advert, whose group is the name of the query
 */
record WatchedAdvert(String query, PlantedAdvert advert) {
  /** Reads the watched adverts of this module: rows of ten cells and a text. */
  static List<WatchedAdvert> loadAll() {
    List<WatchedAdvert> watched = new ArrayList<>();
    for (String row : WorldFile.read("campaigns/watched.txt").split("\n")) {
      if (!row.isBlank() && !row.startsWith("#")) {
        watched.add(parse(row));
      }
    }
    return watched;
  }

  private static WatchedAdvert parse(String row) {
    List<String> cells = Arrays.stream(row.split("\\|")).map(String::strip).toList();
    Content content =
        new Content(
            InventedKind.valueOf(cells.get(5).toUpperCase(Locale.ROOT)),
            cells.get(4),
            cells.get(9),
            List.of(cells.get(10)),
            cells.get(7),
            cells.get(6),
            new Content.Price(cells.get(8), "EUR"),
            "");
    return new WatchedAdvert(
        cells.get(1),
        new PlantedAdvert(
            cells.get(0), Campaign.host(cells.get(2)), Campaign.hour(cells.get(3)), content));
  }
}
