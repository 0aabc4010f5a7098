package org.vigie.console.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.vigie.pipeline.RunConfig;
import org.vigie.pipeline.workspace.Workspace;

/**
 * Tells a run that has no end when people ask for something else than it keeps to. To take it up
 * the run is saved, ends, and starts anew, which may last half a minute where much is in state: so
 * that it isn't busy with that alone, it takes up at most a tenth of the time. For one thread.
 */
final class ChangedRequests implements BooleanSupplier {
  /** Between two looks at the files in which requests stand. */
  static final Duration LOOK = Duration.ofSeconds(2);

  /** Of all time, the part that may be spent on starting anew is one of so many. */
  private static final int SHARE = 10;

  private final Workspace workspace;
  private final RunConfig config;
  private final Consumer<String> say;
  private final LongSupplier nanoTime;
  private final List<Path> files;
  private Requests current;
  private List<String> stamps;
  private long nextLook;
  private long left;
  private boolean startsAnew;

  /**
   * @param say is told why something can't be taken up
   * @param nanoTime as {@link System#nanoTime}
   */
  ChangedRequests(
      Workspace workspace, RunConfig config, Consumer<String> say, LongSupplier nanoTime)
      throws IOException {
    this.workspace = workspace;
    this.config = config;
    this.say = say;
    this.nanoTime = nanoTime;
    Path desk = workspace.desk();
    files =
        List.of(
            workspace.queries(),
            workspace.watchlist(),
            desk,
            desk.resolveSibling(desk.getFileName() + "-wal"));
    stamps = stamps();
    current = Requests.of(workspace, config);
    nextLook = nanoTime.getAsLong() + LOOK.toNanos();
  }

  /** Returns what the run that starts next is to keep to. */
  Requests current() {
    return current;
  }

  /**
   * Returns whether the run is to start anew, with what {@link #current} then returns. It is asked
   * again once the new one runs.
   */
  @Override
  public boolean getAsBoolean() {
    long now = nanoTime.getAsLong();
    if (startsAnew) {
      startsAnew = false;
      nextLook = now + Math.max(LOOK.toNanos(), (SHARE - 1) * (now - left));
    }
    if (now - nextLook < 0) {
      return false;
    }
    nextLook = now + LOOK.toNanos();
    startsAnew = look();
    left = now;
    return startsAnew;
  }

  private boolean look() {
    List<String> before = stamps;
    try {
      stamps = stamps();
      if (stamps.equals(before)) {
        return false;
      }
      Requests found = Requests.of(workspace, config);
      boolean changed = !found.equals(current);
      current = found;
      return changed;
    } catch (IOException | RuntimeException e) {
      // Whatever it is, a stream that has run for weeks goes on.
      say.accept("what is asked for now can't be taken up yet: " + e.getMessage());
      return false;
    }
  }

  /** Returns by what one sees that a file was written; the database's own log is one. */
  private List<String> stamps() throws IOException {
    List<String> all = new ArrayList<>();
    for (Path file : files) {
      try {
        var read = Files.readAttributes(file, BasicFileAttributes.class);
        all.add(read.lastModifiedTime() + " " + read.size());
      } catch (NoSuchFileException e) {
        all.add("");
      }
    }
    return all;
  }
}
