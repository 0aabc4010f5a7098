package org.vigie.lab.verify;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** A crawl in a process of its own, which writes {@code output.txt} into its folder. */
final class Child {
  private static final int MINUTES = 15;
  private static final int TAIL = 1_500;

  private Child() {}

  /**
   * Waits for a process to end by itself.
   *
   * @throws IOException if it doesn't, or ends otherwise than well
   */
  static void await(Process process, Path folder) throws IOException, InterruptedException {
    try {
      boolean ended = process.waitFor(MINUTES, TimeUnit.MINUTES);
      if (!ended || process.exitValue() != 0) {
        throw failure(ended ? "exit code " + process.exitValue() : "no end", folder);
      }
    } finally {
      kill(process);
    }
  }

  /** Ends a process as SIGKILL does, and returns when it is gone. */
  static void kill(Process process) throws InterruptedException {
    process.destroyForcibly().waitFor(1, TimeUnit.MINUTES);
  }

  /** Returns an exception that shows the end of what the process said. */
  static IOException failure(String found, Path folder) throws IOException {
    Path file = folder.resolve("output.txt");
    String output = Files.exists(file) ? Files.readString(file) : "";
    return new IOException(
        "a crawl must end well, but came to %s; it said: %s"
            .formatted(found, output.substring(Math.max(0, output.length() - TAIL))));
  }
}
