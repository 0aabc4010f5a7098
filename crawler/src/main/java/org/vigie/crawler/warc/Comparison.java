package org.vigie.crawler.warc;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vigie.advert.Observation;

/**
 * What an exchange shows beside an earlier one with the same page.
 *
 * @param sameAs when the page was archived that it is still the same as; null if it isn't, or if
 *     there is none
 * @param observations what became of the adverts that were found before
 */
public record Comparison(@Nullable Instant sameAs, List<Observation> observations) {
  private static final Comparison NONE = new Comparison(null, List.of());

  public Comparison {
    observations = List.copyOf(observations);
  }

  /** Returns what a first exchange shows. */
  public static Comparison none() {
    return NONE;
  }
}
