package org.vigie.casework.custody;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.vigie.advert.Finding;
import org.vigie.casework.error.UserErrors;
import org.vigie.casework.mandate.DatabaseAge;
import org.vigie.casework.mandate.MandateCheck;
import org.vigie.files.failure.UserError;
import org.vigie.pipeline.workspace.Workspace;

/**
 * A case database that the audit log knows of and that isn't there any more. Made anew without a
 * word it would hold neither accounts nor restrictions, and what is restricted would be shown.
 */
public final class LostDatabase {
  /** A line of somebody who was signed in: sessions are in the database. */
  private static final Predicate<String> OF_SESSION =
      // As bytes, a letter such as Å holds what is a line's end to a dot.
      Pattern.compile(
              "\\{\"at\":\"[^\"]*\",\"user\":\"[^\"\\\\]*+(?:\\\\.[^\"\\\\]*+)*+\",\"session\".*",
              Pattern.DOTALL)
          .asMatchPredicate();

  /**
   * A line of a command that shows that there was a database: it is written while that is open, or
   * once it holds what the line says. The lines of {@code restrict} that are excluded here only say
   * what was typed. Those of an erasure show nothing, since it leaves nothing new in the database.
   */
  private static final Pattern OF_RECORD =
      Pattern.compile(
          "\"command\":\"(?:deconflict answered\""
              + "|restrict\",\"detail\":\"(?!list\"|lift |accuracy |evidence ))");

  private LostDatabase() {}

  /** Returns whether a workspace lacks the database that its log knows of. */
  public static boolean isIn(Workspace workspace) throws IOException {
    Path log = MandateCheck.log(workspace);
    if (Files.exists(workspace.database()) || !Files.exists(log)) {
      return false;
    }
    if (DatabaseAge.said(log).orElse(0) > 0) {
      return true;
    }
    // No byte is refused as UTF-8 would be.
    try (Stream<String> lines = Files.lines(log, StandardCharsets.ISO_8859_1)) {
      return lines.anyMatch(line -> OF_SESSION.test(line) || OF_RECORD.matcher(line).find());
    }
  }

  /**
   * Requires that a workspace has its database, if it had one, and no older one in its place.
   *
   * @param shown its file as whoever asks writes it
   * @throws UserError if it is lost or older than the log tells
   */
  public static void requireNone(Workspace workspace, String shown) throws IOException {
    if (isIn(workspace)) {
      throw UserError.ofInput(
          "%s must hold accounts, cases and restrictions that the audit log knows of, but is missing; take it of a backup (./vigie restore --from BACKUP --to DIR), or, if it is lost for good, begin without any: ./vigie audit accept-database --why TEXT"
              .formatted(shown));
    }
    Optional<Finding> older =
        new DatabaseAge(workspace.database()).problem(MandateCheck.log(workspace));
    if (older.isPresent()) {
      throw UserErrors.ofInput(older.get());
    }
  }
}
