package org.vigie.cli.command.flink;

import java.util.concurrent.Callable;
import org.vigie.casework.environment.Environment;
import org.vigie.files.failure.Exit;
import org.vigie.pipeline.process.JavaCommand;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code vigie cluster taskmanager}. */
@Command(
    name = "taskmanager",
    description = "Be a TaskManager, which works for the JobManager of a cluster",
    footer = {
      "",
      "Flink's settings are read from config.yaml in FLINK_CONF_DIR: where the JobManager is,",
      "how many slots, how much memory. The process runs until it is ended."
    })
public final class ClusterTaskManagerCommand implements Callable<Integer> {
  private final Environment environment;

  @Mixin private FlinkOptions flink = new FlinkOptions();

  public ClusterTaskManagerCommand(Environment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() throws Exception {
    JavaCommand command = FlinkOptions.refusing(() -> flink.process(environment).taskManager());
    Handover.to(command, environment);
    return Exit.OK.code();
  }
}
