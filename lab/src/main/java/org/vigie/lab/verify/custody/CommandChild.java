package org.vigie.lab.verify.custody;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.vigie.classifier.image.ImageFolder;
import org.vigie.lab.verify.FileLimit;

/**
 * A command of Vigie in a process of its own, after a line of the shell such as {@code umask 0}.
 */
final class CommandChild {
  private static final int MINUTES = 15;
  private static final long POLL_NANOS = 500_000;

  private final Path folder;

  /**
   * @param folder to be in
   */
  CommandChild(Path folder) {
    this.folder = folder;
  }

  /** Carries out a command, and returns its exit code. */
  int run(String before, String... words) throws IOException, InterruptedException {
    return ended(start(before, words), words[0]);
  }

  /**
   * Carries out a command none of whose files may grow beyond some size from some time on.
   *
   * @param growth bytes by which the folder has to have grown, or shrunk, by then
   * @param part see {@link FileLimit}
   */
  int runFilled(long growth, double part, String... words)
      throws IOException, InterruptedException {
    long before = FileLimit.bytes(folder);
    Process process = start(":", words);
    while (process.isAlive() && Math.abs(FileLimit.bytes(folder) - before) < growth) {
      LockSupport.parkNanos(POLL_NANOS);
    }
    if (process.isAlive()) {
      FileLimit.set(process, folder, part);
    }
    return ended(process, words[0]);
  }

  private static int ended(Process process, String name) throws IOException, InterruptedException {
    try {
      if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
        throw new IOException(name + " must end, but didn't");
      }
      return process.exitValue();
    } finally {
      process.destroyForcibly();
    }
  }

  private Process start(String before, String... words) throws IOException {
    Path home = Path.of(System.getProperty("vigie.home", "")).toAbsolutePath();
    List<String> line =
        new ArrayList<>(
            List.of(
                "sh",
                "-c",
                before + "; exec \"$@\"",
                "sh",
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx1g",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Dvigie.home=" + home));
    line.addAll(ImageFolder.javaOptions());
    line.addAll(List.of("-cp", System.getProperty("java.class.path"), "org.vigie.cli.Vigie"));
    line.addAll(List.of(words));
    return new ProcessBuilder(line)
        .directory(folder.toFile())
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  /** Carries out a command that must end well. */
  void require(String before, String... words) throws IOException, InterruptedException {
    int code = run(before, words);
    if (code != 0) {
      throw new IOException("%s must end well, but ended with %d".formatted(words[0], code));
    }
  }
}
