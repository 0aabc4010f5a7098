package org.vigie.casework.custody;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.vigie.files.owner.WholeFile;

/** A small JSON file that holds how something last ended. */
final class StateFile {
  private static final ObjectMapper JSON = new ObjectMapper();

  private StateFile() {}

  /** Reads it; nothing if there is none that can be read. */
  static <T> Optional<T> read(Path file, Class<T> type) throws IOException {
    try {
      return Files.exists(file)
          ? Optional.ofNullable(JSON.readValue(Files.readAllBytes(file), type))
          : Optional.empty();
    } catch (JsonProcessingException e) {
      return Optional.empty();
    }
  }

  /** Puts it in the place of the one before, whole or not at all. */
  static void write(Path file, Object state) throws IOException {
    WholeFile.write(file, JSON.writeValueAsBytes(state));
  }
}
