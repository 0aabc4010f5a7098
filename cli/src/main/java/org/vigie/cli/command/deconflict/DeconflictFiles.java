package org.vigie.cli.command.deconflict;

import java.nio.file.Files;
import java.nio.file.Path;
import org.vigie.casework.environment.Environment;
import org.vigie.files.failure.UserError;

/** The files that pass between agencies, as the command line names them. */
final class DeconflictFiles {
  private DeconflictFiles() {}

  /** Returns the file to write, which must not be there. */
  static Path absent(Environment environment, String word) {
    Path file = environment.path(word);
    if (Files.exists(file)) {
      throw UserError.ofUsage("--out must be a file that doesn't exist yet, but it is there");
    }
    return file;
  }
}
