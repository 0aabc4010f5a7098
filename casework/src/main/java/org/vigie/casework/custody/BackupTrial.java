package org.vigie.casework.custody;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;
import org.vigie.pipeline.workspace.Workspace;

/**
 * How the last trial of backup and restore ended.
 *
 * @param at when, ISO 8601
 * @param result {@code success}, or what went wrong in a word, as systemd has it in {@code
 *     SERVICE_RESULT}
 * @see <a
 *     href="https://www.freedesktop.org/software/systemd/man/latest/systemd.exec.html">systemd.exec</a>
 */
public record BackupTrial(String at, String result) {
  /** A trial is due each month; after two months it is missed. */
  private static final Duration LATE = Duration.ofDays(62);

  private static final String GOOD = "success";
  private static final Pattern RESULT = Pattern.compile("[a-z][a-z-]{0,39}");

  /**
   * @throws java.time.DateTimeException if {@code at} is no time
   * @throws IllegalArgumentException if {@code result} isn't a word of 1 to 40 small letters and
   *     hyphens
   */
  public BackupTrial {
    at = Instant.parse(at).toString();
    if (!RESULT.matcher(result).matches()) {
      throw new IllegalArgumentException(
          "a result must have 1 to 40 small letters or hyphens, such as success or timeout");
    }
  }

  /** Returns the file of a workspace in which it is kept. */
  public static Path file(Workspace workspace) {
    return workspace.database().resolveSibling("backup-trial.json");
  }

  /** Reads it; nothing if there is none that can be read. */
  public static Optional<BackupTrial> read(Path file) throws IOException {
    return StateFile.read(file, BackupTrial.class);
  }

  /** Puts it in the place of the one before, whole or not at all. */
  public void write(Path file) throws IOException {
    StateFile.write(file, this);
  }

  /** Returns when it ended. */
  @JsonIgnore
  public Instant ended() {
    return Instant.parse(at);
  }

  @JsonIgnore
  public boolean isGood() {
    return result.equals(GOOD);
  }

  /** Returns whether it is so long ago that the next one was missed. */
  public boolean isLate(Instant now) {
    return ended().plus(LATE).isBefore(now);
  }
}
