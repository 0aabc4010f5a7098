package org.vigie.files.plugin;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * What a plug-in started and left alone: it is below no process of ours any more, but has the
 * plug-in's folder in its environment. Known where the system shows environments under {@code
 * /proc}.
 */
final class LeftProcesses {
  /** How the folder stands in the environment of all that a plug-in starts. */
  static final String MARK = "TMPDIR";

  /** One that is started while the others are looked through is found the next time. */
  private static final int ROUNDS = 5;

  private LeftProcesses() {}

  /** Kills all that have a folder in their environment. */
  static void kill(Path folder) {
    for (int round = 0; round < ROUNDS; round++) {
      List<ProcessHandle> left =
          ProcessHandle.allProcesses().filter(process -> isOf(process, folder)).toList();
      if (left.isEmpty()) {
        return;
      }
      left.forEach(ProcessHandle::destroyForcibly);
    }
  }

  private static boolean isOf(ProcessHandle process, Path folder) {
    Path file = Path.of("/proc", Long.toString(process.pid()), "environ");
    try {
      String environment = "\0" + Files.readString(file, StandardCharsets.ISO_8859_1) + "\0";
      String mark = "\0" + MARK + "=" + folder + "\0";
      byte[] bytes = mark.getBytes(StandardCharsets.UTF_8);
      return environment.contains(new String(bytes, StandardCharsets.ISO_8859_1));
    } catch (IOException e) {
      return false; // somebody else's, or gone
    }
  }
}
