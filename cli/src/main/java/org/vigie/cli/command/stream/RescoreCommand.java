package org.vigie.cli.command.stream;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.vigie.advert.Mandate;
import org.vigie.casework.config.Settings;
import org.vigie.casework.environment.Environment;
import org.vigie.casework.mandate.AuditEvent;
import org.vigie.casework.mandate.MandateCheck;
import org.vigie.casework.models.ApprovedModels;
import org.vigie.casework.rescore.Differences;
import org.vigie.casework.rescore.Rescoring;
import org.vigie.cli.command.option.Logs;
import org.vigie.cli.command.option.MandateOptions;
import org.vigie.cli.command.option.Require;
import org.vigie.cli.command.option.Screen;
import org.vigie.cli.command.option.WorkspaceOption;
import org.vigie.files.failure.Exit;
import org.vigie.files.failure.UserError;
import org.vigie.pipeline.RunConfig;
import org.vigie.pipeline.plugin.PluginSet;
import org.vigie.pipeline.standalone.ClusterFolder;
import org.vigie.pipeline.workspace.Workspace;
import org.vigie.pipeline.workspace.WorkspaceInUseException;
import org.vigie.pipeline.workspace.WorkspaceLock;
import org.vigie.search.AdvertIndex;
import org.vigie.text.safe.SafeText;
import org.vigie.text.safe.Words;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code vigie rescore}. */
@Command(
    name = "rescore",
    description =
        "Read all history again with other models, show what differs, apply it on approval",
    footer = {
      "",
      "The first call reads every accepted input again into a folder of its own and changes"
          + " nothing;",
      "the second, with --apply, puts the outcome in place, once run.models in vigie.yaml names"
          + " the",
      "models that were used, and these are approved (./vigie models approve). What was there"
          + " before is kept in replaced/ in the workspace.",
      "Examples:",
      "  ./vigie rescore --model risk-recruitment-2",
      "  ./vigie rescore --taxonomy models-new",
      "  ./vigie rescore --apply"
    })
public final class RescoreCommand implements Callable<Integer> {
  private final Environment environment;

  @Option(
      names = "--model",
      paramLabel = "NAME",
      description = "A model to use for its form. Default: those in use")
  private @Nullable String model;

  @Option(
      names = "--taxonomy",
      paramLabel = "DIR",
      description = "Folder of models with another taxonomy and lexicons. Default: the workspace's")
  private @Nullable String taxonomy;

  @Option(names = "--apply", description = "Put the last outcome in place")
  private boolean apply;

  @Option(
      names = "--limit",
      paramLabel = "N",
      description = "Most differences to show. Default: ${DEFAULT-VALUE}")
  private int limit = 200;

  @Option(names = "--quiet", description = "Show no progress")
  private boolean quiet;

  @Mixin private WorkspaceOption workspaceOption = new WorkspaceOption();

  @ArgGroup(validate = false, heading = MandateOptions.HEADING, order = 100)
  private MandateOptions mandateOptions = new MandateOptions();

  public RescoreCommand(Environment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() throws Exception {
    Require.atLeast("--limit", limit, 0);
    if (apply && (model != null || taxonomy != null)) {
      throw UserError.ofUsage("--apply puts the last outcome in place, and needs no other models");
    }
    Workspace workspace = workspaceOption.in(environment);
    Settings settings = Settings.of(workspace, environment);
    AuditEvent event =
        AuditEvent.of("rescore", apply ? "apply" : "model " + model + ", taxonomy " + taxonomy);
    Mandate mandate =
        new MandateCheck(environment)
            .pass(workspace, mandateOptions.find(environment), event, unused -> {});
    Screen screen =
        new Screen(environment, workspace, mandate, event, settings.custody().disclosure());
    if (!Files.isDirectory(workspace.index())) {
      throw UserError.ofInput("there must be a history to rescore, but is none; type ./vigie run");
    }
    Logs.into(workspace);
    Rescoring rescoring = new Rescoring(workspace);
    try {
      if (apply) {
        apply(workspace, settings, rescoring);
      } else {
        rescore(workspace, settings, rescoring, screen);
      }
    } catch (IllegalArgumentException e) {
      throw new UserError(Exit.INPUT, String.valueOf(e.getMessage()), e);
    }
    return Exit.OK.code();
  }

  private void apply(Workspace workspace, Settings settings, Rescoring rescoring)
      throws IOException {
    try (WorkspaceLock lock = WorkspaceLock.take(workspace)) {
      if (ClusterFolder.of(workspace).hasJob()) {
        throw new WorkspaceInUseException(workspace.root());
      }
      rescoring.apply(
          settings.run().models(),
          () -> ApprovedModels.of(workspace, settings).require(settings.run().models()));
    }
    environment.out().println("Applied. What was there before is in replaced/.");
  }

  private void rescore(Workspace workspace, Settings settings, Rescoring rescoring, Screen screen)
      throws IOException, InterruptedException {
    Path models = taxonomy == null ? settings.run().models() : environment.path(taxonomy);
    RunConfig config = settings.run().with(rescoring.models());
    if (taxonomy == null) {
      ApprovedModels approved = ApprovedModels.of(workspace, settings);
      approved.require(models);
      if (model != null) {
        approved.require(models, model);
      }
    }
    try (WorkspaceLock lock = WorkspaceLock.take(workspace)) {
      rescoring.prepare(models, model);
      new StreamStep(environment, quiet)
          .run(
              rescoring.rescored(),
              config,
              Requests.of(workspace, config),
              new PluginSet(settings.reading().plugins().registry(workspace).admitted()),
              "the same command starts afresh");
      rescoring.complete();
      try (AdvertIndex before = AdvertIndex.open(workspace.index());
          AdvertIndex after = AdvertIndex.open(rescoring.rescored().index())) {
        show(Differences.between(before, after), screen);
      }
    }
  }

  private void show(Differences differences, Screen screen) {
    List<String> lines = differences.lines();
    screen.show(lines.stream().limit(limit).map(SafeText::line).toList());
    if (lines.size() > limit) {
      environment.out().println("and " + Words.number(lines.size() - limit) + " more");
    }
    environment
        .out()
        .println(
            "%s in %s. Nothing is changed yet: ./vigie rescore --apply"
                .formatted(
                    Words.count(lines.size(), "difference", "differences"),
                    Words.count(differences.adverts(), "advert", "adverts")));
  }
}
