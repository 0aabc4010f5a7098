package org.vigie.web.pages;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A command in a process of its own, which ends at some place as a kill would end it. */
final class KilledCommand {
  private KilledCommand() {}

  /**
   * Carries out a command.
   *
   * @param place and how often it is reached, as {@code key-added:1}; empty for none
   * @return its exit code
   */
  static int run(Path folder, String place, String... words)
      throws IOException, InterruptedException {
    List<String> line =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Dvigie.failpoint=" + place,
                "-cp",
                System.getProperty("java.class.path"),
                "org.vigie.cli.Vigie"));
    line.addAll(List.of(words));
    Process process =
        new ProcessBuilder(line)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("killed.log").toFile())
            .start();
    if (!process.waitFor(10, TimeUnit.MINUTES)) {
      process.destroyForcibly();
    }
    return process.waitFor();
  }
}
