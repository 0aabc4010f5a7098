package org.vigie.exchange.envelope;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDateTime;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.vigie.files.failure.UserError;
import org.vigie.files.owner.FolderTree;

/** A folder as a stream of zip, and back. */
public final class FolderZip {
  /**
   * Names as a bag has them: none leads out of a folder, none starts with a dot. Without going
   * back, since each part of a long one would take room on the stack. A letter with a package has
   * its captures six deep; more than 16 folders fill a disk with folders, of a small file.
   */
  private static final Pattern NAME =
      Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]*+(?:/[A-Za-z0-9][A-Za-z0-9._-]*+){1,16}+");

  /** Entries bear the first time that a zip can say: a file's own time is nobody's business. */
  private static final LocalDateTime FIRST = LocalDateTime.of(1980, 1, 1, 0, 0);

  private static final int MOST_FILES = 100_000;
  private static final int BUFFER_BYTES = 1 << 16;

  /** Captures hardly shrink, and texts not to a fiftieth; below a gigabyte nothing does harm. */
  private static final long MOST_GROWTH = 50;

  private static final long HARMLESS_BYTES = 1L << 30;

  private FolderZip() {}

  /** Returns how much may come out of a file of a length. */
  static long mostBytes(long length) {
    return Math.max(HARMLESS_BYTES, MOST_GROWTH * length);
  }

  /**
   * Writes all files of a folder, in the order of their names.
   *
   * @param name by which the zip calls the folder
   * @param out a file that doesn't exist yet
   */
  public static void write(Path folder, String name, Path out) throws IOException {
    try (OutputStream file =
        new BufferedOutputStream(Files.newOutputStream(out, StandardOpenOption.CREATE_NEW))) {
      write(folder, name, file);
    }
  }

  /**
   * Reads a zip of a package into a folder that doesn't exist yet.
   *
   * @throws UserError if it is none
   */
  public static void read(Path file, Path folder) throws IOException {
    if (Files.exists(folder)) {
      throw UserError.ofInput(folder + " must not exist yet, but does");
    }
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
      read(in, folder, mostBytes(Files.size(file)));
    }
  }

  static void write(Path folder, String name, OutputStream out) throws IOException {
    List<Path> files;
    try (Stream<Path> walk = Files.walk(folder)) {
      files = walk.filter(Files::isRegularFile).sorted().toList();
    }
    ZipOutputStream zip = new ZipOutputStream(out);
    zip.setLevel(Deflater.BEST_SPEED);
    for (Path file : files) {
      String inside = folder.relativize(file).toString().replace('\\', '/');
      ZipEntry entry = new ZipEntry(name + "/" + inside);
      entry.setTimeLocal(FIRST);
      zip.putNextEntry(entry);
      Files.copy(file, zip);
      zip.closeEntry();
    }
    zip.finish();
  }

  /**
   * Reads files into a folder, which appears only once the stream has ended well.
   *
   * @param most how many bytes may come out
   */
  static void read(InputStream in, Path folder, long most) throws IOException {
    Path unfinished = folder.resolveSibling(folder.getFileName() + ".part");
    if (Files.exists(unfinished)) {
      throw UserError.ofInput(
          unfinished + " must not be there: another run writes it, or was ended; delete it then");
    }
    try {
      unpack(in, unfinished, most);
      Files.move(unfinished, folder);
    } finally {
      FolderTree.delete(unfinished);
    }
  }

  private static void unpack(InputStream in, Path folder, long most) throws IOException {
    Files.createDirectories(folder);
    long left = most;
    int files = 0;
    try {
      ZipInputStream zip = new ZipInputStream(in);
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        if (!NAME.matcher(entry.getName()).matches() || ++files > MOST_FILES) {
          throw UserError.ofInput(
              "a package must hold at most %d files with plain names, at most 16 deep, but doesn't"
                  .formatted(MOST_FILES));
        }
        String inside = entry.getName().substring(entry.getName().indexOf('/') + 1);
        left -= copy(zip, folder.resolve(inside), left);
      }
      if (files == 0) {
        throw UserError.ofInput(
            "a package must hold files, but this one isn't a zip or holds none");
      }
      // The tag that tells a changed envelope comes last.
      in.transferTo(OutputStream.nullOutputStream());
    } catch (UserError e) {
      throw e;
    } catch (IOException | RuntimeException e) {
      throw UserError.ofInput(
          "a package must be whole and unchanged, but isn't: " + e.getMessage());
    }
  }

  private static long copy(InputStream in, Path file, long most) throws IOException {
    Files.createDirectories(file.getParent());
    long copied = 0;
    try (OutputStream out = Files.newOutputStream(file, StandardOpenOption.CREATE_NEW)) {
      byte[] buffer = new byte[BUFFER_BYTES];
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        copied += n;
        if (copied > most) {
          throw UserError.ofInput(
              "a package must not grow beyond measure when it is opened, but does");
        }
        out.write(buffer, 0, n);
      }
    }
    return copied;
  }
}
