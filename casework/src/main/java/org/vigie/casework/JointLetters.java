package org.vigie.casework;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vigie.casework.people.CaseDatabase;
import org.vigie.exchange.joint.Letter;
import org.vigie.exchange.marking.Tlp;
import org.vigie.files.failure.UserError;

/**
 * Which letters went to partners and came from them, and to which case each belongs: whose it is,
 * how far it may go, until when. It holds no text of theirs, and nothing is removed.
 */
public final class JointLetters {
  /** Makes the table. */
  public static final List<String> SCHEMA =
      AppendOnly.table(
          "joint_letter",
          "id TEXT PRIMARY KEY, kind TEXT NOT NULL, about TEXT NOT NULL, case_id TEXT NOT NULL,"
              + " ours INTEGER NOT NULL, owner TEXT NOT NULL, partner TEXT NOT NULL, marking TEXT"
              + " NOT NULL, keep_until TEXT NOT NULL, at TEXT NOT NULL, hash TEXT NOT NULL");

  // What is ours nobody else withdraws; what is a partner's, that partner alone.
  private static final String ALL =
      "SELECT l.*, (SELECT w.at FROM joint_letter w WHERE w.kind = 'withdrawal' AND w.about = l.id"
          + " AND w.ours = l.ours AND (l.ours = 1 OR w.partner = l.partner)) AS withdrawn FROM joint_letter l ";

  private final Path file;
  private final Clock clock;

  /**
   * @param file the database of people's work
   */
  public JointLetters(Path file, Clock clock) {
    this.file = file;
    this.clock = clock;
  }

  /**
   * A letter as a case keeps it.
   *
   * @param heading what it is, and about what
   * @param caseId the case that it belongs to here; empty for the withdrawal of what never came
   * @param parties whose it is, and whom it went to or came from
   * @param handling how far it may go, until when
   * @param at when it was sent or opened here
   * @param hash {@code sha256:} of the file that passed
   * @param withdrawn when its owner withdrew it; null if they didn't
   */
  public record Entry(
      Letter.Heading heading,
      String caseId,
      Parties parties,
      Handling handling,
      Instant at,
      String hash,
      @Nullable Instant withdrawn) {
    /** Returns whether it still stands at an instant. */
    public boolean stands(Instant now) {
      return withdrawn == null && !Letter.isOver(handling.keepUntil(), now);
    }
  }

  /**
   * Whose a letter is, and whom it went to or came from.
   *
   * @param ours whether we sent it
   * @param owner whose contribution it is
   * @param partner fingerprint of the other side's key; for their withdrawal of what came here, of
   *     the key that they sent that with
   */
  public record Parties(boolean ours, String owner, String partner) {}

  /**
   * How far a letter may go.
   *
   * @param keepUntil last day (UTC)
   */
  public record Handling(Tlp marking, LocalDate keepUntil) {}

  /** What is done while a letter is written down, and undoes that if it fails. */
  @FunctionalInterface
  public interface Keeping {
    void keep() throws IOException;
  }

  /**
   * Writes a letter down.
   *
   * @param keeping done if no letter of its id is there, and while no other can be written down
   * @throws UserError if one of its id is there: each is sent and opened once
   */
  public void add(
      Letter letter,
      String caseId,
      boolean ours,
      String owner,
      String partner,
      String hash,
      Keeping keeping) {
    Object[] row = {
      letter.heading().id(),
      letter.heading().kind().label(),
      letter.heading().about(),
      caseId,
      ours ? 1 : 0,
      owner,
      partner,
      letter.marking().label(),
      letter.keepUntil().toString(),
      clock.instant().toString(),
      hash
    };
    try (CaseDatabase database = CaseDatabase.open(file, SCHEMA)) {
      database.transact(db -> {
        insert(db, letter.heading().id(), row);
        try {
          keeping.keep();
        } catch (IOException e) {
          throw new UncheckedIOException("the letter must be kept, but can't be", e);
        }
        return true;
      });
    }
  }

  private static void insert(Connection db, String id, Object... row) throws SQLException {
    try (PreparedStatement insert =
        db.prepareStatement(
            "INSERT OR IGNORE INTO joint_letter VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
      for (int i = 0; i < row.length; i++) {
        insert.setObject(i + 1, row[i]);
      }
      if (insert.executeUpdate() == 0) {
        throw UserError.ofInput(
            "a letter must be opened once, but %s was opened before".formatted(id));
      }
    }
  }

  /** Finds a letter. */
  public Optional<Entry> find(String id) {
    return list("WHERE l.id = ?", id).stream().findFirst();
  }

  /**
   * Returns whether a partner withdrew a letter of its own, be it before it came here.
   *
   * @param partner fingerprint of its key
   */
  public boolean isWithdrawnBy(String partner, String id) {
    return !list(
            "WHERE l.kind = 'withdrawal' AND l.ours = 0 AND l.partner = ? AND l.about = ?",
            partner,
            id)
        .isEmpty();
  }

  /** Returns all, in the order in which they were written down. */
  public List<Entry> all() {
    return list("ORDER BY l.rowid");
  }

  /** Returns those of a case, in the same order. */
  public List<Entry> ofCase(String caseId) {
    return list("WHERE l.case_id = ? ORDER BY l.rowid", caseId);
  }

  private List<Entry> list(String which, Object... values) {
    if (!Files.exists(file)) {
      return List.of();
    }
    try (CaseDatabase database = CaseDatabase.open(file, SCHEMA)) {
      return database.list(ALL + which, JointLetters::entry, values);
    }
  }

  private static Entry entry(ResultSet row) throws SQLException {
    @Nullable String withdrawn = row.getString("withdrawn");
    return new Entry(
        new Letter.Heading(
            Letter.Kind.of(row.getString("kind")), row.getString("id"), row.getString("about")),
        row.getString("case_id"),
        new Parties(row.getInt("ours") == 1, row.getString("owner"), row.getString("partner")),
        new Handling(
            Tlp.parse(row.getString("marking")), LocalDate.parse(row.getString("keep_until"))),
        Instant.parse(row.getString("at")),
        row.getString("hash"),
        withdrawn == null ? null : Instant.parse(withdrawn));
  }
}
