package org.vigie.web;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.vigie.casework.people.Role;
import org.vigie.casework.people.Scope;

/** Who may ask for an address. */
public sealed interface Access {
  /** Roles that may see adverts. */
  Set<Role> READERS = Set.of(Role.ANALYST, Role.REVIEWER, Role.CASE_LEAD);

  /** Whoever reaches the server: the sign-in page and what it looks like. */
  record Anyone() implements Access {}

  /** Whoever has signed in. */
  record SignedIn() implements Access {}

  /**
   * Whoever has signed in, or a program with a token that holds, whatever their roles and scopes.
   */
  record Known() implements Access {}

  /**
   * Whoever has signed in and has one of some roles.
   *
   * @param roles at least one
   */
  record Having(Set<Role> roles) implements Access {
    public Having {
      if (roles.isEmpty()) {
        throw new IllegalArgumentException("access must be given to some role, but was to none");
      }
      roles = Set.copyOf(roles);
    }
  }

  /**
   * A program with a token of some scope, whose account has one of some roles.
   *
   * @param roles at least one
   */
  record Token(Scope scope, Set<Role> roles) implements Access {
    public Token {
      if (roles.isEmpty()) {
        throw new IllegalArgumentException("access must be given to some role, but was to none");
      }
      roles = Set.copyOf(roles);
    }
  }

  /** Returns the labels of some roles, in the order of {@link Role}. */
  static List<String> labels(Set<Role> roles) {
    return roles.stream().sorted().map(Role::label).toList();
  }

  /** Programs that may see adverts. */
  static Access ofPrograms(Scope scope) {
    return new Token(scope, READERS);
  }

  /** Those who may see adverts: neither auditors nor admins by that role alone. */
  static Access ofReaders() {
    return new Having(READERS);
  }

  static Access of(Role first, Role... more) {
    return new Having(EnumSet.of(first, more));
  }
}
