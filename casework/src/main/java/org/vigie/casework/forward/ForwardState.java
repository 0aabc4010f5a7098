package org.vigie.casework.forward;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.vigie.files.digest.Sha256;
import org.vigie.files.owner.WholeFile;

/**
 * How far the audit log was forwarded.
 *
 * @param to where to
 * @param bytes of the log that arrived there
 * @param hash {@code sha256:} of the last line that did, or of nothing
 * @param reached when it was reached last, ISO 8601, or empty
 * @param since since when it can't be reached, ISO 8601; empty if it can
 * @param problem why not, or empty
 * @param restarted when the log was found to be another than was forwarded, and was sent from its
 *     beginning, ISO 8601; empty if it never was
 */
public record ForwardState(
    String to,
    long bytes,
    String hash,
    String reached,
    String since,
    String problem,
    String restarted) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Returns the file beside a log in which it is kept. */
  public static Path beside(Path log) {
    return log.resolveSibling("forward.json");
  }

  /** Reads a state; nothing if there is none that can be read. */
  public static Optional<ForwardState> read(Path file) throws IOException {
    try {
      return Files.exists(file)
          ? Optional.ofNullable(JSON.readValue(Files.readString(file), ForwardState.class))
          : Optional.empty();
    } catch (JsonProcessingException e) {
      return Optional.empty();
    }
  }

  /** Nothing has gone there yet. */
  static ForwardState begin(String to) {
    return new ForwardState(to, 0, Sha256.of(""), "", "", "", "");
  }

  ForwardState restarted(Instant now) {
    return new ForwardState(to, 0, Sha256.of(""), reached, since, problem, now.toString());
  }

  ForwardState arrived(long end, String lastLine, Instant now) {
    return new ForwardState(to, end, Sha256.of(lastLine), now.toString(), "", "", restarted);
  }

  ForwardState failed(String why, Instant now) {
    String from = since.isEmpty() ? now.toString() : since;
    return new ForwardState(to, bytes, hash, reached, from, why, restarted);
  }

  /** Puts it in the place of the one before, whole or not at all. */
  void write(Path file) throws IOException {
    WholeFile.write(file, JSON.writeValueAsBytes(this));
  }
}
