package org.vigie.casework.people;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The codes that go with invitations: the admin who asked for one gets its link, the admin who
 * granted it gets its code, and an account needs both. So neither can make one alone. Only hashes
 * are kept.
 */
public final class EnrolmentCodes {
  /** Makes the tables: the codes, and who is answerable for each account that was made with one. */
  public static final List<String> SCHEMA =
      List.of(
          """
          CREATE TABLE IF NOT EXISTS invitation_code (
            request INTEGER PRIMARY KEY, name TEXT NOT NULL, hash TEXT NOT NULL,
            granted_by TEXT NOT NULL, link TEXT, wrong INTEGER NOT NULL)
          """,
          """
          CREATE TABLE IF NOT EXISTS enrolment (
            account TEXT NOT NULL, invited_by TEXT NOT NULL, granted_by TEXT NOT NULL,
            at TEXT NOT NULL)
          """);

  /** Wrong codes after which an invitation is over: whoever has it on paper needs fewer. */
  public static final int MOST_WRONG = 5;

  private static final String IS_OVER =
      "EXISTS (SELECT 1 FROM invitation_code c WHERE c.link = invitation.hash AND c.wrong >= "
          + MOST_WRONG
          + ")";

  /** 80 bits: not to be guessed, even from the hash. */
  private static final int BYTES = 10;

  private final CaseDatabase database;
  private final SecureRandom random;
  private final Clock clock;

  public EnrolmentCodes(CaseDatabase database, SecureRandom random, Clock clock) {
    this.database = database;
    this.random = random;
    this.clock = clock;
  }

  /**
   * An account that was made with an invitation.
   *
   * @param invitedBy who asked, and handed on the link
   * @param grantedBy who granted, and handed on the code
   */
  public record Enrolment(String account, String invitedBy, String grantedBy, Instant at) {}

  /**
   * Makes the code of an invitation that was granted, which is told once; an earlier one under the
   * same name ends, and its link with it.
   *
   * @param request number of the request that was granted
   * @return 16 digits of Base32, four by four
   */
  public String grant(long request, String name, String by) {
    String code = PaperCode.random(random, BYTES);
    // The link first, so that no link is ever without its code.
    database.run("DELETE FROM invitation WHERE name = ?", name);
    database.run("DELETE FROM invitation_code WHERE name = ?", name);
    database.run(
        "INSERT INTO invitation_code VALUES (?, ?, ?, ?, NULL, 0)",
        request,
        name,
        Secret.hash(code),
        by);
    return PaperCode.shown(code);
  }

  /**
   * Ties the link of an invitation to the code that was made when it was granted.
   *
   * @return whether there is such a code
   */
  public boolean tie(long request, String token) {
    return database.run(
            "UPDATE invitation_code SET link = ? WHERE request = ? AND link IS NULL",
            Secret.hash(token),
            request)
        == 1;
  }

  /** Returns whether a link needs a code. */
  public boolean isNeeded(String token) {
    return !database
        .list("SELECT 1 FROM invitation_code WHERE link = ?", row -> true, Secret.hash(token))
        .isEmpty();
  }

  /** Returns whether a code is the one of a link; a wrong one counts, and too many end the link. */
  public boolean isRight(String token, String typed) {
    return database.transact(db -> {
      if (update(db, "UPDATE invitation_code SET wrong = wrong + 1 WHERE link = ?", token) == 0
          || !matches(db, token, typed)) {
        update(db, "DELETE FROM invitation WHERE hash = ? AND " + IS_OVER, token);
        return false;
      }
      return update(db, "UPDATE invitation_code SET wrong = wrong - 1 WHERE link = ?", token) == 1;
    });
  }

  /**
   * Uses a code up in a transaction, before its invitation is, and notes who is answerable for the
   * account.
   *
   * @return whether it was there to be used
   */
  public boolean use(Connection db, String token, String typed) throws SQLException {
    if (!matches(db, token, typed)) {
      return false;
    }
    try (PreparedStatement note =
        db.prepareStatement(
            "INSERT INTO enrolment SELECT c.name, i.invited_by, c.granted_by, ?"
                + " FROM invitation_code c JOIN invitation i ON i.hash = c.link WHERE c.link = ?")) {
      note.setString(1, clock.instant().toString());
      note.setString(2, Secret.hash(token));
      return note.executeUpdate() == 1
          && update(db, "DELETE FROM invitation_code WHERE link = ?", token) == 1;
    }
  }

  /** Returns the accounts that were made of late, the newest first. */
  public List<Enrolment> madeWithin(Duration time) {
    Instant since = clock.instant().minus(time);
    return database
        .list(
            "SELECT * FROM enrolment ORDER BY rowid DESC",
            row ->
                new Enrolment(
                    row.getString("account"),
                    row.getString("invited_by"),
                    row.getString("granted_by"),
                    Instant.parse(row.getString("at"))))
        .stream()
        .filter(made -> made.at().isAfter(since))
        .toList();
  }

  private static boolean matches(Connection db, String token, String typed) throws SQLException {
    Optional<String> hash = hash(db, token);
    byte[] offered = Secret.hash(PaperCode.plain(typed)).getBytes(StandardCharsets.UTF_8);
    return hash.isPresent()
        && MessageDigest.isEqual(hash.get().getBytes(StandardCharsets.UTF_8), offered);
  }

  private static Optional<String> hash(Connection db, String token) throws SQLException {
    try (PreparedStatement query =
        db.prepareStatement("SELECT hash FROM invitation_code WHERE link = ?")) {
      query.setString(1, Secret.hash(token));
      try (var rows = query.executeQuery()) {
        return rows.next() ? Optional.of(rows.getString("hash")) : Optional.empty();
      }
    }
  }

  private static int update(Connection db, String sql, String token) throws SQLException {
    try (PreparedStatement statement = db.prepareStatement(sql)) {
      statement.setString(1, Secret.hash(token));
      return statement.executeUpdate();
    }
  }
}
