package org.vigie.casework;

import java.time.Instant;
import java.util.Locale;

/**
 * One thing that a person did with an alert.
 *
 * @param at when
 * @param account who
 * @param alert id of the alert
 * @param kind what was done
 * @param value whom it was given to, until when it sleeps, or what came of it; or empty
 * @param note what the person wrote, or empty
 */
public record AlertStep(
    Instant at, String account, String alert, Kind kind, String value, String note) {
  /** What can be done with an alert. */
  public enum Kind {
    /** Given to somebody; the value is the account. */
    ASSIGNED,
    /** Put off; the value is the instant until which. */
    SNOOZED,
    /** Answered; the value is the label of an {@link AlertOutcome}. */
    DECIDED,
    /** Opened again. */
    REOPENED,
    /** Written about. */
    NOTED;

    /** Returns the name in the store and in phrases. */
    public String label() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
