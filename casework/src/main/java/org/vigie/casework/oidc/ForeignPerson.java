package org.vigie.casework.oidc;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.vigie.casework.people.Role;

/**
 * A person as a provider knows them.
 *
 * @param issuer the provider
 * @param subject its name for the person, never given twice
 * @param name what the person is called there, or empty
 * @param roles what the person may do here
 * @param authenticatedAt when the provider last saw for itself who it is; null if it doesn't say
 */
public record ForeignPerson(
    String issuer,
    String subject,
    String name,
    Set<Role> roles,
    @Nullable Instant authenticatedAt) {
  public ForeignPerson {
    roles = Set.copyOf(roles);
  }
}
