package org.vigie.cli.command.stream;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** How many dead letters of each kind a workspace holds. */
final class DeadLetterKinds {
  private static final ObjectMapper JSON = new ObjectMapper();

  private DeadLetterKinds() {}

  /** Returns kind → number, none if there is no such file. */
  static Map<String, Long> of(Path file) {
    Map<String, Long> kinds = new TreeMap<>();
    if (!Files.isRegularFile(file)) {
      return kinds;
    }
    try (BufferedReader lines = Files.newBufferedReader(file)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        kinds.merge(kind(line), 1L, Long::sum);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return kinds;
  }

  private static String kind(String line) {
    try {
      return JSON.readTree(line).path("kind").asText("unknown");
    } catch (JsonProcessingException e) {
      return "unknown"; // a last line that is being written
    }
  }
}
