package org.vigie.casework.custody;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vigie.files.digest.Sha256;
import org.vigie.files.failure.UserError;
import org.vigie.files.owner.FolderTree;
import org.vigie.files.owner.OwnerOnly;
import org.vigie.pipeline.workspace.Workspace;

/**
 * A copy of a workspace that is consistent while console, stream and crawl go on: the database by
 * SQLite's own online backup, since most of it may lie in the write-ahead log; the audit log under
 * its lock; state before the index, so that what was indexed since is only indexed again; the
 * frontier before the captures, which are cut where it has them committed.
 *
 * <p>Beside the files lies {@code SHA256SUMS}, which {@code sha256sum --check} reads, and its
 * {@linkplain BackupSignature signature}.
 */
public final class Backup {
  /** The list of what is in a copy. */
  public static final String SUMS = "SHA256SUMS";

  private static final int MOST_TRIES = 10;

  private final Workspace workspace;
  private final BackupSeal seal;
  private final boolean isWithKey;

  /**
   * Prepares copies of a workspace, with the private key of its audit log if that lies in it.
   *
   * @param seal what signs them
   */
  public Backup(Workspace workspace, BackupSeal seal) {
    this(workspace, seal, true);
  }

  private Backup(Workspace workspace, BackupSeal seal, boolean isWithKey) {
    this.workspace = workspace;
    this.seal = seal;
    this.isWithKey = isWithKey;
  }

  /** Returns the same without that key, with which whoever takes a copy could rewrite the log. */
  public Backup withoutKey() {
    return new Backup(workspace, seal, false);
  }

  /**
   * What a copy has.
   *
   * @param files how many files
   * @param same how many of them are one with those of a former copy
   * @param keys names of what isn't in it, since each holds a private key of the log, though the
   *     log's settings don't name it
   */
  public record Made(int files, int same, List<Path> keys) {
    public Made {
      keys = List.copyOf(keys);
    }
  }

  /**
   * Makes a copy in a new folder, which appears only once it is whole.
   *
   * @return how many files it has
   */
  public int into(Path target) throws IOException {
    return into(target, null).files();
  }

  /** Returns an empty folder beside the place of a copy, in which it is made. */
  static Path emptyPart(Path target) throws IOException {
    Path part = target.resolveSibling(target.getFileName() + ".part");
    if (Files.exists(part)) {
      FolderTree.delete(part);
    }
    return OwnerOnly.folder(part);
  }

  /**
   * Makes a copy in the same way that shares with a former one, by hard links, what is the same
   * byte for byte. Either can be deleted without the other.
   *
   * @param former folder of a former copy on the same disk; null for none
   * @throws UserError if it is no copy, or overlaps with the workspace
   */
  public Made into(Path target, @Nullable Path former) throws IOException {
    requireAbsent(target);
    if (former != null && !Files.exists(former.resolve(SUMS))) {
      throw UserError.ofInput(former + " must be a backup with " + SUMS + ", but has none");
    }
    Path linked = former == null ? null : requireApart(former);
    Path part = emptyPart(target);
    LeftOutKeys keys = isWithKey ? LeftOutKeys.none() : LeftOutKeys.of(LogKeyFiles.of(seal.seal()));
    FileCopies copies = new FileCopies(part, linked, keys);
    copyRecords(part, copies);
    copySettled(workspace.state(), part, copies);
    copySettled(workspace.index(), part, copies);
    CrawlCopy crawl = new CrawlCopy(workspace, part, copies);
    crawl.make();
    copyOthers(crawl, copies);
    int files = writeSums(part);
    seal.close(part);
    Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
    return new Made(
        files, copies.same(), keys.copies().stream().map(workspace.root()::relativize).toList());
  }

