package org.vigie.cli.command.flink;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.vigie.casework.environment.Environment;
import org.vigie.files.failure.Exit;
import org.vigie.files.failure.UserError;
import org.vigie.pipeline.process.JavaCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

/** {@code vigie cluster jobmanager}. */
@Command(
    name = "jobmanager",
    description = "Be the JobManager of a cluster that runs the stream's job and nothing else",
    footer = {
      "",
      "Flink's settings are read from config.yaml in FLINK_CONF_DIR. Words after -- are those of",
      "./vigie cluster submit. The process runs until it is ended; docs/how-to/operate.md tells more."
    })
public final class ClusterJobManagerCommand implements Callable<Integer> {
  /** The class whose main method makes the job in a JobManager. */
  private static final String JOB = "org.vigie.cli.StreamJob";

  private final Environment environment;

  @Mixin private FlinkOptions flink = new FlinkOptions();

  @Parameters(paramLabel = "WORD", description = "What the job reads and writes, after --")
  private List<String> words = new ArrayList<>();

  public ClusterJobManagerCommand(Environment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() throws Exception {
    requireStartable();
    JavaCommand command =
        FlinkOptions.refusing(() -> flink.process(environment).jobManager(JOB, words));
    Handover.to(command, environment);
    return Exit.OK.code();
  }

  /** Refuses here what would end the JobManager later, with a stack trace. */
  private void requireStartable() throws IOException {
    ClusterSubmitCommand submit = new ClusterSubmitCommand(environment);
    try {
      new CommandLine(submit).parseArgs(words.toArray(String[]::new));
    } catch (ParameterException e) {
      throw new UserError(
          Exit.USAGE, "words after -- must be those of cluster submit: " + e.getMessage(), e);
    }
    submit.requireStartable();
  }
}
