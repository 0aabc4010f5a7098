package org.vigie.cli.command;

import java.util.Optional;
import java.util.concurrent.Callable;
import org.vigie.casework.surroundings.Surroundings;
import org.vigie.files.failure.Exit;
import org.vigie.files.failure.Refusal;
import org.vigie.pipeline.standalone.ClusterFolder;
import org.vigie.pipeline.standalone.StandaloneCluster;
import org.vigie.pipeline.workspace.Workspace;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code vigie cluster stop}. */
@Command(name = "stop", description = "Save the job, then end the processes of the cluster")
final class ClusterStopCommand implements Callable<Integer> {
  private final Surroundings surroundings;

  @Option(
      names = "--force",
      description = "End them too if the job can't be saved; its last checkpoint stays")
  private boolean force;

  @Mixin private WorkspaceOption workspaceOption = new WorkspaceOption();

  ClusterStopCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() throws Exception {
    Workspace workspace = workspaceOption.in(surroundings);
    if (ClusterFolder.of(workspace).read().isEmpty()) {
      throw Refusal.ofInput(
          "%s must have a cluster to stop, but has none"
              .formatted(surroundings.shown(workspace.root())));
    }
    Optional<String> saved = new StandaloneCluster(workspace).stop(force);
    saved.ifPresent(place -> surroundings.out().println("The job is saved in " + place));
    surroundings.out().println("The cluster is stopped.");
    return Exit.OK.code();
  }
}
