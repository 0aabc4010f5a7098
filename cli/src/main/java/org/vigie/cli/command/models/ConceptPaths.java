package org.vigie.cli.command.models;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.vigie.casework.environment.Environment;
import org.vigie.classifier.sign.ConceptFile;
import org.vigie.files.failure.Exit;
import org.vigie.files.failure.UserError;

/** Files of word forms as commands are given them. */
final class ConceptPaths {
  private ConceptPaths() {}

  /** What reads such files. */
  @FunctionalInterface
  interface Read<T> {
    T from() throws IOException;
  }

  /**
   * Returns the path of a file that is there.
   *
   * @throws UserError if there is none
   */
  static Path require(Environment environment, String file) {
    Path path = environment.path(file);
    if (!Files.isRegularFile(path)) {
      throw UserError.ofInput("%s must be a file of concepts, but is none".formatted(file));
    }
    return path;
  }

  /** Returns the file of a language in a models folder, which need not be there. */
  static Path of(Path models, String language) {
    return models.resolve(ConceptFile.FOLDER).resolve(language + ".yaml");
  }

  /**
   * Reads something of files that people write.
   *
   * @throws UserError if they say what they must not; names file and key, or line
   */
  static <T> T read(Read<T> read) throws IOException {
    try {
      return read.from();
    } catch (IllegalArgumentException e) {
      throw new UserError(Exit.INPUT, String.valueOf(e.getMessage()), e);
    }
  }
}
