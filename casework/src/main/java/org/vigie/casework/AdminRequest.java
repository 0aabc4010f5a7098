package org.vigie.casework;

import java.time.Instant;

/**
 * Something about people's rights that one asked for and a second admin decides.
 *
 * @param kind what
 * @param askedBy name of the account of who asked
 * @param subject name of the account that it is about, or what is to be done to which key
 * @param detail what in particular, as {@code roles} and the like
 * @param decidedBy who decided it, or empty
 * @param granted whether that was a yes
 * @param taken whether what was granted was taken, which is possible once
 */
public record AdminRequest(
    long id,
    Kind kind,
    String askedBy,
    Instant askedAt,
    String subject,
    String detail,
    String decidedBy,
    boolean granted,
    boolean taken) {
  /** What can be asked for. */
  public enum Kind {
    INVITE,
    CHANGE,
    TOKEN,
    /** A key is to be rotated or split. */
    KEYS
  }

  public boolean isPending() {
    return decidedBy.isEmpty();
  }

  /** Returns whether nobody decided it in time. */
  public boolean isLapsed() {
    return decidedBy.equals(SecondPerson.NOBODY);
  }
}
