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
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.vigie.files.owner.OwnerOnly;

/**
 * What was done to a workspace that its log can't say yet. It lies beside the log until the first
 * line is appended, before which the log says it: a restore may lack the log's key and a mandate,
 * and tells no witness of a log that is only tried out; and where a lost key is replaced, a kill
 * must not leave another one of which nothing is said.
 *
 * @param at when it was done, in ISO 8601
 * @param user by whom
 * @param detail what exactly, in words of the log
 * @param sums {@code sha256:} of a backup's list of hashes, or empty
 */
public record LogNote(Kind kind, String at, String user, String detail, String sums) {
  /** Stands for a lost key of which nothing is left. */
  static final String UNKNOWN_KEY = "unknown";

  private static final ObjectMapper JSON = new ObjectMapper();

  /** What is done before a log can say it. */
  public enum Kind {
    RESTORED("restored", "restored.json"),
    KEY_REPLACED("keys replaced audit", "key-replaced.json");

    private final String command;
    private final String file;

    Kind(String command, String file) {
      this.command = command;
      this.file = file;
    }

    private Path beside(Path log) {
      return log.resolveSibling(file);
    }
  }

  public LogNote {
    Objects.requireNonNull(kind);
    Objects.requireNonNull(at);
    Objects.requireNonNull(user);
    Objects.requireNonNull(detail);
    Objects.requireNonNull(sums);
  }

  /**
   * Returns the note that a workspace was made of a backup.
   *
   * @param log the log as the backup has it
   * @param signer fingerprint of the key that signed the backup, or empty
   * @param trust label of what is known of the backup
   */
  public static LogNote ofRestore(
      Path log, Instant now, String user, String sums, String signer, String trust)
      throws IOException {
    String detail =
        "backup of=%s signer=%s trust=%s"
            .formatted(lastTime(log), signer.isEmpty() ? "none" : signer, trust);
    return new LogNote(Kind.RESTORED, now.toString(), user, detail, sums);
  }

  /**
   * Returns the note that another key takes the place of a log's lost one.
   *
   * @param lost fingerprint of the lost one, or {@code unknown}
   * @param to fingerprint of the other
   */
  static LogNote ofReplacedKey(Instant now, String user, String lost, String to) {
    String detail = "lost=%s to=%s".formatted(lost, to);
    return new LogNote(Kind.KEY_REPLACED, now.toString(), user, detail, "");
  }

  /** Leaves it beside a log, in the place of any of its kind that was there. */
  public void leaveBeside(Path log) throws IOException {
    Path file = OwnerOnly.file(kind.beside(log));
    Files.writeString(file, JSON.writeValueAsString(this), StandardCharsets.UTF_8);
  }

  /**
   * Returns the notes beside a log, the earliest first.
   *
   * @throws IOException if one is damaged
   */
  static List<LogNote> beside(Path log) throws IOException {
    List<LogNote> notes = new ArrayList<>();
    for (Kind kind : Kind.values()) {
      Path file = kind.beside(log);
      if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
        notes.add(read(file, kind));
      }
    }
    notes.sort(Comparator.comparing(LogNote::time));
    return notes;
  }

  private static LogNote read(Path file, Kind kind) throws IOException {
    JsonNode written = JSON.readTree(file.toFile());
    if (!written.isObject()) {
      throw new IOException(file + " must be a note for the log, but isn't");
    }
    LogNote note = JSON.treeToValue(written, LogNote.class);
    if (note.kind != kind) {
      throw new IOException(file + " must be a note of its kind, but is of " + note.kind);
    }
    try {
      note.time();
    } catch (DateTimeException e) {
      throw new IOException(file + " must say when it was written, but doesn't", e);
    }
    return note;
  }

  /** Removes the notes beside a log, which says them by now. */
  static void removeBeside(Path log) throws IOException {
    for (Kind kind : Kind.values()) {
      Files.deleteIfExists(kind.beside(log));
    }
  }

  /** Returns the fingerprint of the key that was lost, if that is what it says. */
  Optional<String> lostKey() {
    return lostKey(kind.command, detail);
  }

  /**
   * Returns the same of a line of the log, whose detail is that of its note: all of it where that
   * is no detail of ours, so that no line says unseen that a key was lost.
   *
   * @param command as the line has it
   */
  static Optional<String> lostKey(String command, String detail) {
    return command.equals(Kind.KEY_REPLACED.command)
        ? Optional.of(detail.replaceAll("^lost=| to=.*$", ""))
        : Optional.empty();
  }

  Instant time() {
    return Instant.parse(at);
  }

  AuditEvent event() {
    AuditEvent event = AuditEvent.of(kind.command, detail);
    return sums.isEmpty() ? event : event.handingOut(sums);
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
