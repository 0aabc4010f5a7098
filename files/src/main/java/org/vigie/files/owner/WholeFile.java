package org.vigie.files.owner;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** A file of the owner alone that is never seen half written. */
public final class WholeFile {
  private WholeFile() {}

  /** Writes beside the file, makes that durable, and puts it in the file's place in one step. */
  public static void write(Path file, byte[] bytes) throws IOException {
    Path beside = file.resolveSibling(file.getFileName() + ".part");
    try (FileChannel channel = OwnerOnly.open(beside)) {
      channel.truncate(0);
      ByteBuffer buffer = ByteBuffer.wrap(bytes);
      while (buffer.hasRemaining()) {
        channel.write(buffer);
      }
      channel.force(true);
    }
    Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }
}
