package org.vigie.casework;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The wish of one person to take adverts out of the system, which a second person grants or
 * declines.
 *
 * @param id number in the order of asking
 * @param askedBy who asked
 * @param askedAt when
 * @param query what finds the adverts
 * @param format label of the format
 * @param recipient who gets them
 * @param why the grounds
 * @param decision what a second person said
 */
public record ExportRequest(
    long id,
    String askedBy,
    Instant askedAt,
    String query,
    String format,
    String recipient,
    String why,
    SecondDecision decision) {
  /** Characters that a recipient may have. */
  public static final int LONGEST_RECIPIENT = 200;

  /** How long a grant holds: longer than a day's work, too short to be forgotten about. */
  public static final Duration HOLDS = Duration.ofHours(24);

  /** Returns whether a second person has yet to say. */
  public boolean isPending() {
    return decision.isPending();
  }

  /** Returns whether nobody decided it in time. */
  public boolean isLapsed() {
    return decision.isLapsed();
  }

  /** Returns whether the adverts may be taken out at an instant. */
  public boolean isOpen(Instant now) {
    return until().filter(now::isBefore).isPresent();
  }

  /** Returns until when the adverts may be taken out; nothing unless that was granted. */
  public Optional<Instant> until() {
    return Optional.ofNullable(decision.at())
        .filter(from -> decision.granted())
        .map(from -> from.plus(HOLDS));
  }
}
