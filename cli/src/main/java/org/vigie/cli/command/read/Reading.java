package org.vigie.cli.command.read;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.vigie.advert.Mandate;
import org.vigie.casework.Restrictions;
import org.vigie.casework.config.Settings;
import org.vigie.casework.mandate.AuditEvent;
import org.vigie.casework.mandate.MandateDesk;
import org.vigie.casework.meaning.ModelWords;
import org.vigie.casework.models.ApprovedModels;
import org.vigie.casework.surroundings.Surroundings;
import org.vigie.cli.command.option.MandateOptions;
import org.vigie.cli.command.option.Screen;
import org.vigie.cli.command.option.WorkspaceOption;
import org.vigie.files.failure.UserError;
import org.vigie.pipeline.workspace.Workspace;
import org.vigie.search.AdvertIndex;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Mixin;

/** The options and the steps that all commands share which look into the index. */
public final class Reading {
  @Mixin private WorkspaceOption workspaceOption = new WorkspaceOption();

  @ArgGroup(validate = false, heading = MandateOptions.HEADING, order = 100)
  private MandateOptions mandateOptions = new MandateOptions();

  /**
   * An index opened under a mandate.
   *
   * @param workspace where it lies
   * @param mandate the mandate
   * @param settings the workspace's
   * @param approved the models that it may load
   * @param index open until this is closed
   * @param screen which shows what is found
   */
  public record Opened(
      Workspace workspace,
      Mandate mandate,
      Settings settings,
      ApprovedModels approved,
      AdvertIndex index,
      Screen screen)
      implements AutoCloseable {
    @Override
    public void close() throws IOException {
      index.close();
    }
  }

  /** Returns the workspace that is named, without looking into it. */
  public Workspace workspace(Surroundings surroundings) {
    return workspaceOption.toReadIn(surroundings);
  }

  /** Lets a deed pass that looks into no index, and returns its mandate. */
  public Mandate pass(Surroundings surroundings, AuditEvent event) {
    return new MandateDesk(surroundings)
        .pass(workspace(surroundings), mandateOptions.find(surroundings), event, mandate -> {});
  }

  /**
   * Opens the index, after its use was logged.
   *
   * @param command what is asked for
   * @param detail what in particular
   */
  public Opened open(Surroundings surroundings, String command, String detail) throws IOException {
    return open(surroundings, AuditEvent.of(command, detail));
  }

  /** As above, for a deed of which more is known. */
  public Opened open(Surroundings surroundings, AuditEvent event) throws IOException {
    return open(surroundings, event, mandate -> {});
  }

  /**
   * As above, for a deed that asks more of its mandate than to be valid.
   *
   * @param demand throws if the mandate doesn't cover the deed
   */
  public Opened open(Surroundings surroundings, AuditEvent event, Consumer<Mandate> demand)
      throws IOException {
    Workspace workspace = workspaceOption.toReadIn(surroundings);
    if (!Files.isDirectory(workspace.root())) {
      throw UserError.ofInput(
          "%s must be a workspace, but there is no such folder; type ./vigie init, or ./vigie demo to look around"
              .formatted(surroundings.shown(workspace.root())));
    }
    Settings settings = Settings.of(workspace, surroundings);
    Mandate mandate =
        new MandateDesk(surroundings)
            .pass(workspace, mandateOptions.find(surroundings), event, demand);
    requireIndex(surroundings, workspace);
    return new Opened(
        workspace,
        mandate,
        settings,
        ApprovedModels.of(workspace, settings),
        AdvertIndex.open(
            workspace.index(),
            Restrictions.hidden(Restrictions.inForceIn(workspace.desk())),
            ModelWords.lexicon(settings.run().models())),
        new Screen(surroundings, workspace, mandate, event, settings.disclosure()));
  }

  private static void requireIndex(Surroundings surroundings, Workspace workspace)
      throws IOException {
    if (!hasIndex(workspace)) {
      throw UserError.ofInput(
          "%s must hold adverts, but holds none yet; type ./vigie run --input FILE"
              .formatted(surroundings.shown(workspace.root())));
    }
  }

  /** Returns whether a workspace holds adverts to look into. */
  public static boolean hasIndex(Workspace workspace) throws IOException {
    if (!Files.isDirectory(workspace.index())) {
      return false;
    }
    try (Stream<Path> shards = Files.list(workspace.index())) {
      return shards.findAny().isPresent();
    }
  }
}
