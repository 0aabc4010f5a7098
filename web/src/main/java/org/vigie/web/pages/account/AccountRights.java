package org.vigie.web.pages.account;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.vigie.casework.AdminRequest;
import org.vigie.casework.people.Role;
import org.vigie.web.Visit;

/**
 * What an account is to be allowed, as one admin types it and another one reads it.
 *
 * @param enabled whether it may sign in; an invitation doesn't say so
 */
record AccountRights(Set<Role> roles, boolean enabled) {
  /** Stands beside the labels of the roles if the account may sign in. */
  private static final String ENABLED = "enabled";

  AccountRights {
    roles = Set.copyOf(roles);
  }

  /** Returns what a form says; a role that there isn't is passed over. */
  static AccountRights typed(Visit visit) {
    return new AccountRights(labelled(visit.forms("role")), visit.form(ENABLED).equals("yes"));
  }

  /** Returns what a request asks for. */
  static AccountRights asked(AdminRequest request) {
    List<String> words = Arrays.asList(request.detail().split(" ", -1));
    return new AccountRights(labelled(words), words.contains(ENABLED));
  }

  /** Returns it in words, as {@link #asked} reads it. */
  String detail() {
    String labels = roles.stream().sorted().map(Role::label).collect(Collectors.joining(" "));
    return (labels + (enabled ? " " + ENABLED : "")).strip();
  }

  private static Set<Role> labelled(List<String> labels) {
    Set<Role> roles = EnumSet.noneOf(Role.class);
    Arrays.stream(Role.values()).filter(role -> labels.contains(role.label())).forEach(roles::add);
    return roles;
  }
}
