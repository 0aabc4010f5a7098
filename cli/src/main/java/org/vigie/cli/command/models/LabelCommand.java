package org.vigie.cli.command.models;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.vigie.advert.Mandate;
import org.vigie.casework.config.Settings;
import org.vigie.casework.environment.Environment;
import org.vigie.casework.labelling.LabelCandidates;
import org.vigie.casework.labelling.LabelSession;
import org.vigie.casework.labelling.LabelledSet;
import org.vigie.casework.mandate.AuditEvent;
import org.vigie.casework.mandate.MandateCheck;
import org.vigie.casework.mandate.ShownIds;
import org.vigie.casework.models.ApprovedModels;
import org.vigie.cli.command.option.MandateOptions;
import org.vigie.cli.command.option.Require;
import org.vigie.cli.command.option.Screen;
import org.vigie.cli.command.option.WorkspaceOption;
import org.vigie.files.digest.Sha256;
import org.vigie.files.failure.Exit;
import org.vigie.files.failure.UserError;
import org.vigie.pipeline.workspace.Workspace;
import org.vigie.training.labelling.LabelFile;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code vigie label}. */
@Command(
    name = "label",
    description = "Label adverts for training and gold sets, the most informative first",
    footer = {
      "",
      "The input: JSON Lines with the keys id and text, and group (the campaign) where known.",
      "An advert is risky once two reviewers call it so, ordinary once one does; those who differ"
          + " are",
      "outvoted by a third.",
      "Each answer is kept at once in labels.jsonl of the workspace: the same command goes on.",
      "Adverts that may be about minors are never shown here.",
      "Examples:",
      "  ./vigie label --input adverts.jsonl --reviewer anna",
      "  ./vigie label --input adverts.jsonl --export gold.jsonl"
    })
public final class LabelCommand implements Callable<Integer> {
  private final Environment environment;

  @Option(names = "--input", required = true, paramLabel = "FILE", description = "The adverts")
  private String input = "";

  @Option(
      names = "--reviewer",
      paramLabel = "NAME",
      description = "Who answers. Default: the user of this computer")
  private @Nullable String reviewer;

  @Option(
      names = "--count",
      paramLabel = "N",
      description = "How many adverts to ask about at most. Default: ${DEFAULT-VALUE}")
  private int count = 20;

  @Option(
      names = "--export",
      paramLabel = "FILE",
      description = "Ask nothing; write the adverts whose label stands, as evaluate reads them")
  private @Nullable String export;

  @Mixin private WorkspaceOption workspaceOption = new WorkspaceOption();

  @ArgGroup(validate = false, heading = MandateOptions.HEADING, order = 100)
  private MandateOptions mandateOptions = new MandateOptions();

  public LabelCommand(Environment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() throws Exception {
    Require.atLeast("--count", count, 1);
    Path file = environment.path(input);
    if (!Files.isReadable(file)) {
      throw UserError.ofInput("--input must be a readable file, but %s isn't".formatted(input));
    }
    Workspace workspace = workspaceOption.in(environment);
    Settings settings = Settings.of(workspace, environment);
    ApprovedModels approved = ApprovedModels.of(workspace, settings);
    AuditEvent event = AuditEvent.of("label", input);
    Mandate mandate =
        new MandateCheck(environment)
            .pass(workspace, mandateOptions.find(environment), event, any -> {});
    Screen screen =
        new Screen(environment, workspace, mandate, event, settings.custody().disclosure());
    approved.begin(settings.run().models());
    try {
      carryOut(workspace, screen, LabelCandidates.read(file, settings.run().models()));
    } catch (IllegalArgumentException e) {
      throw new UserError(Exit.INPUT, String.valueOf(e.getMessage()), e);
    }
    return Exit.OK.code();
  }

  private void carryOut(Workspace workspace, Screen screen, LabelCandidates candidates)
      throws IOException {
    LabelFile labels = new LabelFile(workspace.labels());
    if (candidates.withheld() > 0) {
      environment.err().printf("%d not shown: they may be about minors%n", candidates.withheld());
    }
    if (export != null) {
      List<String> lines = LabelledSet.lines(candidates.shown(), labels.read());
      String text = lines.isEmpty() ? "" : String.join("\n", lines) + "\n";
      screen.log(ShownIds.in(text), Sha256.of(text));
      Files.writeString(environment.path(export), text);
      environment.out().printf("wrote %d labelled adverts to %s%n", lines.size(), export);
      return;
    }
    String name = reviewer == null ? environment.person() : reviewer;
    new LabelSession(environment, labels, name, id -> screen.log(ShownIds.in(id), ""))
        .ask(candidates.shown(), count);
  }
}
