package org.vigie.casework.custody;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.vigie.crawler.Crawl;
import org.vigie.crawler.frontier.FrontierReport;
import org.vigie.files.failure.UserError;
import org.vigie.pipeline.workspace.Workspace;

/**
 * The copy of captures and frontier, which agree although a crawl writes both: each file of the
 * captures ends where the copied frontier has it committed.
 *
 * <p>A crawl archives a page first and commits it second, so the frontier is copied first. Of its
 * files RocksDB appends to the list of tables and to its logs; a table is written once and removed
 * later. So a copy of the list and, after it, of all that is there then is the frontier of some
 * moment, if nothing that the list names went in between: it is opened to tell.
 */
final class CrawlCopy {
  private static final int MOST_TRIES = 20;

  /** Between two tries; the files that were copied before and can't change are kept. */
  private static final long WAIT_MILLIS = 50;

  private static final String TABLE = ".sst";
  private static final String LOG = ".log";

  private final Path root;
  private final Path captures;
  private final Path frontier;
  private final Path part;
  private final FileCopies copies;

  /**
   * @param part folder of the copy that is being made
   */
  CrawlCopy(Workspace workspace, Path part, FileCopies copies) {
    this.root = workspace.root();
    this.captures = workspace.captures();
    this.frontier = Crawl.frontierOf(workspace.captures());
    this.part = part;
    this.copies = copies;
  }

  /** Returns whether a file is copied here. */
  boolean isOf(Path file) {
    return file.startsWith(captures) || file.startsWith(frontier);
  }

  /**
   * Makes the copy.
   *
   * @throws UserError if the crawl writes too fast to be copied
   */
  void make() throws IOException {
    if (isStill()) {
      return;
    }
    for (int tries = 1; tries <= MOST_TRIES; tries++) {
      Set<Path> before = new HashSet<>(Backup.files(captures));
      Optional<Map<String, Long>> committed = copyFrontier();
      if (committed.isPresent() && copyCaptures(before, committed.get())) {
        return;
      }
      pause();
    }
    throw UserError.ofInput(
        "%s must hold still for a moment to be copied, but didn't %d times; type ./vigie crawl pause before"
            .formatted(frontier, MOST_TRIES));
  }

  /** Copies all as it is, and returns whether nobody wrote meanwhile. */
  private boolean isStill() throws IOException {
    Map<Path, String> before = stamps();
    try {
      for (Path file : before.keySet()) {
        copy(file);
      }
      return stamps().equals(before);
    } catch (IOException e) {
      if (stamps().equals(before)) {
        throw e;
      }
      return false;
    }
  }

  private Map<Path, String> stamps() throws IOException {
    Map<Path, String> stamps = new TreeMap<>();
    for (Path folder : List.of(frontier, captures)) {
      for (Path file : Backup.files(folder)) {
        stamps.put(file, stamp(file));
      }
    }
    return stamps;
  }

  private static String stamp(Path file) {
    try {
      BasicFileAttributes read = Files.readAttributes(file, BasicFileAttributes.class);
      return read.size() + " " + read.lastModifiedTime();
    } catch (IOException e) {
      return "gone";
    }
  }

  private void copy(Path file) throws IOException {
    if (!Backup.isLock(file)) {
      copies.copy(file, root.relativize(file));
    }
  }

  /** Copies the frontier, and returns how far files of the captures are committed in it. */
  private Optional<Map<String, Long>> copyFrontier() throws IOException {
    Path copy = part.resolve(root.relativize(frontier));
    try {
      for (Path file : Backup.files(frontier)) {
        if (isOfList(file)) {
          copy(file);
        }
      }
      List<Path> files = new ArrayList<>(Backup.files(frontier));
      // Of two logs the first is whole once there is a second: it is copied first.
      files.sort(Comparator.comparing((Path file) -> file.toString().endsWith(LOG)));
      for (Path old : Backup.files(copy)) {
        if (!files.contains(frontier.resolve(copy.relativize(old)))) {
          Files.delete(old);
        }
      }
      for (Path file : files) {
        if (!isOfList(file) && !isWritten(file)) {
          copy(file);
        }
      }
      // It opens only if each table that its list names is there, as long as it says.
      return Optional.of(FrontierReport.committed(copy));
    } catch (IOException e) {
      return Optional.empty(); // something went or came amid it
    }
  }

  private static boolean isOfList(Path file) {
    String name = String.valueOf(file.getFileName());
    return name.equals("CURRENT") || name.startsWith("MANIFEST-") || name.equals("CLOSED");
  }

  /** Returns whether a table, which never changes, was copied before. */
  private boolean isWritten(Path file) throws IOException {
    Path copy = part.resolve(root.relativize(file));
    return file.toString().endsWith(TABLE)
        && Files.exists(copy)
        && Files.size(copy) == Files.size(file);
  }

  /**
   * Copies the captures as far as they are committed, and none that was begun since: files are
   * named after the time they were begun, and one is kept as complete after those before it.
   *
   * @param before those that there were before the frontier was copied
   * @return whether it is known of each other one that it was begun since
   */
  private boolean copyCaptures(Set<Path> before, Map<String, Long> committed) throws IOException {
    String last = committed.keySet().stream().max(Comparator.naturalOrder()).orElse("");
    for (Path file : Backup.files(captures)) {
      Long length = committed.get(name(file));
      boolean isOld = length != null || before.contains(file);
      if (!isOld && (last.isEmpty() || name(file).compareTo(last) < 0)) {
        return false;
      }
      if (!isOld) {
        Files.deleteIfExists(part.resolve(root.relativize(file)));
      } else if (length == null) {
        copy(file);
      } else if (!isCut(file, length)) {
        return false;
      }
    }
    return true;
  }

  private String name(Path file) {
    return captures.relativize(file).toString();
  }

  /** Copies what is committed of a file; its copy is no link, since it is cut. */
  private boolean isCut(Path file, long length) throws IOException {
    Path copy = part.resolve(root.relativize(file));
    if (length == 0) {
      Files.deleteIfExists(copy);
      return true;
    }
    copies.copyUnlinked(file, root.relativize(file));
    try (FileChannel channel = FileChannel.open(copy, StandardOpenOption.WRITE)) {
      channel.truncate(length);
      return channel.size() == length;
    }
  }

  private static void pause() throws InterruptedIOException {
    try {
      Thread.sleep(WAIT_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("a backup was interrupted");
    }
  }
}
