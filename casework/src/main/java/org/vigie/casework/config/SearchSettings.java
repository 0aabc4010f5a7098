package org.vigie.casework.config;

import java.time.Duration;
import org.vigie.files.yaml.Section;

/**
 * The {@code search} section of {@code vigie.yaml}.
 *
 * @param limit adverts shown of one search
 * @param facets values counted per facet; 0 for none
 * @param timeout after which a search shows what it has and says so
 */
public record SearchSettings(int limit, int facets, Duration timeout) {

  /** Returns the defaults: one screen of results. */
  public static SearchSettings defaults() {
    return new SearchSettings(10, 5, Duration.ofSeconds(5));
  }

  static SearchSettings read(Section section) {
    SearchSettings absent = defaults();
    SearchSettings read =
        new SearchSettings(
            section.integer("limit", absent.limit, 1, 1_000),
            section.integer("facets", absent.facets, 0, 100),
            section.duration("timeout", absent.timeout, Duration.ofMillis(1)));
    section.done();
    return read;
  }
}
