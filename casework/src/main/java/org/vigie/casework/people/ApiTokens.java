package org.vigie.casework.people;

import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The tokens of all accounts. Their hashes alone are kept. */
public final class ApiTokens {
  /** Makes the table of tokens. */
  public static final List<String> SCHEMA =
      List.of(
          """
          CREATE TABLE IF NOT EXISTS api_token (
            id INTEGER PRIMARY KEY, hash TEXT NOT NULL UNIQUE, account TEXT NOT NULL,
            name TEXT NOT NULL, scopes TEXT NOT NULL, purpose TEXT NOT NULL,
            created_at TEXT NOT NULL, expires_at TEXT NOT NULL, revoked INTEGER NOT NULL)
          """);

  /** A token that nobody remembers ends by itself. */
  public static final Duration LONGEST = Duration.ofDays(90);

  private final CaseDatabase database;
  private final SecureRandom random;
  private final Clock clock;

  public ApiTokens(CaseDatabase database, SecureRandom random, Clock clock) {
    this.database = database;
    this.random = random;
    this.clock = clock;
  }

  /**
   * Makes a token and returns it, which is told once.
   *
   * @param holds at most {@link #LONGEST}
   */
  public String make(
      String account, String name, Set<Scope> scopes, String purpose, Duration holds) {
    if (holds.compareTo(LONGEST) > 0 || !holds.isPositive()) {
      throw new IllegalArgumentException(
          "a token must hold for at most %d days, but should for %s"
              .formatted(LONGEST.toDays(), holds));
    }
    String token = Secret.random(random);
    Instant now = clock.instant();
    database.run(
        "INSERT INTO api_token (hash, account, name, scopes, purpose, created_at, expires_at,"
            + " revoked) VALUES (?, ?, ?, ?, ?, ?, ?, 0)",
        Secret.hash(token),
        account,
        name,
        Scope.labels(scopes),
        purpose,
        now.toString(),
        now.plus(holds).toString());
    return token;
  }

  /** Finds what a token lets a program do, unless it was revoked or has ended. */
  public Optional<ApiToken> find(String token) {
    Instant now = clock.instant();
    return database
        .list(
            "SELECT * FROM api_token WHERE hash = ? AND revoked = 0",
            ApiTokens::token,
            Secret.hash(token))
        .stream()
        .filter(found -> now.isBefore(found.expiresAt()))
        .findFirst();
  }

  /** Returns the tokens of an account that still hold, the newest first. */
  public List<ApiToken> of(String account) {
    Instant now = clock.instant();
    return database
        .list(
            "SELECT * FROM api_token WHERE account = ? AND revoked = 0 ORDER BY id DESC",
            ApiTokens::token,
            account)
        .stream()
        .filter(found -> now.isBefore(found.expiresAt()))
        .toList();
  }

  /** Ends a token of an account; returns whether there was one. */
  public boolean revoke(String account, long id) {
    return database.run(
            "UPDATE api_token SET revoked = 1 WHERE id = ? AND account = ? AND revoked = 0",
            id,
            account)
        == 1;
  }

  /** Ends all tokens of an account. */
  public void revokeAllOf(String account) {
    database.run("UPDATE api_token SET revoked = 1 WHERE account = ? AND revoked = 0", account);
  }

  private static ApiToken token(ResultSet row) throws SQLException {
    return new ApiToken(
        row.getLong("id"),
        row.getString("account"),
        row.getString("name"),
        Scope.of(row.getString("scopes")),
        row.getString("purpose"),
        Instant.parse(row.getString("expires_at")));
  }
}
