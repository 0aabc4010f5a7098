package org.vigie.casework.custody;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.vigie.files.digest.Sha256;
import org.vigie.files.failure.UserError;
import org.vigie.files.owner.OwnerOnly;
import org.vigie.pipeline.workspace.FolderTree;
import org.vigie.pipeline.workspace.Workspace;

/**
 * A copy of a workspace that is consistent while the console and the stream go on: the database by
 * SQLite's own online backup, since most of it may lie in the write-ahead log; the audit log under
 * its lock; state before the index, so that what was indexed since is only indexed again.
 *
 * <p>Beside the files lies {@code SHA256SUMS}, which {@code sha256sum --check} reads.
 */
public final class Backup {
  /** The list of what is in a copy. */
  public static final String SUMS = "SHA256SUMS";

  private static final int MOST_TRIES = 10;

  private final Workspace workspace;

  public Backup(Workspace workspace) {
    this.workspace = workspace;
  }

  /**
   * Makes a copy in a new folder, which appears only once it is whole.
   *
   * @return how many files it has
   */
  public int into(Path target) throws IOException {
    requireAbsent(target);
    Path part = target.resolveSibling(target.getFileName() + ".part");
    if (Files.exists(part)) {
      FolderTree.delete(part);
    }
    OwnerOnly.folder(part);
    copyDatabase(part);
    copyAudit(part);
    copySettled(workspace.state(), part);
    copySettled(workspace.index(), part);
    copyOthers(part);
    int files = writeSums(part);
    Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
    return files;
  }

  /**
   * Makes a workspace of a copy, once each file of it was found to be as it was written.
   *
   * @return how many files it has
   */
  public static int restore(Path copy, Path target) throws IOException {
    Map<String, String> sums = readSums(copy);
    requireAbsent(target);
    Path part = target.resolveSibling(target.getFileName() + ".part");
    if (Files.exists(part)) {
      FolderTree.delete(part);
    }
    OwnerOnly.folder(part);
    for (Map.Entry<String, String> file : sums.entrySet()) {
      Path name = Path.of(file.getKey());
      // A name that leads out of the copy and back into it leads out of the workspace.
      boolean isWithin =
          !name.isAbsolute() && name.equals(name.normalize()) && !name.startsWith("..");
      Path from = copy.resolve(name);
      if (!isWithin || !Files.isRegularFile(from, LinkOption.NOFOLLOW_LINKS)) {
        throw UserError.ofInput(copy + " must hold " + file.getKey() + ", but doesn't");
      }
      copyFile(from, part.resolve(file.getKey()));
      if (!hash(part.resolve(file.getKey())).equals(file.getValue())) {
        throw UserError.ofInput(
            "%s must be as it was when the backup was made, but isn't; nothing was restored"
                .formatted(from));
      }
    }
    Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
    return sums.size();
  }

  private static void requireAbsent(Path target) {
    if (Files.exists(target)) {
      throw UserError.ofInput(target + " must not exist yet, but does");
    }
  }

  private void copyDatabase(Path part) throws IOException {
    Path database = workspace.database();
    if (!Files.exists(database)) {
      return;
    }
    Path copy = part.resolve(workspace.root().relativize(database));
    OwnerOnly.file(copy);
    try (Connection from = DriverManager.getConnection("jdbc:sqlite:" + database);
        Statement statement = from.createStatement()) {
      statement.execute("PRAGMA busy_timeout = 30000");
      statement.executeUpdate("backup to '" + copy.toString().replace("'", "''") + "'");
    } catch (SQLException e) {
      throw new IOException(database + " must be a database of the console's", e);
    }
    OwnerOnly.tighten(copy);
  }

  /** Nobody appends meanwhile: log, heads and lists belong together. */
  private void copyAudit(Path part) throws IOException {
    Path log = workspace.audit().resolve("audit.jsonl");
    if (!Files.exists(log)) {
      return;
    }
    try (FileChannel channel = OwnerOnly.open(log);
        FileLock alone = channel.lock()) {
      copyTree(workspace.audit(), part);
    }
  }

