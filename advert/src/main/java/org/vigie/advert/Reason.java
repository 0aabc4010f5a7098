package org.vigie.advert;

import java.util.List;

/**
 * One part of a risk: what was found, and how far it moved the raw score.
 *
 * @param feature what was found, in words
 * @param contribution its share of the raw score in log-odds; above 0 raises the risk
 * @param spans where in the advert's text; empty if it comes from fields
 */
public record Reason(String feature, double contribution, List<Span> spans) {
  public Reason {
    spans = List.copyOf(spans);
  }
}
