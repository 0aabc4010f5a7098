package org.vigie.advert;

import java.util.List;

/**
 * Where one sign stands: an example among the adverts that show it.
 *
 * @param indicator row of the taxonomy
 * @param advertId the advert of the smallest id that shows it, so that the order of arrival doesn't
 *     show
 * @param spans where in the advert's text, at most {@link #MAX_SPANS}; empty if it comes from
 *     fields
 */
public record Evidence(String indicator, String advertId, List<Span> spans) {
  /** A reader needs an example, not all places. */
  public static final int MAX_SPANS = 3;

  public Evidence {
    spans = spans.stream().limit(MAX_SPANS).toList();
  }

  /** Returns the evidence that an indicator of an advert is. */
  public static Evidence of(Indicator indicator, String advertId) {
    return new Evidence(indicator.id(), advertId, indicator.spans());
  }

  /** Returns whichever is in the advert of the smaller id. */
  public Evidence orEarlier(Evidence other) {
    return other.advertId.compareTo(advertId) < 0 ? other : this;
  }
}
