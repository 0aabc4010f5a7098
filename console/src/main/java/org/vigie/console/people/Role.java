package org.vigie.console.people;

import java.util.Locale;

/** What a person is allowed to do in the console; a person may have several. */
public enum Role {
  /** Searches, reads and judges adverts. */
  ANALYST,
  /** Confirms what an analyst proposes, such as a referral. */
  REVIEWER,
  /** Opens cases and decides who is in them. */
  CASE_LEAD,
  /** Runs crawls and sees how channels fare. */
  CRAWL_MANAGER,
  /** Tunes models and sees how they fare. */
  MODEL_OPERATOR,
  /** Reads the audit log, but no adverts. */
  AUDITOR,
  /** Manages accounts, but sees no content. */
  ADMIN;

  /** Returns the name as it is written in forms and in the store. */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /**
   * Returns the role with a label.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static Role labelled(String label) {
    for (Role role : values()) {
      if (role.label().equals(label)) {
        return role;
      }
    }
    throw new IllegalArgumentException("a role must be one of the known ones, but was " + label);
  }
}
