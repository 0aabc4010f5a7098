package org.vigie.console.casework;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The wish of one person that nothing be left of an advert (Directive (EU) 2016/680, Art. 16),
 * which a second person grants or declines.
 *
 * @param id number in the order of asking
 * @param advert id of the advert
 * @param askedBy who asked
 * @param askedAt when
 * @param why the grounds
 * @param decidedBy who granted or declined it, or empty while nobody has
 * @param granted whether nothing may be left
 * @param doneAt when nothing was left, or null
 */
public record Erasure(
    long id,
    String advert,
    String askedBy,
    Instant askedAt,
    String why,
    String decidedBy,
    boolean granted,
    @Nullable Instant doneAt) {
  /** Returns whether a second person has yet to say. */
  public boolean isPending() {
    return decidedBy.isEmpty();
  }

  /** Returns whether it was granted and is yet to be carried out. */
  public boolean isDue() {
    return granted && doneAt == null;
  }
}
