package org.vigie.casework.people;

import java.time.Instant;
import java.util.Set;

/**
 * What lets a program ask in the name of a person; the token itself is told once and not kept.
 *
 * @param id number in the order of making
 * @param account in whose name it asks
 * @param name what that person calls it
 * @param scopes what it may read
 * @param purpose what for, as the audit log tells it
 * @param expiresAt when it ends
 */
public record ApiToken(
    long id, String account, String name, Set<Scope> scopes, String purpose, Instant expiresAt) {
  public ApiToken {
    scopes = Set.copyOf(scopes);
  }
}
