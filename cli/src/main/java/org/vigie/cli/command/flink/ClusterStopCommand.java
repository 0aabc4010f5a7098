package org.vigie.cli.command.flink;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.vigie.casework.config.Settings;
import org.vigie.casework.environment.Environment;
import org.vigie.casework.models.ApprovedModels;
import org.vigie.cli.command.option.WorkspaceOption;
import org.vigie.files.failure.Exit;
import org.vigie.files.failure.UserError;
import org.vigie.pipeline.standalone.ClusterFolder;
import org.vigie.pipeline.standalone.StandaloneCluster;
import org.vigie.pipeline.workspace.Workspace;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code vigie cluster stop}. */
@Command(name = "stop", description = "Save the job, then end the processes of the cluster")
public final class ClusterStopCommand implements Callable<Integer> {
  private final Environment environment;

  @Option(
      names = "--force",
      description =
          "End them too if the job can't be saved (its last checkpoint stays), or couldn't start"
              + " again with the models that are here")
  private boolean force;

  @Mixin private WorkspaceOption workspaceOption = new WorkspaceOption();

  public ClusterStopCommand(Environment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() throws Exception {
    Workspace workspace = workspaceOption.in(environment);
    if (ClusterFolder.of(workspace).read().isEmpty()) {
      throw UserError.ofInput(
          "%s must have a cluster to stop, but has none"
              .formatted(environment.shown(workspace.root())));
    }
    if (!force) {
      requireModelsToGoOnWith(workspace);
    }
    Optional<String> saved = new StandaloneCluster(workspace).stop(force);
    saved.ifPresent(place -> environment.out().println("The job is saved in " + place));
    environment.out().println("The cluster is stopped.");
    return Exit.OK.code();
  }

  /** A release whose models nobody approved is to be refused while the old one still works. */
  private void requireModelsToGoOnWith(Workspace workspace) throws IOException {
    if (!ClusterFolder.of(workspace).hasJob()) {
      return;
    }
    Settings settings = Settings.of(workspace, environment);
    try {
      ApprovedModels.of(workspace, settings).require(settings.run().models());
      ApprovedModels.requireAsListed(settings.run().models());
    } catch (UserError e) {
      throw new UserError(
          e.exit(),
          "the job goes on, since it couldn't start again: %s; or type ./vigie cluster stop --force"
              .formatted(e.getMessage()),
          e);
    }
  }
}
