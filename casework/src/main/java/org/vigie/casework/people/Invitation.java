package org.vigie.casework.people;

import java.time.Instant;
import java.util.Set;

/**
 * The right of one person to make an account.
 *
 * @param name of the account
 * @param roles it will have
 * @param expiresAt when the right ends
 */
public record Invitation(String name, Set<Role> roles, Instant expiresAt) {
  public Invitation {
    roles = Set.copyOf(roles);
  }
}
