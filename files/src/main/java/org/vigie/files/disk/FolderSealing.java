package org.vigie.files.disk;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Whether the file system seals one folder by itself, as ext4, f2fs and ubifs do with fscrypt.
 *
 * @see <a href="https://www.kernel.org/doc/html/latest/filesystems/fscrypt.html">fscrypt</a>
 */
@FunctionalInterface
interface FolderSealing {
  /** Returns whether a folder is sealed; nothing if nobody here can tell. */
  Optional<Boolean> of(Path folder);

  /** Asks {@code lsattr} of e2fsprogs, since Java reads no such attribute. */
  static FolderSealing byLsattr() {
    return FolderSealing::ask;
  }

  private static Optional<Boolean> ask(Path folder) {
    try {
      Process process =
          new ProcessBuilder("lsattr", "-d", folder.toAbsolutePath().toString())
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      process.getOutputStream().close();
      if (!process.waitFor(5, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        return Optional.empty();
      }
      byte[] said = process.getInputStream().readNBytes(1 << 16);
      return process.exitValue() == 0
          ? said(new String(said, StandardCharsets.UTF_8))
          : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  /**
   * Reads a line such as {@code ----E--------e------- /folder}; the letters stand before the name.
   */
  static Optional<Boolean> said(String line) {
    int end = line.indexOf(' ');
    String letters = end < 0 ? "" : line.substring(0, end);
    return letters.matches("[A-Za-z-]{4,}")
        ? Optional.of(letters.indexOf('E') >= 0)
        : Optional.empty();
  }
}
