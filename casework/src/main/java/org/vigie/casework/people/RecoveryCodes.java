package org.vigie.casework.people;

import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Codes that stand in for an authenticator that was lost: each once, beside the password. They are
 * told once, and only their hashes are kept.
 */
public final class RecoveryCodes {
  /** Makes the table. */
  public static final List<String> SCHEMA =
      List.of(
          """
          CREATE TABLE IF NOT EXISTS recovery_code (
            account TEXT NOT NULL, hash TEXT NOT NULL, used_at TEXT,
            PRIMARY KEY (account, hash))
          """);

  /** How many an account gets at once. */
  public static final int MANY = 10;

  /** 120 bits: from 112 on, a hash needs no salt (OWASP ASVS 5.0, 6.5.2). */
  private static final int BYTES = 15;

  private final CaseDatabase database;
  private final SecureRandom random;
  private final Clock clock;

  public RecoveryCodes(CaseDatabase database, SecureRandom random, Clock clock) {
    this.database = database;
    this.random = random;
    this.clock = clock;
  }

  /**
   * What is left of an account's codes.
   *
   * @param left how many weren't used yet
   * @param lastUsed when one was, if any of them
   */
  public record Standing(int left, Optional<Instant> lastUsed) {}

  /** Makes an account's codes, which are told once; its earlier ones end. */
  public List<String> renew(String account) {
    List<String> codes =
        Stream.generate(() -> PaperCode.random(random, BYTES)).distinct().limit(MANY).toList();
    database.transact(db -> {
      try (PreparedStatement delete =
              db.prepareStatement("DELETE FROM recovery_code WHERE account = ?");
          PreparedStatement insert =
              db.prepareStatement("INSERT INTO recovery_code VALUES (?, ?, NULL)")) {
        delete.setString(1, account);
        delete.executeUpdate();
        for (String code : codes) {
          insert.setString(1, account);
          insert.setString(2, Secret.hash(code));
          insert.executeUpdate();
        }
      }
      return account;
    });
    return codes.stream().map(PaperCode::shown).toList();
  }

  /**
   * Uses a code up in a transaction.
   *
   * @return whether it was there to be used: of many at once, for one
   */
  public boolean use(Connection db, String account, String typed) throws SQLException {
    try (PreparedStatement update =
        db.prepareStatement(
            "UPDATE recovery_code SET used_at = ?"
                + " WHERE account = ? AND hash = ? AND used_at IS NULL")) {
      update.setString(1, clock.instant().toString());
      update.setString(2, account);
      update.setString(3, Secret.hash(PaperCode.plain(typed)));
      return update.executeUpdate() == 1;
    }
  }

  /** Returns what is left of an account's codes. */
  public Standing of(String account) {
    List<Optional<Instant>> codes =
        database.list(
            "SELECT used_at FROM recovery_code WHERE account = ?",
            row -> Optional.ofNullable(row.getString("used_at")).map(Instant::parse),
            account);
    List<Instant> used = codes.stream().flatMap(Optional::stream).sorted().toList();
    return new Standing(
        codes.size() - used.size(),
        used.isEmpty() ? Optional.empty() : Optional.of(used.getLast()));
  }
}
