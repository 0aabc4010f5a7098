package org.vigie.capture.warc;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vigie.advert.Observation;

/**
 * What an exchange shows beside an earlier one with the same page.
 *
 * @param sameAs the page that it is still the same as; null if it isn't, or if there is none
 * @param observations what became of the adverts that were found before
 * @param extractionCut whether the page held more than extraction looks at
 */
public record Comparison(
    @Nullable ArchivedPage sameAs, List<Observation> observations, boolean extractionCut) {
  private static final Comparison NONE = new Comparison(null, List.of(), false);

  public Comparison {
    observations = List.copyOf(observations);
  }

  /** Returns what a first exchange shows. */
  public static Comparison none() {
    return NONE;
  }
}
