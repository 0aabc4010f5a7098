package org.vigie.console.retention;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;

/**
 * An advert whose time is up.
 *
 * @param advert its id
 * @param limit which limit it is under
 * @param collected when it was last collected
 * @param since when its time was up
 * @param heldBy what holds it, such as {@code a case}; empty if nothing does
 */
public record Overdue(String advert, Limit limit, Instant collected, Instant since, String heldBy) {
  /** Returns whether people must decide, rather than the limit. */
  @JsonIgnore
  public boolean isHeld() {
    return !heldBy.isEmpty();
  }
}
