package org.vigie.casework;

import java.util.Locale;

/**
 * What a person wrote on something so that it is found again.
 *
 * @param kind what sort of mark it is
 * @param subject what it is on
 * @param value the tag, or the account that looks after it
 */
public record Mark(Kind kind, Subject subject, String value) {
  /** Sorts of marks. */
  public enum Kind {
    TAG,
    ASSIGNEE;

    /** Returns the name in forms, in the store and in phrases. */
    public String label() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
