package org.vigie.casework.custody;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.vigie.casework.mandate.LogNote;
import org.vigie.casework.mandate.MandateCheck;
import org.vigie.files.failure.UserError;
import org.vigie.files.owner.FolderTree;
import org.vigie.pipeline.workspace.Workspace;

/**
 * A workspace that is being made of a backup. It appears in its place only once it is whole and all
 * is done to it that has to be; else nothing of it stays.
 */
public final class Restoring implements AutoCloseable {
  private final Path part;
  private final Path target;
  private final int files;
  private final BackupSignature signature;
  private boolean isEncrypted;

  private Restoring(Path part, Path target, int files, BackupSignature signature) {
    this.part = part;
    this.target = target;
    this.files = files;
    this.signature = signature;
  }

  /**
   * Copies a backup beside the place of the workspace.
   *
   * @param copy the backup, whose files must be as they were written
   * @param target the place, in which nothing is yet
   * @param demand what is asked of its signature
   * @throws UserError if a file is not as it was written, the signature not as it must be, or
   *     something is in the place
   */
  public static Restoring of(Path copy, Path target, BackupSignature.Demand demand)
      throws IOException {
    // Read once, so that what was verified is what is restored.
    byte[] list = readList(copy);
    BackupSignature signature = BackupSignature.verify(copy, list);
    demand.require(signature, copy);
    Map<String, String> sums = sums(list);
    Backup.requireAbsent(target);
    Path part = Backup.emptyPart(target);
    Restoring restoring = new Restoring(part, target, sums.size(), signature);
    try {
      for (Map.Entry<String, String> file : sums.entrySet()) {
        restoring.take(copy, file.getKey(), file.getValue());
      }
      return restoring;
    } catch (IOException | RuntimeException e) {
      restoring.close();
      throw e;
    }
  }

  private void take(Path copy, String written, String hash) throws IOException {
    Path name = Path.of(written);
    // A name that leads out of the copy and back into it leads out of the workspace.
    boolean isWithin =
        !name.isAbsolute() && name.equals(name.normalize()) && !name.startsWith("..");
    Path from = copy.resolve(name);
    if (!isWithin || !Files.isRegularFile(from, LinkOption.NOFOLLOW_LINKS)) {
      throw UserError.ofInput(copy + " must hold " + written + ", but doesn't");
    }
    Path to = part.resolve(name);
    FileCopies.copyAlone(from, to);
    if (!Backup.hash(to).equals(hash)) {
      throw UserError.ofInput(
          "%s must be as it was when the backup was made, but isn't; nothing was restored"
              .formatted(from));
    }
  }

  private static byte[] readList(Path copy) throws IOException {
    Path list = copy.resolve(Backup.SUMS);
    if (!Files.exists(list)) {
      throw UserError.ofInput(copy + " must be a backup with " + Backup.SUMS + ", but has none");
    }
    return Files.readAllBytes(list);
  }

  private static Map<String, String> sums(byte[] list) {
    Map<String, String> sums = new TreeMap<>();
    for (String line : new String(list, StandardCharsets.UTF_8).lines().toList()) {
      int gap = line.indexOf("  ");
      if (gap < 0) {
        throw UserError.ofInput(
            Backup.SUMS + " must have a hash and a name in each line, but hasn't");
      }
      sums.put(line.substring(gap + 2), line.substring(0, gap));
    }
    return sums;
  }

  /** Returns the workspace, which isn't in its place yet. */
  public Workspace workspace() {
    return new Workspace(part);
  }

  /** Returns how many files the backup has. */
  public int files() {
    return files;
  }

  /** Returns the signature of the backup, which is as it was demanded. */
  public BackupSignature signature() {
    return signature;
  }

  /** Says that the backup was encrypted, so that nobody but its recipients could read it. */
  Restoring encrypted() {
    isEncrypted = true;
    return this;
  }

  /** Returns whether nobody but recipients of the backup could read it. */
  public boolean isEncrypted() {
    return isEncrypted;
  }

  /**
   * Returns whether the private key that signed the backup lies in it: then whoever could read the
   * backup could sign another.
   */
  public boolean holdsItsKey() throws IOException {
    for (Path file : Backup.files(part)) {
      if (signature.isBy(file)) {
        return true;
      }
    }
    return false;
  }

  /** Lets the log of the workspace say, before anything else, of which backup it was made. */
  public void note(BackupTrust trust, Instant now, String user) throws IOException {
    Path log = MandateCheck.log(workspace());
    LogNote.ofRestore(log, now, user, signature.sums(), signature.signer(), trust.label())
        .leaveBeside(log);
  }

  /** Puts the workspace in its place. */
  public void publish() throws IOException {
    Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
  }

  /** Removes it, unless it is in its place. */
  @Override
  public void close() throws IOException {
    if (Files.exists(part)) {
      FolderTree.delete(part);
    }
  }
}
