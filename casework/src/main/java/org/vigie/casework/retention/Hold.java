package org.vigie.casework.retention;

import java.util.Locale;

/**
 * What keeps an advert beyond its time.
 *
 * @param kind what it is
 * @param who whose decision it was; empty where it was none
 */
public record Hold(Kind kind, String who) {
  /** What may keep an advert. */
  public enum Kind {
    CASE,
    DECISION,
    RESTRICTION;

    /** Returns the name in phrases. */
    public String label() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Which case is for its members to know. */
  static final Hold BY_CASE = new Hold(Kind.CASE, "");

  static final Hold BY_RESTRICTION = new Hold(Kind.RESTRICTION, "");

  static Hold byDecisionOf(String account) {
    return new Hold(Kind.DECISION, account);
  }

  /** Returns it in words. */
  public String words() {
    return "a " + kind.label() + (who.isEmpty() ? "" : " of " + who);
  }
}
