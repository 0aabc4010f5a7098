package org.vigie.cli.command.read;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.vigie.advert.Mandate;
import org.vigie.casework.Restrictions;
import org.vigie.casework.config.Settings;
import org.vigie.casework.custody.LostDatabase;
import org.vigie.casework.custody.LostIndex;
import org.vigie.casework.environment.Environment;
import org.vigie.casework.guarded.SettingsInForce;
import org.vigie.casework.mandate.AuditEvent;
import org.vigie.casework.mandate.MandateCheck;
import org.vigie.casework.meaning.ModelWords;
import org.vigie.casework.models.ApprovedModels;
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
  public Workspace workspace(Environment environment) {
    return workspaceOption.toReadIn(environment);
  }

  /** Returns {@code --workspace} as a command that is to follow repeats it. */
  public String workspaceRepeated() {
    return workspaceOption.repeated();
  }

  /** Lets a deed pass that looks into no index, and returns its mandate. */
  public Mandate pass(Environment environment, AuditEvent event) throws IOException {
    Workspace workspace = workspace(environment);
    Mandate mandate =
        new MandateCheck(environment)
            .pass(workspace, mandateOptions.find(environment), event, unused -> {});
    LostDatabase.requireNone(workspace, environment.shown(workspace.database()));
    return mandate;
  }

  /**
   * Opens the index, after its use was logged.
   *
   * @param command what is asked for
   * @param detail what in particular
   */
  public Opened open(Environment environment, String command, String detail) throws IOException {
    return open(environment, AuditEvent.of(command, detail));
  }

  /** As above, for a deed of which more is known. */
  public Opened open(Environment environment, AuditEvent event) throws IOException {
    return open(environment, event, mandate -> {});
  }

  /**
   * As above, for a deed that asks more of its mandate than to be valid.
   *
   * @param demand throws if the mandate doesn't cover the deed
   */
  public Opened open(Environment environment, AuditEvent event, Consumer<Mandate> demand)
      throws IOException {
    Workspace workspace = workspaceOption.existing(environment);
    Mandate mandate =
        new MandateCheck(environment)
            .pass(workspace, mandateOptions.find(environment), event, demand);
    return open(environment, workspace, mandate, event);
  }

  /** As above, for a job that looks whether there is anything to do, and passes only then. */
  public Opened look(Environment environment, AuditEvent event, Consumer<Mandate> demand)
      throws IOException {
    Workspace workspace = workspaceOption.existing(environment);
    Mandate mandate =
        new MandateCheck(environment)
            .require(workspace, mandateOptions.find(environment), event.command(), demand);
    return open(environment, workspace, mandate, event);
  }

  private static Opened open(
      Environment environment, Workspace workspace, Mandate mandate, AuditEvent event)
      throws IOException {
    Settings settings = SettingsInForce.of(workspace, environment);
    requireIndex(environment, workspace);
    LostDatabase.requireNone(workspace, environment.shown(workspace.database()));
    return new Opened(
        workspace,
        mandate,
        settings,
        ApprovedModels.of(workspace, settings),
        AdvertIndex.open(
            workspace.index(),
            Restrictions.hidden(Restrictions.inForceIn(workspace.database())),
            ModelWords.lexicon(
                settings.run().models(),
                () -> environment.err().println("preparing the word forms of all languages …"))),
        new Screen(environment, workspace, mandate, event, settings.custody().disclosure()));
  }

  private static void requireIndex(Environment environment, Workspace workspace)
      throws IOException {
    if (!hasIndex(workspace)) {
      throw UserError.ofInput(
          (LostIndex.isIn(workspace)
                  ? "%s must hold its index, since state/ goes on from there, but it is missing; take both of a backup (./vigie restore --from BACKUP --to DIR), or move state/ away and type ./vigie run to read all inputs again"
                  : "%s must hold adverts, but holds none yet; type ./vigie run --input FILE")
              .formatted(environment.shown(workspace.root())));
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
