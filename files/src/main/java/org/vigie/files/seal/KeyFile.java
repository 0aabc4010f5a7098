package org.vigie.files.seal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.vigie.files.owner.OwnerOnly;

/**
 * A file of keys, a line each, that stands there as a whole at any moment, also after a power cut.
 */
public final class KeyFile {
  private KeyFile() {}

  /** Puts keys in the place of those in a file, or makes one. */
  public static void write(Path file, List<String> keys) throws IOException {
    write(file, String.join("\n", keys) + "\n");
  }

  /** Puts a text in the place of what a file holds, or makes one. */
  public static void write(Path file, String text) throws IOException {
    Path part = file.resolveSibling(file.getFileName() + ".part");
    // What a kill left may be open to others.
    Files.deleteIfExists(part);
    try (FileChannel channel = OwnerOnly.open(part)) {
      ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      channel.force(true);
    }
    move(part, file);
  }

  /** Moves a file to the place of another, for good. */
  public static void move(Path from, Path to) throws IOException {
    Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    try (FileChannel folder = FileChannel.open(to.toAbsolutePath().getParent())) {
      folder.force(true);
    } catch (IOException e) {
      // Windows opens no folder, and needs no such thing.
      return;
    }
  }
}
