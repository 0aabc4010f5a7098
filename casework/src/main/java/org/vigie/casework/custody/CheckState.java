package org.vigie.casework.custody;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.vigie.pipeline.workspace.Workspace;

/**
 * What the last look over a workspace in the background found.
 *
 * @param at when it ended, ISO 8601
 * @param count of what is wrong
 * @param problems the first of what is wrong, 20 at most, one line each that begins with the part;
 *     empty if nothing is
 */
public record CheckState(String at, int count, List<String> problems) {
  /** Who is told needs no more to begin, and a rotten disk has thousands. */
  private static final int MOST_TOLD = 20;

  /**
   * @throws java.time.DateTimeException if {@code at} is no time
   */
  public CheckState {
    at = Instant.parse(at).toString();
    problems = List.copyOf(problems);
    count = Math.max(count, problems.size());
  }

  static CheckState of(List<WorkspaceCheck.Found> found, Instant now) {
    List<String> problems =
        found.stream()
            .flatMap(part -> part.problems().stream().map(each -> part.part() + ": " + each))
            .toList();
    return new CheckState(
        now.toString(), problems.size(), problems.stream().limit(MOST_TOLD).toList());
  }

  /** Returns the file of a workspace in which it is kept. */
  public static Path file(Workspace workspace) {
    return workspace.database().resolveSibling("check.json");
  }

  /** Reads it; nothing if there is none that can be read. */
  public static Optional<CheckState> read(Path file) throws IOException {
    return StateFile.read(file, CheckState.class);
  }

  /** Returns when it ended. */
  @JsonIgnore
  public Instant ended() {
    return Instant.parse(at);
  }

  @JsonIgnore
  public boolean isWhole() {
    return count == 0;
  }

  /** Returns all of it in a line. */
  public String line() {
    return isWhole() ? "whole" : "problems=" + count + " " + String.join("; ", problems);
  }

  /** Puts it in the place of the one before, whole or not at all. */
  void write(Path file) throws IOException {
    StateFile.write(file, this);
  }
}
