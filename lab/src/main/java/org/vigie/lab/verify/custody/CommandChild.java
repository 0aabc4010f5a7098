package org.vigie.lab.verify.custody;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A command of Vigie in a process of its own, after a line of the shell such as {@code umask 0}.
 */
final class CommandChild {
  private static final int MINUTES = 15;

  private final Path folder;

  /**
   * @param folder to be in
   */
  CommandChild(Path folder) {
    this.folder = folder;
  }

  /** Carries out a command, and returns its exit code. */
  int run(String before, String... words) throws IOException, InterruptedException {
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
                "-Dvigie.home=" + home,
                "-cp",
                System.getProperty("java.class.path"),
                "org.vigie.cli.Vigie"));
    line.addAll(List.of(words));
    Process process =
        new ProcessBuilder(line)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    try {
      if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
        throw new IOException(words[0] + " must end, but didn't");
      }
      return process.exitValue();
    } finally {
      process.destroyForcibly();
    }
  }

  /** Carries out a command that must end well. */
  void require(String before, String... words) throws IOException, InterruptedException {
    int code = run(before, words);
    if (code != 0) {
      throw new IOException("%s must end well, but ended with %d".formatted(words[0], code));
    }
  }
}
