package org.vigie.cli.command.flink;

import java.io.IOException;
import java.nio.file.Files;
import java.util.concurrent.Callable;
import org.vigie.casework.environment.Environment;
import org.vigie.casework.mandate.MandateCheck;
import org.vigie.cli.command.option.MandateOptions;
import org.vigie.cli.command.option.WorkspaceOption;
import org.vigie.cli.progress.Display;
import org.vigie.files.failure.Exit;
import org.vigie.files.failure.UserError;
import org.vigie.pipeline.index.StoreFileSystems;
import org.vigie.pipeline.index.StoredIndex;
import org.vigie.pipeline.index.UnreachableStoreException;
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
    footer = {
      "",
      "Files that are here already aren't copied again. Every checksum is verified before the index",
      "that is here is replaced. The store is a folder, file:///..., unless Flink's settings and",
      "plug-ins are here (FLINK_CONF_DIR, FLINK_PLUGINS_DIR), as they are in its images."
    })
public final class ClusterFetchCommand implements Callable<Integer> {
  private final Environment environment;

  @Option(
      names = "--from",
      required = true,
      paramLabel = "URI",
      description = "The store, as --index-store of ./vigie cluster submit names it")
  private String from = "";

  @Option(names = "--quiet", description = "Show no progress")
  private boolean quiet;

  @Mixin private WorkspaceOption workspaceOption = new WorkspaceOption();

  @ArgGroup(validate = false, heading = MandateOptions.HEADING, order = 100)
  private MandateOptions mandateOptions = new MandateOptions();

  public ClusterFetchCommand(Environment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() throws Exception {
    Workspace workspace = workspaceOption.in(environment);
    MandateCheck check = new MandateCheck(environment);
    check.require(workspace, mandateOptions.find(environment), "cluster fetch", mandate -> {});
    StoreFileSystems.makeKnown(environment.variables());
    Files.createDirectories(workspace.root());
    try (WorkspaceLock lock = WorkspaceLock.take(workspace)) {
      if (ClusterFolder.of(workspace).hasJob()) {
        throw new WorkspaceInUseException(workspace.root());
      }
      if (isHere(workspace)) {
        environment.out().println("Nothing new: the index of the store is here.");
        return Exit.OK.code();
      }
      check.pass(workspace, mandateOptions.find(environment), "cluster fetch", from);
      int shards = fetch(workspace);
      environment
          .out()
          .printf("%d shards taken into %s.%n", shards, environment.shown(workspace.index()));
    }
    return Exit.OK.code();
  }

  private boolean isHere(Workspace workspace) throws IOException {
    try {
      return new StoredIndex(from).isIn(workspace.index());
    } catch (UnreachableStoreException e) {
      throw unreachable(e);
    }
  }

  private int fetch(Workspace workspace) throws IOException {
    try (Display display = Display.of(environment, quiet, "fetch", Display.Unit.BYTES)) {
      return new StoredIndex(from)
          .fetch(
              workspace.index(), workspace.index(), (bytes, all) -> display.show(bytes, all, ""));
    } catch (UnreachableStoreException e) {
      throw unreachable(e);
    }
  }

  private static UserError unreachable(UnreachableStoreException e) {
    return new UserError(Exit.INPUT, "--from " + e.getMessage(), e);
  }
}
