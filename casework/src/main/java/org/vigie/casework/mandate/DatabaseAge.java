package org.vigie.casework.mandate;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;
import org.vigie.advert.Finding;
import org.vigie.casework.error.UserErrors;
import org.vigie.casework.mandate.SignedLines.UnsignedException;
import org.vigie.casework.people.ChangeCount;
import org.vigie.casework.people.ChangeCount.State;
import org.vigie.files.failure.UserError;

/**
 * How many {@linkplain ChangeCount changes} the case database had when the last line of the log was
 * written, held against those it has. One that has more is as it must be: a kill may come between a
 * change and the line after it. One that has fewer was put back, and with it budgets that were used
 * up, grants and codes.
 */
public final class DatabaseAge {
  /** The command that takes a database as it is. */
  public static final String ACCEPTED = "audit accept-database";

  /** The line by which somebody wants that, of whom a second person can be told. */
  public static final String ASKED = "audit accept-database asked";

  /** The line after an act, which says how far the database has come by it. */
  static final String COUNTED = "database counted";

  /** How the detail of a line begins by which a database is asked for whatever the log counts. */
  private static final String UNSIGNED = "unsigned";

  /** Above which a line isn't believed to count changes, or none could be counted any more. */
  private static final long MOST = 1L << 62;

  private final Path database;

  /**
   * @param database its file, which needs not be there
   */
  public DatabaseAge(Path database) {
    this.database = database;
  }

  /**
   * Returns what the last line of a log says, whoever wrote it; nothing if none does, as those of
   * former releases.
   */
  public static OptionalLong said(Path log) throws IOException {
    // Or to close it would end the lock of a thread that appends.
    return DurableLines.alone(log, OptionalLong.empty(), DatabaseAge::said);
  }

  private static OptionalLong said(FileChannel log) throws IOException {
    LinesBackwards lines = new LinesBackwards(log, log.size());
    Optional<LinesBackwards.Line> line = lines.next();
    for (; line.isPresent(); line = lines.next()) {
      OptionalLong said = said(SignedLines.parsed(line.get().text()));
      if (said.isPresent()) {
        return said;
      }
    }
    return OptionalLong.empty();
  }

  private static OptionalLong said(JsonNode line) {
    JsonNode said = line.path("database");
    return said.isIntegralNumber() ? OptionalLong.of(said.longValue()) : OptionalLong.empty();
  }

  /**
   * Returns what the log's key vouches for: what the last line says that it signed, or any without
   * a head of its own that comes after it, if that is more.
   */
  private static OptionalLong signed(SignedLines lines) throws IOException, UnsignedException {
    OptionalLong most = OptionalLong.empty();
    for (JsonNode line : lines.unsigned()) {
      most = said(line);
    }
    Optional<JsonNode> line = lines.next();
    for (; line.isPresent(); line = lines.next()) {
      if (isAskedUnsigned(line.get())) {
        throw new UnsignedException();
      }
      OptionalLong said = said(line.get());
      if (said.isPresent()) {
        most = OptionalLong.of(Math.max(said.getAsLong(), most.orElse(0)));
        if (lines.isSigned()) {
          return most;
        }
      }
    }
    return most;
  }

  /** Such a line is signed, but what it comes after isn't. */
  private static boolean isAskedUnsigned(JsonNode line) {
    return line.path("command").asText().equals(ASKED)
        && line.path("detail").asText().startsWith(UNSIGNED);
  }

  /**
   * Returns what is wrong with the database by what the last line of a log says, whoever wrote it:
   * for somebody who is about to append, which asks more.
   */
  public Optional<Finding> problem(Path log) throws IOException {
    // The log first: what is written meanwhile makes the database newer.
    OptionalLong logged = said(log);
    return problem(logged.orElse(0), ChangeCount.find(database));
  }

  /** Returns what is wrong with the database, if a log's key knows a newer one, or vouches not. */
  public Optional<Finding> problem(Path log, AuditSeal seal) throws IOException {
    try {
      OptionalLong logged = signed(log, seal);
      return problem(logged.orElse(0), ChangeCount.find(database));
    } catch (UnsignedException e) {
      return Optional.of(unsigned());
    }
  }

  /** Returns that nobody can know how old the database is, if it can't be read now. */
  public Optional<Finding> unknown(Path log) throws IOException {
    return said(log).isPresent() && ChangeCount.find(database).state() == State.LOCKED
        ? Optional.of(about("database-unreadable"))
        : Optional.empty();
  }

