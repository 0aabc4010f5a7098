package org.vigie.cli.command.flink;

import java.util.List;
import java.util.concurrent.Callable;
import org.vigie.casework.environment.Environment;
import org.vigie.cli.command.option.WorkspaceOption;
import org.vigie.files.failure.Exit;
import org.vigie.pipeline.standalone.StandaloneCluster;
import org.vigie.pipeline.workspace.Workspace;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code vigie cluster mend}. */
@Command(
    name = "mend",
    description = "Start again the processes of the cluster that are gone",
    footer = {
      "",
      "The job goes on by itself from its last checkpoint, also when the JobManager was lost."
    })
public final class ClusterMendCommand implements Callable<Integer> {
  private final Environment environment;

  @Mixin private WorkspaceOption workspaceOption = new WorkspaceOption();

  public ClusterMendCommand(Environment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() throws Exception {
    Workspace workspace = workspaceOption.in(environment);
    RunningCluster.require(environment, workspace);
    List<String> started = new StandaloneCluster(workspace).mend();
    environment
        .out()
        .println(
            started.isEmpty()
                ? "All processes run."
                : "Started again: " + String.join(", ", started) + ".");
    return Exit.OK.code();
  }
}
