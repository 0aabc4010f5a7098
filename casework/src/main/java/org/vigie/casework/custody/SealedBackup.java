package org.vigie.casework.custody;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.vigie.exchange.envelope.RecipientKey;
import org.vigie.exchange.envelope.Recipients;
import org.vigie.exchange.envelope.SealedStream;
import org.vigie.files.failure.Exit;
import org.vigie.files.failure.UserError;
import org.vigie.files.owner.FolderTree;
import org.vigie.files.owner.OwnerOnly;
import org.vigie.files.seal.KeyFile;
import org.vigie.pipeline.workspace.Workspace;

/**
 * A backup as one file that any of its recipients can open with their own key, and nobody else: a
 * zip in CMS, which {@code openssl cms -decrypt} opens too.
 */
public final class SealedBackup {
  private SealedBackup() {}

  /**
   * Makes one. It is gathered beside the workspace, on the disk where all of it lies plain anyway.
   *
   * @param seal what signs the list of its files, in the envelope: so it holds for other recipients
   *     too
   * @param file one that doesn't exist yet, and appears only once it is whole
   * @return how many files it has
   */
  public static int write(Workspace workspace, BackupSeal seal, Path file, Recipients recipients)
      throws IOException {
    requireAbsent(file);
    Path root = workspace.root().toAbsolutePath().normalize();
    Path gathered = beside(root, "sealing");
    remove(gathered);
    try {
      int files = new Backup(workspace, seal).into(gathered);
      Path part = part(file);
      SealedStream.write(part, recipients, out -> pack(gathered, out));
      publish(part, file);
      return files;
    } finally {
      remove(gathered);
    }
  }

  /**
   * Begins to make a workspace of one.
   *
   * @param demand what is asked of its signature
   * @throws UserError if it is not sealed to this key, was changed or is signed otherwise
   */
  public static Restoring restoring(
      Path file, RecipientKey key, Path target, BackupSignature.Demand demand) throws IOException {
    Path opened = beside(target, "opening");
    remove(opened);
    try {
      try (InputStream in = SealedStream.open(file, key)) {
        unpack(in, opened);
      }
      return Restoring.of(opened, target, demand).encrypted();
    } finally {
      remove(opened);
    }
  }

  /** Encrypts one to other recipients; nothing of it lies plain meanwhile. */
  public static void encryptTo(Recipients recipients, Path from, RecipientKey key, Path file)
      throws IOException {
    requireAbsent(file);
    Path part = part(file);
    try (InputStream in = SealedStream.open(from, key)) {
      SealedStream.write(part, recipients, out -> in.transferTo(out));
    } catch (IOException | RuntimeException e) {
      Files.deleteIfExists(part);
      throw new UserError(
          Exit.INPUT,
          "%s must be whole and unchanged, and %s writable, but one isn't: %s"
              .formatted(from, file, e.getMessage()),
          e);
    }
    publish(part, file);
  }

  private static void pack(Path folder, OutputStream out) throws IOException {
    List<Path> files;
    try (Stream<Path> walk = Files.walk(folder)) {
      files = walk.filter(Files::isRegularFile).sorted().toList();
    }
    ZipOutputStream zip = new ZipOutputStream(out);
    zip.setLevel(Deflater.BEST_SPEED);
    for (Path file : files) {
      zip.putNextEntry(new ZipEntry(folder.relativize(file).toString().replace('\\', '/')));
      Files.copy(file, zip);
      zip.closeEntry();
    }
    zip.finish();
  }

  private static void unpack(InputStream in, Path folder) throws IOException {
    OwnerOnly.folder(folder);
    try {
      ZipInputStream zip = new ZipInputStream(in);
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        Path name = Path.of(entry.getName());
        if (name.isAbsolute() || !name.equals(name.normalize()) || name.startsWith("..")) {
          throw new ZipException("a name leads out of it");
        }
        try (OutputStream out =
            Files.newOutputStream(OwnerOnly.file(folder.resolve(name)), StandardOpenOption.WRITE)) {
          zip.transferTo(out);
        }
      }
      // The tag that tells a changed envelope comes last.
      in.transferTo(OutputStream.nullOutputStream());
    } catch (IOException | RuntimeException e) {
      throw UserError.ofInput(
          "a backup must be whole and unchanged, but isn't: nothing was restored");
    }
  }

  /** What a kill left there is removed, so its name must be none that anybody gives a folder. */
  private static Path beside(Path folder, String doing) {
    return folder.resolveSibling(".%s.%s".formatted(folder.getFileName(), doing));
  }

  private static Path part(Path file) throws IOException {
    Path part = file.resolveSibling(file.getFileName() + ".part");
    Files.deleteIfExists(part);
    return part;
  }

  private static void publish(Path part, Path file) throws IOException {
    OwnerOnly.tighten(part);
    KeyFile.move(part, file);
  }

  private static void requireAbsent(Path file) {
    if (Files.exists(file)) {
      throw UserError.ofInput(file + " must not exist yet, but does");
    }
  }

  private static void remove(Path folder) throws IOException {
    if (Files.exists(folder)) {
      FolderTree.delete(folder);
    }
  }
}
