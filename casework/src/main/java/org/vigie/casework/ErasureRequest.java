package org.vigie.casework;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The wish of one person to have an advert erased, which a second person grants or declines.
 *
 * @param id number in the order of asking
 * @param askedBy who asked
 * @param askedAt when
 * @param advert id of the advert
 * @param why the grounds
 * @param decidedBy who granted or declined it, or empty while nobody has
 * @param decidedAt when, or null
 * @param granted whether it is to be erased
 */
public record ErasureRequest(
    long id,
    String askedBy,
    Instant askedAt,
    String advert,
    String why,
    String decidedBy,
    @Nullable Instant decidedAt,
    boolean granted) {

  /** Returns whether a second person has yet to say. */
  public boolean isPending() {
    return decidedBy.isEmpty();
  }
}
