package org.vigie.cli.command.flink;

import java.util.LinkedHashMap;
import java.util.Map;
import org.vigie.casework.environment.Environment;
import org.vigie.files.failure.Exit;
import org.vigie.files.failure.UserError;
import org.vigie.pipeline.process.FlinkProcess;
import picocli.CommandLine.Option;

/** The options of a command that starts one of Flink's processes. */
final class FlinkOptions {
  /** The variable that names the folder of Flink's settings, as Flink's own programs read it. */
  private static final String FOLDER = "FLINK_CONF_DIR";

  @Option(
      names = "-D",
      paramLabel = "KEY=VALUE",
      description = "A setting of Flink's that takes the place of the one in config.yaml")
  private Map<String, String> wishes = new LinkedHashMap<>();

  /** Returns the process that Flink's settings here describe. */
  FlinkProcess process(Environment environment) {
    String folder = environment.variables().getOrDefault(FOLDER, "");
    if (folder.isBlank()) {
      throw UserError.ofInput(
          FOLDER + " must name the folder of Flink's config.yaml, but isn't set");
    }
    return FlinkProcess.of(environment.path(folder), wishes);
  }

  /** What is to be worked out of Flink's settings. */
  interface Step<T> {
    T take() throws Exception;
  }

  /** Takes a step whose settings may be wrong, which ends the command with exit code 4. */
  static <T> T refusing(Step<T> step) throws Exception {
    try {
      return step.take();
    } catch (IllegalArgumentException e) {
      throw new UserError(Exit.INPUT, String.valueOf(e.getMessage()), e);
    }
  }
}
