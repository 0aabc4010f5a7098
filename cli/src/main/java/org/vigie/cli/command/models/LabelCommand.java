package org.vigie.cli.command.models;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.vigie.advert.Mandate;
import org.vigie.casework.config.Settings;
import org.vigie.casework.environment.Environment;
import org.vigie.casework.labelling.LabelCandidates;
import org.vigie.casework.labelling.LabelSession;
import org.vigie.casework.labelling.LabelledSet;
import org.vigie.casework.labelling.WorkspaceLabels;
import org.vigie.casework.mandate.AuditEvent;
import org.vigie.casework.mandate.ShownIds;
import org.vigie.casework.models.ApprovedModels;
import org.vigie.cli.command.option.Require;
import org.vigie.cli.command.option.Screen;
import org.vigie.cli.command.read.Reading;
import org.vigie.files.digest.Sha256;
import org.vigie.files.failure.Exit;
import org.vigie.files.failure.UserError;
import org.vigie.pipeline.workspace.Workspace;
import org.vigie.training.labelling.Candidate;
import org.vigie.training.labelling.Label;
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
      "What people judged in the console counts as their answer: a lead, a possible victim and a",
      "suspected person as risky, nothing as ordinary.",
      "Adverts that may be about minors are never shown here.",
      "Examples:",
      "  ./vigie label --input adverts.jsonl --reviewer anna",
      "  ./vigie label --input adverts.jsonl --export gold.jsonl",
      "  ./vigie label --export judged.jsonl"
    })
public final class LabelCommand implements Callable<Integer> {
  private final Environment environment;

  @Option(
      names = "--input",
      paramLabel = "FILE",
      description =
          "The adverts. Default: those of the workspace that people judged in the console")
  private @Nullable String input;

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

  @Mixin private Reading reading = new Reading();

  public LabelCommand(Environment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() throws Exception {
    Require.atLeast("--count", count, 1);
    try {
      if (input == null) {
        judged();
      } else {
        ofFile(input);
      }
    } catch (IllegalArgumentException e) {
      throw new UserError(Exit.INPUT, String.valueOf(e.getMessage()), e);
    }
    return Exit.OK.code();
  }

  private void ofFile(String named) throws IOException {
    Path file = environment.path(named);
    if (!Files.isReadable(file)) {
      throw UserError.ofInput("--input must be a readable file, but %s isn't".formatted(named));
    }
    Workspace workspace = reading.workspace(environment);
    Settings settings = Settings.of(workspace, environment);
    ApprovedModels approved = ApprovedModels.of(workspace, settings);
    AuditEvent event = AuditEvent.of("label", named);
    Mandate mandate = reading.pass(environment, event);
    Screen screen =
        new Screen(environment, workspace, mandate, event, settings.custody().disclosure());
    approved.begin(settings.run().models());
    carryOut(
        WorkspaceLabels.of(workspace, environment.clock()),
        LabelCandidates.read(file, settings.run().models()),
        screen,
        adverts -> {});
  }

  private void judged() throws IOException {
    try (Reading.Opened opened = reading.open(environment, "label", "judged adverts")) {
      WorkspaceLabels labels = WorkspaceLabels.of(opened.workspace(), environment.clock());
      Set<String> ids =
          labels.judged().stream().map(Label::id).collect(Collectors.toCollection(TreeSet::new));
      if (ids.isEmpty()) {
        throw UserError.ofInput(
            "people must have judged adverts in the console, but judged none as a lead or as nothing; judge some there, or type --input FILE");
      }
      carryOut(
          labels,
          LabelCandidates.in(opened.index(), ids, opened.settings().search().timeout()),
          opened.screen(),
          opened.screen()::count);
    }
  }

  /**
   * Asks or exports.
   *
   * @param counted is told which adverts are about to be shown whole
   */
  private void carryOut(
      WorkspaceLabels labels,
      LabelCandidates candidates,
      Screen screen,
      Consumer<List<String>> counted)
      throws IOException {
    if (candidates.withheld() > 0) {
      environment.err().printf("%d not shown: they may be about minors%n", candidates.withheld());
    }
    if (export != null) {
      List<Candidate> settled = LabelledSet.settled(candidates.shown(), labels.all());
      counted.accept(settled.stream().map(Candidate::id).toList());
      List<String> lines = LabelledSet.lines(settled, labels.all());
      String text = lines.isEmpty() ? "" : String.join("\n", lines) + "\n";
      screen.log(ShownIds.in(text), Sha256.of(text));
      Files.writeString(environment.path(export), text);
      environment.out().printf("wrote %d labelled adverts to %s%n", lines.size(), export);
      return;
    }
    String name = reviewer == null ? environment.person() : reviewer;
    Consumer<String> shown =
        id -> {
          counted.accept(List.of(id));
          screen.log(ShownIds.in(id), "");
        };
    new LabelSession(environment, labels, name, shown).ask(candidates.shown(), count);
  }
}
