package org.vigie.casework.mandate;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.vigie.files.owner.OwnerOnly;

/**
 * That a workspace was made of a backup. It lies beside the log until the first line is appended,
 * before which the log says it: a restore itself may lack the log's key and a mandate, and tells no
 * witness of a log that is only tried out.
 *
 * @param at when it was restored, in ISO 8601
 * @param user by whom
 * @param detail which backup, in words of the log
 * @param sums {@code sha256:} of the backup's list of hashes
 */
public record RestoreNote(String at, String user, String detail, String sums) {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String COMMAND = "restored";

  public RestoreNote {
    Objects.requireNonNull(at);
    Objects.requireNonNull(user);
    Objects.requireNonNull(detail);
    Objects.requireNonNull(sums);
  }

  /**
   * Returns the note of a backup.
   *
   * @param log the log as the backup has it
   * @param signer fingerprint of the key that signed the backup, or empty
   * @param trust label of what is known of the backup
   */
  public static RestoreNote of(
      Path log, Instant now, String user, String sums, String signer, String trust)
      throws IOException {
    String detail =
        "backup of=%s signer=%s trust=%s"
            .formatted(lastTime(log), signer.isEmpty() ? "none" : signer, trust);
    return new RestoreNote(now.toString(), user, detail, sums);
  }

  /** Leaves it beside a log, in the place of any that was there. */
  public void leaveBeside(Path log) throws IOException {
    Path file = OwnerOnly.file(file(log));
    Files.writeString(file, JSON.writeValueAsString(this), StandardCharsets.UTF_8);
  }

  /**
   * Returns the note beside a log, if there is one.
   *
   * @throws IOException if it is damaged
   */
  static Optional<RestoreNote> beside(Path log) throws IOException {
    Path file = file(log);
    if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
      return Optional.empty();
    }
    JsonNode written = JSON.readTree(file.toFile());
    if (!written.isObject()) {
      throw new IOException(file + " must be the note of a restore, but isn't");
    }
    RestoreNote note = JSON.treeToValue(written, RestoreNote.class);
    try {
      note.time();
    } catch (DateTimeException e) {
      throw new IOException(file + " must say when it was restored, but doesn't", e);
    }
    return Optional.of(note);
  }

  /** Removes the note beside a log, which says it by now. */
  static void removeBeside(Path log) throws IOException {
    Files.deleteIfExists(file(log));
  }

  Instant time() {
    return Instant.parse(at);
  }

  AuditEvent event() {
    return AuditEvent.of(COMMAND, detail).handingOut(sums);
  }

  private static Path file(Path log) {
    return log.resolveSibling("restored.json");
  }

  /** Returns when the last line of a log was written: shortly before the backup was made. */
  private static String lastTime(Path log) throws IOException {
    if (!Files.exists(log)) {
      return "unknown";
    }
    try (FileChannel channel = FileChannel.open(log)) {
      String time = JSON.readTree(AuditTail.lastLine(channel)).path("at").asText();
      return Instant.parse(time).toString();
    } catch (JsonProcessingException | DateTimeException e) {
      return "unknown"; // a damaged line, of which ./vigie audit verify tells
    }
  }
}
