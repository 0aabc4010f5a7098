package org.vigie.world;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What was planted. Each advert's URL, its port left out, is in exactly one of {@code campaigns},
 * {@code ordinary} and {@code watched}.
 *
 * @param campaigns planted campaigns, alerting and not
 * @param ordinary URLs of adverts that belong to no campaign and match no watched query
 * @param watched stored queries with the single adverts that they must match
 * @param repeats adverts that say the same, in the same place, as an earlier one of the same site,
 *     so that both have one content id
 */
public record Truth(
    List<Campaign> campaigns, List<String> ordinary, List<Watched> watched, List<Repeat> repeats) {
  public Truth {
    campaigns = List.copyOf(campaigns);
    ordinary = List.copyOf(ordinary);
    watched = List.copyOf(watched);
    repeats = List.copyOf(repeats);
  }

  /**
   * One campaign.
   *
   * @param name short name
   * @param urls URLs of its adverts by time, ports left out
   * @param alerts whether it must raise an alert
   */
  public record Campaign(String name, List<String> urls, boolean alerts) {
    public Campaign {
      urls = List.copyOf(urls);
    }
  }

  /**
   * A stored query that a watch list would hold.
   *
   * @param name short name
   * @param query in the language of the search, such as {@code phone:+33639980001}
   * @param urls URLs of all adverts that it matches, ports left out
   */
  public record Watched(String name, String query, List<String> urls) {
    public Watched {
      urls = List.copyOf(urls);
    }
  }

  /**
   * An advert that repeats an earlier one of its site word for word.
   *
   * @param url the later one
   * @param of the first one
   */
  public record Repeat(String url, String of) {}

  /** Writes the truth as JSON, in UTF-8; its folder must exist. */
  public void writeTo(Path file) throws IOException {
    Files.writeString(file, toJson() + "\n");
  }

  /** Returns the truth as one JSON object whose keys are the names of the components. */
  public String toJson() {
    return JsonText.write(
        fields(
            "campaigns",
            campaigns.stream()
                .map(c -> fields("name", c.name(), "urls", c.urls(), "alerts", c.alerts()))
                .toList(),
            "ordinary",
            ordinary,
            "watched",
            watched.stream()
                .map(w -> fields("name", w.name(), "query", w.query(), "urls", w.urls()))
                .toList(),
            "repeats",
            repeats.stream().map(r -> fields("url", r.url(), "of", r.of())).toList()));
  }

  private static Map<String, Object> fields(Object... keysAndValues) {
    Map<String, Object> fields = new LinkedHashMap<>();
    for (int i = 0; i < keysAndValues.length; i += 2) {
      fields.put((String) keysAndValues[i], keysAndValues[i + 1]);
    }
    return fields;
  }
}
