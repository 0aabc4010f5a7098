package org.vigie.casework.people;

import java.time.Instant;
import java.util.Set;

/**
 * A person who may sign in.
 *
 * @param name what the person signs in with: 2 to 40 lower-case letters, digits, dots and hyphens
 * @param roles what the person may do
 * @param enabled whether the person may sign in at all
 * @param createdAt when the account was made
 */
public record Account(String name, Set<Role> roles, boolean enabled, Instant createdAt) {
  private static final int SHORTEST = 2;
  private static final int LONGEST = 40;

  public Account {
    if (!isName(name)) {
      throw new IllegalArgumentException(
          "a name must have %d to %d lower-case letters, digits, dots or hyphens"
              .formatted(SHORTEST, LONGEST));
    }
    roles = Set.copyOf(roles);
  }

  /** Returns whether the person has at least one of some roles. */
  public boolean hasAny(Set<Role> wanted) {
    return roles.stream().anyMatch(wanted::contains);
  }

  /** Returns whether a text can name an account. */
  public static boolean isName(String text) {
    return text.length() >= SHORTEST
        && text.length() <= LONGEST
        && text.chars()
            .allMatch(
                c -> (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '.' || c == '-');
  }
}
