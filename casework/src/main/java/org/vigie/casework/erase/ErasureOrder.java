package org.vigie.casework.erase;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The order to erase adverts.
 *
 * @param adverts their ids
 * @param at when it was given
 * @param before null where they are erased for good. Where their time is up, all else goes that was
 *     collected before this and holds no advert; and what is collected of them after the order is
 *     taken in anew
 */
public record ErasureOrder(List<String> adverts, Instant at, @Nullable Instant before) {
  public ErasureOrder {
    adverts = adverts.stream().sorted().distinct().toList();
    if (adverts.isEmpty() && before == null) {
      throw new IllegalArgumentException("an erasure must name an advert, but names none");
    }
  }

  /** An order to erase adverts for good. */
  public ErasureOrder(List<String> adverts, Instant at) {
    this(adverts, at, null);
  }
}
