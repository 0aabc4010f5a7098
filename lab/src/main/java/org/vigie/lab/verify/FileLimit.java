package org.vigie.lab.verify;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * A size beyond which no file of a process that runs may grow, as on a full disk: what {@code
 * ulimit -f} sets, by util-linux's {@code prlimit}. From its start on it would only keep a process
 * from unpacking its libraries.
 */
public final class FileLimit {
  /** Some pages or adverts more. */
  private static final int MORE = 8_000;

  private FileLimit() {}

  /**
   * Sets it, unless the process has ended.
   *
   * @param part of the size of the largest file in the folder and {@value #MORE} bytes more, in [0,
   *     1]
   */
  public static void set(Process process, Path folder, double part)
      throws IOException, InterruptedException {
    long bytes = (long) (part * (sizes(folder).max().orElse(0) + MORE));
    Process limiting =
        new ProcessBuilder("prlimit", "--pid", "" + process.pid(), "--fsize=" + bytes)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    if (limiting.waitFor() != 0 && process.isAlive()) {
      throw new IOException("prlimit must be able to limit a process, but isn't");
    }
  }

  /** Returns how many bytes the files of a folder hold, while they come and go. */
  public static long bytes(Path folder) {
    return sizes(folder).sum();
  }

  private static LongStream sizes(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      return LongStream.of(
          files.map(Path::toFile).mapToLong(file -> file.isFile() ? file.length() : 0).toArray());
    } catch (UncheckedIOException e) {
      return sizes(folder); // one went meanwhile
    } catch (IOException e) {
      return LongStream.empty();
    }
  }
}
