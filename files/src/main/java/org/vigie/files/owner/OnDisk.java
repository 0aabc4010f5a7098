package org.vigie.files.owner;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** What a loss of power takes no more. */
public final class OnDisk {
  private OnDisk() {}

  /** Waits until what was written to a file is on the disk. */
  public static void file(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
  }

  /** Waits until the names of the files in a folder are on the disk, where systems can do so. */
  public static void folder(Path folder) throws IOException {
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    } catch (AccessDeniedException e) {
      // Windows opens no folder; there the move itself is written through.
      if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
        throw e;
      }
    }
  }
}