  /**
   * Copies a folder of files that are written once and removed later: if one went while it was
   * copied, what names it may have been copied, too, and all is copied again.
   */
  private void copySettled(Path folder, Path part) throws IOException {
    for (int tries = 1; Files.isDirectory(folder); tries++) {
      List<Path> before = files(folder);
      try {
        copyTree(folder, part);
        if (files(folder).containsAll(before)) {
          return;
        }
      } catch (NoSuchFileException e) {
        // Removed meanwhile, as a newer commit does.
      }
      if (tries == MOST_TRIES) {
        throw UserError.ofInput(
            "%s must hold still for a moment to be copied, but didn't %d times; try again, or stop the run"
                .formatted(folder, tries));
      }
      Path half = part.resolve(workspace.root().relativize(folder));
      if (Files.exists(half)) {
        FolderTree.delete(half);
      }
    }
  }

  private void copyOthers(Path part) throws IOException {
    for (Path file : files(workspace.root())) {
      Path copy = part.resolve(workspace.root().relativize(file));
      boolean isDone =
          file.startsWith(workspace.state())
              || file.startsWith(workspace.index())
              || file.startsWith(workspace.audit())
              || isOfDatabase(file);
      if (!isDone && !isLock(file)) {
        copyFile(file, copy);
      }
    }
  }

  private boolean isOfDatabase(Path file) {
    // With its write-ahead log, of which the copy has no need.
    return file.toString().startsWith(workspace.database().toString());
  }

  private static boolean isLock(Path file) {
    String name = String.valueOf(file.getFileName());
    return name.equals(".lock") || name.equals("write.lock") || name.equals("LOCK");
  }

  private void copyTree(Path folder, Path part) throws IOException {
    for (Path file : files(folder)) {
      if (!isLock(file)) {
        copyFile(file, part.resolve(workspace.root().relativize(file)));
      }
    }
  }

  private static void copyFile(Path from, Path to) throws IOException {
    Files.copy(from, OwnerOnly.file(to), StandardCopyOption.REPLACE_EXISTING);
    OwnerOnly.tighten(to);
  }

  private static List<Path> files(Path folder) throws IOException {
    List<Path> files = new ArrayList<>();
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes read) {
            if (read.isSymbolicLink()) {
              throw UserError.ofInput(
                  file
                      + " must not be a link, or what it leads to is missing from a backup; but is");
            }
            if (read.isRegularFile()) {
              files.add(file);
            }
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFileFailed(Path file, IOException e) {
            return FileVisitResult.CONTINUE;
          }
        });
    files.sort(null);
    return files;
  }

  private static int writeSums(Path part) throws IOException {
    StringBuilder sums = new StringBuilder();
    List<Path> files = files(part);
    for (Path file : files) {
      sums.append(hash(file)).append("  ").append(part.relativize(file)).append('\n');
    }
    Files.writeString(OwnerOnly.file(part.resolve(SUMS)), sums, StandardCharsets.UTF_8);
    return files.size();
  }

  private static Map<String, String> readSums(Path copy) throws IOException {
    if (!Files.exists(copy.resolve(SUMS))) {
      throw UserError.ofInput(copy + " must be a backup with " + SUMS + ", but has none");
    }
    Map<String, String> sums = new TreeMap<>();
    for (String line : Files.readAllLines(copy.resolve(SUMS))) {
      int gap = line.indexOf("  ");
      if (gap < 0) {
        throw UserError.ofInput(SUMS + " must have a hash and a name in each line, but hasn't");
      }
      sums.put(line.substring(gap + 2), line.substring(0, gap));
    }
    return sums;
  }

  private static String hash(Path file) throws IOException {
    return Sha256.of(file).substring("sha256:".length());
  }
}
