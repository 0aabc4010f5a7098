package org.vigie.casework.environment;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.vigie.files.owner.FolderTree;

/**
 * A folder that takes a while to make: made once for all tests of a process, and copied for each
 * that then changes its own.
 */
public final class SharedFixture {
  private static final Path CHECKPOINTS = Path.of("state", "checkpoints");

  private final Making making;
  private @Nullable Path made;

  public SharedFixture(Making making) {
    this.making = making;
  }

  /** Fills a folder. */
  @FunctionalInterface
  public interface Making {
    void in(Path folder) throws Exception;
  }

  /**
   * Copies it into another folder.
   *
   * @throws IllegalStateException if it can't be made
   */
  public synchronized void copyTo(Path folder) throws IOException {
    Path from = made;
    if (from == null) {
      from = make();
      made = from;
    }
    Path ready = from;
    copy(ready, folder, file -> !isCheckpoint(ready, file));
  }

  /** A run that has ended goes on from its savepoint, and still deletes its checkpoints. */
  private static boolean isCheckpoint(Path made, Path file) {
    Path below = made.relativize(file);
    for (int i = 0; i + 2 <= below.getNameCount(); i++) {
      if (below.subpath(i, i + 2).equals(CHECKPOINTS)) {
        return true;
      }
    }
    return false;
  }

  private Path make() throws IOException {
    Path folder = Files.createTempDirectory("made-once");
    Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(folder)));
    try {
      making.in(folder);
    } catch (Exception e) {
      throw new IllegalStateException("what tests go on from must be made, but was not", e);
    }
    return folder;
  }

  private static void delete(Path folder) {
    try {
      FolderTree.delete(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Copies the files of a folder, those alone whose names end so, with their times. */
  public static void copy(Path source, Path target, String ending) throws IOException {
    copy(source, target, file -> file.toString().endsWith(ending));
  }

  private static void copy(Path source, Path target, Predicate<Path> wanted) throws IOException {
    for (Path file : FilesThatStay.in(source)) {
      if (wanted.test(file)) {
        Path copied = target.resolve(source.relativize(file).toString());
        Files.createDirectories(copied.getParent());
        copyIfThere(file, copied);
      }
    }
  }

  /** A job that has ended removes what it went on from: nothing else goes meanwhile. */
  private static void copyIfThere(Path file, Path copied) throws IOException {
    try {
      Files.copy(file, copied, StandardCopyOption.COPY_ATTRIBUTES);
    } catch (NoSuchFileException e) {
      if (Files.exists(file)) {
        throw e;
      }
    }
  }
}
