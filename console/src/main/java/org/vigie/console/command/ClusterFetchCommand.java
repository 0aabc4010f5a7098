package org.vigie.console.command;

import java.nio.file.Files;
import java.util.concurrent.Callable;
import org.vigie.console.failure.Exit;
import org.vigie.console.mandate.MandateDesk;
import org.vigie.console.surroundings.Surroundings;
import org.vigie.pipeline.index.StoredIndex;
import org.vigie.pipeline.standalone.ClusterFolder;
import org.vigie.pipeline.workspace.Workspace;
import org.vigie.pipeline.workspace.WorkspaceInUseException;
import org.vigie.pipeline.workspace.WorkspaceLock;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code vigie cluster fetch}. */
@Command(
    name = "fetch",
    description =
        "Take the index that a cluster keeps in a store into this workspace, to search it",
    footer = {"", "Every checksum is verified before the index that is here is replaced."})
final class ClusterFetchCommand implements Callable<Integer> {
  private final Surroundings surroundings;

  @Option(
      names = "--from",
      required = true,
      paramLabel = "URI",
      description = "The store, as --index-store of ./vigie cluster submit names it")
  private String from = "";

  @Mixin private WorkspaceOption workspaceOption = new WorkspaceOption();

  @ArgGroup(validate = false, heading = MandateOptions.HEADING, order = 100)
  private MandateOptions mandateOptions = new MandateOptions();

  ClusterFetchCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() throws Exception {
    Workspace workspace = workspaceOption.in(surroundings);
    new MandateDesk(surroundings)
        .pass(workspace, mandateOptions.find(surroundings), "cluster fetch", from);
    Files.createDirectories(workspace.root());
    try (WorkspaceLock lock = WorkspaceLock.take(workspace)) {
      if (ClusterFolder.of(workspace).hasJob()) {
        throw new WorkspaceInUseException(workspace.root());
      }
      int shards = new StoredIndex(from).fetch(workspace.index());
      surroundings
          .out()
          .printf("%d shards taken into %s.%n", shards, surroundings.shown(workspace.index()));
    }
    return Exit.OK.code();
  }
}
