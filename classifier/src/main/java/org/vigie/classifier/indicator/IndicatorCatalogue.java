package org.vigie.classifier.indicator;

import java.util.List;
import java.util.Set;
import org.vigie.advert.Finding;
import org.vigie.advert.Indicator;
import org.vigie.advert.Span;

/** The indicators there are, as what finds them needs to know them. */
public interface IndicatorCatalogue {
  /** Returns their ids. */
  Set<String> ids();

  /**
   * Returns an indicator as found: with spans and detail.
   *
   * @param id one of {@link #ids}, such as {@code RC-07}
   * @param spans where in the advert's text; empty if it comes from fields or a cluster
   * @param found what was found, in words that name no person and quote no contact
   * @throws IllegalArgumentException if there is no such indicator
   */
  Indicator indicator(String id, List<Span> spans, Finding found);

  /** Returns an indicator as it is, found nowhere. */
  default Indicator indicator(String id) {
    return indicator(id, List.of(), Finding.NONE);
  }
}
