package org.vigie.console.erase;

import java.time.Instant;
import java.util.List;

/**
 * The order to erase adverts.
 *
 * @param adverts their ids
 * @param at when it was given
 */
public record ErasureOrder(List<String> adverts, Instant at) {
  public ErasureOrder {
    adverts = adverts.stream().sorted().distinct().toList();
    if (adverts.isEmpty()) {
      throw new IllegalArgumentException("an erasure must name an advert, but names none");
    }
  }
}
