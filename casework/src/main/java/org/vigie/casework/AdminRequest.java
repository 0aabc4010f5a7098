package org.vigie.casework;

import java.time.Instant;

/**
 * Something about people's rights that one asked for and a second admin decides.
 *
 * @param kind what
 * @param askedBy name of the account of who asked
 * @param subject name of the account that it is about, what is to be done to which key, or which
 *     part of the settings
 * @param detail what in particular, as {@code roles} and the like
 * @param decision what came of it
 */
public record AdminRequest(
    long id,
    Kind kind,
    String askedBy,
    Instant askedAt,
    String subject,
    String detail,
    Decision decision) {
  /** What can be asked for. */
  public enum Kind {
    INVITE,
    CHANGE,
    TOKEN,
    /** A key is to be rotated or split. */
    KEYS,
    /** A part of {@code vigie.yaml} is to hold as it stands there now. */
    SETTINGS
  }

  /**
   * What came of a request.
   *
   * @param by who decided it, or empty
   * @param granted whether that was a yes
   * @param taken whether what was granted was taken, which is possible once
   */
  public record Decision(String by, boolean granted, boolean taken) {}

  public boolean isPending() {
    return decision.by().isEmpty();
  }

  public boolean isGranted() {
    return decision.granted();
  }

  /** Returns whether nobody decided it in time. */
  public boolean isLapsed() {
    return decision.by().equals(SecondPerson.NOBODY);
  }
}
