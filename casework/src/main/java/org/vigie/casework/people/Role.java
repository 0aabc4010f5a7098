package org.vigie.casework.people;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

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

  /** Returns the labels of some roles, apart by spaces. */
  static String labels(Set<Role> roles) {
    return new TreeSet<>(roles).stream().map(Role::label).collect(Collectors.joining(" "));
  }

  /** Returns the roles that labels apart by spaces name. */
  static Set<Role> of(String labels) {
    Set<Role> roles = EnumSet.noneOf(Role.class);
    Arrays.stream(labels.split(" ", -1))
        .filter(label -> !label.isEmpty())
        .map(Role::labelled)
        .forEach(roles::add);
    return roles;
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