  /**
   * Returns which database it is that somebody may accept, as the detail of a line.
   *
   * @throws UserError if it can't be read: then nobody can say what is accepted
   */
  public String state(Path log, AuditSeal seal) throws IOException {
    ChangeCount.Found found = ChangeCount.find(database);
    Optional<Finding> unread = unread(found);
    if (unread.isPresent()) {
      throw UserErrors.ofInput(unread.get());
    }
    String state =
        Files.exists(database) ? "older changes=" + found.changes().orElse(0) : "missing";
    try {
      signed(log, seal);
      return state;
    } catch (UnsignedException e) {
      return UNSIGNED + " " + state;
    }
  }

  private static OptionalLong signed(Path log, AuditSeal seal)
      throws IOException, UnsignedException {
    return SignedLines.alone(log, seal, OptionalLong.empty(), DatabaseAge::signed);
  }

  /** One that can't be read is told by {@link #unknown}, unless waiting is of no use. */
  private Optional<Finding> problem(long logged, ChangeCount.Found found) {
    if (found.state() == State.DAMAGED && logged > 0) {
      return unread(found);
    }
    if (found.changes().isEmpty() || found.changes().getAsLong() >= logged) {
      return Optional.empty();
    }
    Finding problem =
        Files.exists(database)
            ? about("database-set-back").with("found", found.changes().getAsLong())
            : about("database-missing");
    return Optional.of(problem.with("logged", logged));
  }

  private Optional<Finding> unread(ChangeCount.Found found) {
    return switch (found.state()) {
      case READ -> Optional.empty();
      case LOCKED, OWN -> Optional.of(about("database-unreadable"));
      case DAMAGED -> Optional.of(about("database-damaged"));
    };
  }

  private Finding unsigned() {
    return about("database-count-unsigned");
  }

  private Finding about(String code) {
    return Finding.of(code).with("file", String.valueOf(database.getFileName()));
  }

  /**
   * What the next line says.
   *
   * @param changes of the database; nothing if that isn't known
   * @param isNew whether no line says so yet
   */
  record Count(OptionalLong changes, boolean isNew) {
    static final Count UNKNOWN = new Count(OptionalLong.empty(), false);
  }

  /**
   * Returns what the next line says, while nobody else appends: what the last one did, while this
   * process has the database open alone.
   *
   * @throws OlderException if the last line knows a newer one, or its key doesn't vouch for it, or
   *     this process itself changed another since, or the database can't be read
   */
  Count next(FileChannel log, Path file, AuditSeal seal) throws IOException, OlderException {
    OptionalLong logged;
    try {
      logged = signed(SignedLines.of(log, file, seal));
    } catch (UnsignedException e) {
      throw new OlderException(unsigned());
    }
    // Before it is asked for, as others of this process go on.
    long known = Math.max(logged.orElse(0), ChangeCount.committed(database));
    ChangeCount.Found found = ChangeCount.find(database);
    Optional<Finding> problem = problem(known, found);
    if (problem.isEmpty() && known > 0 && found.state() == State.LOCKED) {
      problem = unread(found); // or an older one would do for as long as somebody locks it
    }
    if (problem.isPresent()) {
      throw new OlderException(problem.get());
    }
    OptionalLong changes = found.changes();
    boolean isNew = changes.isPresent() && changes.getAsLong() > logged.orElse(0);
    return new Count(changes.isPresent() ? changes : logged, isNew);
  }

  /**
   * Returns the same of a line that takes the database as it is: one change more than was ever
   * known, which {@link #raise} then lets it have.
   *
   * @throws OlderException if it can't be read now
   */
  Count accepted(FileChannel log, Path file, AuditSeal seal) throws IOException, OlderException {
    ChangeCount.Found found = ChangeCount.find(database);
    Optional<Finding> unread = unread(found);
    if (unread.isPresent()) {
      throw new OlderException(unread.get());
    }
    long most = Math.max(found.changes().orElse(0), said(log).orElse(0));
    try {
      most = Math.max(most, signed(SignedLines.of(log, file, seal)).orElse(0));
    } catch (UnsignedException e) {
      // Then what anybody wrote is the most that is known.
    }
    ChangeCount.forget(database);
    return new Count(OptionalLong.of(Math.min(most, MOST) + 1), true);
  }

  /** Lets the database, which is made if it is missing, be the one that a log accepted last. */
  public void raise(Path log) throws IOException {
    ChangeCount.raise(database, said(log).orElse(0));
  }

  /** That the database is older than the log tells. */
  static final class OlderException extends Exception {
    private static final long serialVersionUID = 1;

    private final Finding why;

    private OlderException(Finding why) {
      super("the case database is older than the log tells");
      this.why = why;
    }

    Finding why() {
      return why;
    }
  }
}
