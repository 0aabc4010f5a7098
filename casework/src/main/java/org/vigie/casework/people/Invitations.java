package org.vigie.casework.people;

import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Invitations to make an account: each good once, for a day. Only their hashes are kept. */
public final class Invitations {
  /** Makes the table. */
  public static final List<String> SCHEMA =
      List.of(
          """
          CREATE TABLE IF NOT EXISTS invitation (
            hash TEXT PRIMARY KEY, name TEXT NOT NULL, roles TEXT NOT NULL,
            invited_by TEXT NOT NULL, expires_at TEXT NOT NULL)
          """);

  /** How long an invitation is good. */
  public static final Duration LIFE = Duration.ofHours(24);

  private final CaseDatabase database;
  private final SecureRandom random;
  private final Clock clock;

  public Invitations(CaseDatabase database, SecureRandom random, Clock clock) {
    this.database = database;
    this.random = random;
    this.clock = clock;
  }

  /**
   * Invites somebody and returns the token, which is told once; an earlier invitation under the
   * same name ends.
   */
  public String invite(String name, Set<Role> roles, String by) {
    String token = Secret.random(random);
    database.run("DELETE FROM invitation WHERE name = ?", name);
    database.run(
        "INSERT INTO invitation VALUES (?, ?, ?, ?, ?)",
        Secret.hash(token),
        name,
        Role.labels(roles),
        by,
        clock.instant().plus(LIFE).toString());
    return token;
  }

  /** Finds the invitation of a token that is still good. */
  public Optional<Invitation> find(String token) {
    Instant now = clock.instant();
    return database
        .list(
            "SELECT * FROM invitation WHERE hash = ?",
            row ->
                new Invitation(
                    row.getString("name"),
                    Role.of(row.getString("roles")),
                    Instant.parse(row.getString("expires_at"))),
            Secret.hash(token))
        .stream()
        .filter(invitation -> now.isBefore(invitation.expiresAt()))
        .findFirst();
  }

  /** Uses an invitation up in a transaction, and returns whether it was there to be used. */
  public boolean use(Connection db, String token) throws SQLException {
    try (PreparedStatement delete =
        db.prepareStatement("DELETE FROM invitation WHERE hash = ? AND expires_at > ?")) {
      delete.setString(1, Secret.hash(token));
      delete.setString(2, clock.instant().toString());
      return delete.executeUpdate() == 1;
    }
  }
}
