package org.vigie.cli.command.flink;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.vigie.casework.environment.Environment;
import org.vigie.files.failure.UserError;
import org.vigie.pipeline.process.JavaCommand;

/**
 * How a command leaves its place to another Java process: it writes down that one's words, and the
 * launcher has it take the place of the shell. So nothing stands between who started {@code vigie}
 * and the process, and signals reach it.
 */
final class Handover {
  /** The variable in which the launcher names the file to write to. */
  private static final String FILE = "VIGIE_HANDOVER";

  private Handover() {}

  /**
   * Leaves the place to a process whose class path is that of this one.
   *
   * @throws UserError if no launcher waits that would start it
   */
  static void to(JavaCommand command, Environment environment) throws IOException {
    String file = environment.variables().getOrDefault(FILE, "");
    if (file.isBlank()) {
      throw UserError.ofUsage(
          "the process must be started by bin/vigie of an installation (./vigie dist makes it),"
              + " but was started otherwise");
    }
    List<String> words = new ArrayList<>();
    words.add("-Dlog4j2.configurationFile=log4j2-cluster.xml");
    words.addAll(command.words());
    Files.write(environment.path(file), words);
  }
}
