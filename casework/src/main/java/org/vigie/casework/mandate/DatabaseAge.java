package org.vigie.casework.mandate;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;
import org.vigie.advert.Finding;
import org.vigie.casework.people.ChangeCount;

/**
 * How many {@linkplain ChangeCount changes} the case database had when the last line of the log was
 * written, held against those it has. One that has more is as it must be: a kill may come between a
 * change and the line after it. One that has fewer was put back, and with it budgets that were used
 * up, grants and codes.
 */
public final class DatabaseAge {
  /** The command that takes a database as it is. */
  public static final String ACCEPTED = "audit accept-database";

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Path database;

  /**
   * @param database its file, which needs not be there
   */
  public DatabaseAge(Path database) {
    this.database = database;
  }

  /**
   * Returns what the last line of a log says; nothing if none does, as those of former releases.
   */
  public static OptionalLong logged(Path log) throws IOException {
    if (!Files.exists(log)) {
      return OptionalLong.empty();
    }
    try (FileChannel channel = FileChannel.open(log)) {
      return logged(channel);
    }
  }

  private static OptionalLong logged(FileChannel log) throws IOException {
    LinesBackwards lines = new LinesBackwards(log, log.size());
    Optional<LinesBackwards.Line> line = lines.next();
    for (; line.isPresent(); line = lines.next()) {
      JsonNode said = said(line.get().text());
      if (said.isIntegralNumber()) {
        return OptionalLong.of(said.longValue());
      }
    }
    return OptionalLong.empty();
  }

  private static JsonNode said(String line) {
    try {
      return JSON.readTree(line).path("database");
    } catch (JsonProcessingException e) {
      return JSON.missingNode(); // a damaged line, of which ./vigie audit verify tells
    }
  }

  /** Returns what is wrong with the database, if a log knows a newer one. */
  public Optional<Finding> problem(Path log) throws IOException {
    // The log first: what is written meanwhile makes the database newer.
    OptionalLong logged = logged(log);
    return problem(logged, ChangeCount.of(database));
  }

  private Optional<Finding> problem(OptionalLong logged, OptionalLong found) {
    if (logged.isEmpty() || found.isEmpty() || found.getAsLong() >= logged.getAsLong()) {
      return Optional.empty();
    }
    Finding problem =
        Files.exists(database)
            ? Finding.of("database-set-back").with("found", found.getAsLong())
            : Finding.of("database-missing");
    return Optional.of(
        problem
            .with("file", String.valueOf(database.getFileName()))
            .with("logged", logged.getAsLong()));
  }

  /**
   * Returns what the next line says, while nobody else appends: what the last one did, if the
   * database can't be read now.
   *
   * @param isAccepted whether that line takes the database as it is
   * @throws OlderException if the last line knows a newer one
   */
  OptionalLong next(FileChannel log, boolean isAccepted) throws IOException, OlderException {
    OptionalLong logged = logged(log);
    OptionalLong found = ChangeCount.of(database);
    Optional<Finding> problem = isAccepted ? Optional.empty() : problem(logged, found);
    if (problem.isPresent()) {
      throw new OlderException(problem.get());
    }
    return found.isPresent() ? found : logged;
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
