package org.vigie.exchange.preserve;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.vigie.advert.Mandate;
import org.vigie.exchange.evidence.EvidenceItem;

/**
 * What is to be kept, by whom, under which mandate.
 *
 * @param mandate the mandate
 * @param recipient who is asked to keep it: a provider and its State
 * @param items the adverts, one at least
 * @param typed key of a part → what a person says there
 * @param madeAt when the draft is made
 */
public record PreservationWish(
    Mandate mandate,
    String recipient,
    List<EvidenceItem> items,
    Map<String, String> typed,
    Instant madeAt) {
  public PreservationWish {
    if (items.isEmpty()) {
      throw new IllegalArgumentException("a draft must be about an advert, but there is none");
    }
    items = List.copyOf(items);
    typed = Map.copyOf(typed);
  }
}
