package org.vigie.files.owner;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The one place that makes files and folders of a workspace which their owner alone may open: 0600
 * in 0700, whatever the umask. Where a file system knows no such rights, they are its own.
 */
public final class OwnerOnly {
  private static final Set<PosixFilePermission> FILE = PosixFilePermissions.fromString("rw-------");
  private static final Set<PosixFilePermission> FOLDER =
      PosixFilePermissions.fromString("rwx------");

  private OwnerOnly() {}

  /** Makes a folder and those above it that are absent; what is there stays as it is. */
  public static Path folder(Path folder) throws IOException {
    Path absolute = folder.toAbsolutePath();
    if (Files.isDirectory(absolute)) {
      return folder;
    }
    @Nullable Path above = absolute.getParent();
    if (above != null) {
      folder(above);
    }
    try {
      Files.createDirectory(absolute, rights(absolute, FOLDER));
    } catch (FileAlreadyExistsException e) {
      if (!Files.isDirectory(absolute)) {
        throw e;
      }
    }
    return folder;
  }

  /** Makes an empty file if it is absent, in a folder made likewise. */
  public static Path file(Path file) throws IOException {
    Path absolute = file.toAbsolutePath();
    if (!Files.exists(absolute)) {
      @Nullable Path above = absolute.getParent();
      if (above != null) {
        folder(above);
      }
      try {
        Files.createFile(absolute, rights(absolute, FILE));
      } catch (FileAlreadyExistsException e) {
        // Another process was first; it is there, as asked for.
      }
    }
    return file;
  }

  /** Opens a file to read and write, made if it is absent. */
  public static FileChannel open(Path file) throws IOException {
    return FileChannel.open(file(file), StandardOpenOption.READ, StandardOpenOption.WRITE);
  }

  /**
   * Makes a file to write, in the place of any that a kill or somebody else left under its name:
   * that may be open to others, or lead elsewhere.
   */
  public static OutputStream anew(Path file) throws IOException {
    Path absolute = file.toAbsolutePath();
    @Nullable Path above = absolute.getParent();
    if (above != null) {
      folder(above);
    }
    Files.deleteIfExists(absolute);
    return Channels.newOutputStream(
        Files.newByteChannel(
            absolute,
            Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
            rights(absolute, FILE)));
  }

  /** Returns whether anybody but its owner may do anything with a file or folder. */
  public static boolean isLooser(Path path) throws IOException {
    if (!isPosix(path)) {
      return false;
    }
    Set<PosixFilePermission> rights = EnumSet.noneOf(PosixFilePermission.class);
    rights.addAll(Files.getPosixFilePermissions(path, LinkOption.NOFOLLOW_LINKS));
    rights.removeAll(FOLDER);
    return !rights.isEmpty();
  }

  /** Takes from all others what they may do with a file or folder. */
  public static void tighten(Path path) throws IOException {
    if (isPosix(path)) {
      Files.setPosixFilePermissions(path, Files.isDirectory(path) ? FOLDER : FILE);
    }
  }

  private static FileAttribute<?>[] rights(Path path, Set<PosixFilePermission> rights) {
    return isPosix(path)
        ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(rights)}
        : new FileAttribute<?>[0];
  }

  private static boolean isPosix(Path path) {
    return path.getFileSystem().supportedFileAttributeViews().contains("posix");
  }
}
