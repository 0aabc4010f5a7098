package org.vigie.cli.command.stream;

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
import org.vigie.cli.failure.Failure;
import org.vigie.pipeline.workspace.Workspace;

/**
 * Tells a run that has no end when people ask for something else than it keeps to. To take it up
 * the run is saved, ends, and starts anew, which may last half a minute where much is in state: so
 * that it isn't busy with that alone, it takes up at most a tenth of the time. A restriction
 * doesn't wait. For one thread.
 */
final class ChangedRequests implements BooleanSupplier {
  /** Between two looks at the files in which requests stand. */
  static final Duration LOOK = Duration.ofSeconds(2);

  /** Of all time, the part that may be spent on starting anew is one of so many. */
  private static final int SHARE = 10;

  private final Requests.Source source;
  private final Consumer<String> say;
  private final LongSupplier nanoTime;

  /** Files that whoever writes them may not be done with. */
  private final List<Path> texts;

  /** The console's database and its log. */
  private final List<Path> database;

  private Requests current;
  private Requests wanted;
  private List<String> stampsOfTexts;
  private List<String> stampsOfDesk;
  private boolean isRead = true;
  private String failure = "";
  private long nextLook;
  private long restsUntil;
  private long left;
  private boolean startsAnew;

  /**
   * @param source reads what is asked for; what it throws leaves all as it was
   * @param say is told why something can't be taken up
   * @param nanoTime as {@link System#nanoTime}
   */
  ChangedRequests(
      Workspace workspace, Requests.Source source, Consumer<String> say, LongSupplier nanoTime)
      throws IOException {
    this.source = source;
    this.say = say;
    this.nanoTime = nanoTime;
    texts = List.of(workspace.queries(), workspace.watchlist());
    database =
        List.of(
            workspace.database(),
            workspace.database().resolveSibling(workspace.database().getFileName() + "-wal"));
    stampsOfTexts = stamps(texts);
    stampsOfDesk = stamps(database);
    current = source.read();
    wanted = current;
    restsUntil = nanoTime.getAsLong();
    nextLook = restsUntil + LOOK.toNanos();
  }

  /** Returns what the run that starts next is to keep to. */
  Requests current() {
    return current;
  }

  /**
   * Returns whether the run is to start anew, with what {@link #current} then returns. It is asked
   * again once the new one works.
   */
  @Override
  public boolean getAsBoolean() {
    long now = nanoTime.getAsLong();
    if (startsAnew) {
      startsAnew = false;
      restsUntil = now + (SHARE - 1) * (now - left);
    }
    if (now - nextLook < 0) {
      return false;
    }
    nextLook = now + LOOK.toNanos();
    look();
    boolean waits = now - restsUntil < 0 && wanted.restricted().equals(current.restricted());
    if (waits || wanted.equals(current)) {
      return false;
    }
    current = wanted;
    left = now;
    startsAnew = true;
    return true;
  }

  /** Reads what changed, of a file once it was the same at two looks. */
  private void look() {
    try {
      List<String> ofTexts = stamps(texts);
      List<String> ofDesk = stamps(database);
      boolean isQuiet = ofTexts.equals(stampsOfTexts);
      isRead &= isQuiet && ofDesk.equals(stampsOfDesk);
      stampsOfTexts = ofTexts;
      stampsOfDesk = ofDesk;
      if (isQuiet && !isRead) {
        wanted = source.read();
        isRead = true;
        failure = "";
      }
    } catch (IOException | RuntimeException e) {
      // Whatever it is, a stream that has run for weeks goes on, and tries again at the next look.
      String why = Failure.of(e).line();
      if (!why.equals(failure) && !Thread.currentThread().isInterrupted()) {
        say.accept("what is asked for now can't be taken up yet: " + why);
      }
      failure = why;
    }
  }

  /** Returns by what one sees that a file was written. */
  private static List<String> stamps(List<Path> files) throws IOException {
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