  /**
   * Makes a workspace of a copy, once each file of it was found to be as it was written.
   *
   * @param demand what is asked of its signature
   * @return how many files it has
   */
  public static int restore(Path copy, Path target, BackupSignature.Demand demand)
      throws IOException {
    try (Restoring restoring = Restoring.of(copy, target, demand)) {
      restoring.publish();
      return restoring.files();
    }
  }

  static void requireAbsent(Path target) {
    if (Files.exists(target)) {
      throw UserError.ofInput(target + " must not exist yet, but does");
    }
  }

  /** A link to a file that is still written would change with it. */
  private Path requireApart(Path former) throws IOException {
    Path other = former.toRealPath();
    Path root = workspace.root().toRealPath();
    if (other.startsWith(root) || root.startsWith(other)) {
      throw UserError.ofInput(
          former + " must be a backup that lies apart from the workspace, but doesn't");
    }
    return other;
  }

  private void copyDatabase(Path part, FileCopies copies) throws IOException {
    Path database = workspace.database();
    if (!Files.exists(database)) {
      return;
    }
    Path copy = part.resolve(workspace.root().relativize(database));
    DatabaseCopy.make(database, copy);
    copies.shareIfSame(copy);
  }

  /**
   * Nobody appends meanwhile: log, heads and lists belong together, and the database must not be
   * older than the log says.
   */
  private void copyRecords(Path part, FileCopies copies) throws IOException {
    Path log = workspace.audit().resolve("audit.jsonl");
    if (!Files.exists(log)) {
      copyTree(workspace.audit(), copies); // heads and lists tell of a log that was lost
      copyDatabase(part, copies);
      return;
    }
    try (FileChannel channel = OwnerOnly.open(log);
        FileLock alone = channel.lock()) {
      copyTree(workspace.audit(), copies);
      copyDatabase(part, copies);
    }
  }

  /**
   * Copies a folder of files that are written once and removed later: if one went while it was
   * copied, what names it may have been copied, too, and all is copied again.
   */
  private void copySettled(Path folder, Path part, FileCopies copies) throws IOException {
    for (int tries = 1; Files.isDirectory(folder); tries++) {
      List<Path> before = files(folder);
      try {
        copyTree(folder, copies);
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
        copies.forget(workspace.root().relativize(folder));
      }
    }
  }

  private void copyOthers(CrawlCopy crawl, FileCopies copies) throws IOException {
    for (Path file : files(workspace.root())) {
      boolean isDone =
          file.startsWith(workspace.state())
              || file.startsWith(workspace.index())
              || file.startsWith(workspace.audit())
              || crawl.isOf(file)
              || isOfDatabase(file)
              || isOfCheck(file)
              || isList(file);
      if (!isDone && !isLock(file)) {
        copies.copy(file, workspace.root().relativize(file));
      }
    }
  }

  private boolean isOfDatabase(Path file) {
    // With its write-ahead log, of which the copy has no need.
    return file.toString().startsWith(workspace.database().toString());
  }

  /**
   * What a look over this workspace or a trial of its backups found says nothing of one that is
   * made of the copy.
   */
  private boolean isOfCheck(Path file) {
    return file.toString().startsWith(CheckState.file(workspace).toString())
        || file.toString().startsWith(BackupTrial.file(workspace).toString());
  }

  /** What would be overwritten by the lists of the copy itself. */
  private boolean isList(Path file) {
    return BackupSignature.LISTS.contains(workspace.root().relativize(file).toString());
  }

  static boolean isLock(Path file) {
    String name = String.valueOf(file.getFileName());
    return name.equals(".lock") || name.equals("write.lock") || name.equals("LOCK");
  }

  private void copyTree(Path folder, FileCopies copies) throws IOException {
    for (Path file : files(folder)) {
      if (!isLock(file)) {
        copies.copy(file, workspace.root().relativize(file));
      }
    }
  }

  /** Returns the files of a folder and of those in it, in order. */
  static List<Path> files(Path folder) throws IOException {
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

  static String hash(Path file) throws IOException {
    return Sha256.hex(file);
  }
}
