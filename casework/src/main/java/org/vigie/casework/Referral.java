package org.vigie.casework;

import java.time.Instant;

/**
 * The wish of one person to hand something to another authority, which a second person grants or
 * declines.
 *
 * @param id number in the order of asking
 * @param subject the alert or the case
 * @param askedBy who asked
 * @param askedAt when
 * @param recipient the authority it should go to
 * @param why the grounds
 * @param decision what a second person said
 */
public record Referral(
    long id,
    Subject subject,
    String askedBy,
    Instant askedAt,
    String recipient,
    String why,
    SecondDecision decision) {
  /** Returns whether a second person has yet to say. */
  public boolean isPending() {
    return decision.isPending();
  }
}
