package org.vigie.casework;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

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
 * @param decidedBy who granted or declined it, or empty while nobody has
 * @param decidedAt when, or null
 * @param granted whether they may go
 */
public record ExportRequest(
    long id,
    String askedBy,
    Instant askedAt,
    String query,
    String format,
    String recipient,
    String why,
    String decidedBy,
    @Nullable Instant decidedAt,
    boolean granted) {
  /** How long a grant holds: longer than a day's work, too short to be forgotten about. */
  public static final Duration HOLDS = Duration.ofHours(24);

  /** Returns whether a second person has yet to say. */
  public boolean isPending() {
    return decidedBy.isEmpty();
  }

  /** Returns whether nobody decided it in time. */
  public boolean isLapsed() {
    return decidedBy.equals(SecondPerson.NOBODY);
  }

  /** Returns whether the adverts may be taken out at an instant. */
  public boolean isOpen(Instant now) {
    return granted && decidedAt != null && now.isBefore(decidedAt.plus(HOLDS));
  }
}
