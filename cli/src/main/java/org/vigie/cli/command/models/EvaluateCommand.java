package org.vigie.cli.command.models;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.vigie.casework.config.Settings;
import org.vigie.casework.environment.Environment;
import org.vigie.casework.models.ApprovedModels;
import org.vigie.classifier.registry.Manifest;
import org.vigie.classifier.risk.RiskModel;
import org.vigie.cli.command.option.ModelsOption;
import org.vigie.cli.command.option.Require;
import org.vigie.cli.command.option.WorkspaceOption;
import org.vigie.cli.evaluation.EvaluationPage;
import org.vigie.cli.evaluation.EvaluationView;
import org.vigie.cli.invented.InventedAdverts;
import org.vigie.cli.terminal.Table;
import org.vigie.files.failure.Exit;
import org.vigie.files.failure.UserError;
import org.vigie.pipeline.workspace.Workspace;
import org.vigie.text.safe.SafeText;
import org.vigie.training.evaluation.AlertsPerDay;
import org.vigie.training.evaluation.Evaluation;
import org.vigie.training.figures.Figure;
import org.vigie.training.figures.FigureTable;
import org.vigie.training.figures.Places;
import org.vigie.training.risk.FormEvaluation;
import org.vigie.training.risk.ModelEvaluation;
import org.vigie.training.sign.SealedSigns;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code vigie evaluate}. */
@Command(
    name = "evaluate",
    description = "Measure a model on labelled adverts, or every figure that is promised",
    footer = {
      "",
      "The data: JSON Lines with the keys id, label (0 or 1), group and text; the labels are about"
          + " the",
      "form that the model is of. Adverts of one group are never on both sides of a split. Where"
          + " the",
      "model was trained on the file, models like it are trained anew without the campaigns that"
          + " they",
      "are measured on.",
      "Examples:",
      "  ./vigie evaluate --data labelled.jsonl.gz --out evaluation",
      "  ./vigie evaluate --data labelled.jsonl --model risk-sexual-1",
      "  ./vigie evaluate --all --table docs/reference/classifier-figures.md"
    })
public final class EvaluateCommand implements Callable<Integer> {
  /** What {@code --only} calls the table of signs. */
  private static final String SIGNS = "signs";

  private final Environment environment;

  @Option(names = "--data", paramLabel = "FILE", description = "Labelled adverts, gzipped or not")
  private @Nullable String data;

  @Option(names = "--all", description = "Measure every figure that is promised; takes minutes")
  private boolean all;

  @Option(
      names = "--model",
      paramLabel = "NAME",
      description = "The model to measure. Default: that of recruitment in use")
  private @Nullable String model;

  @Mixin private ModelsOption models = new ModelsOption();

  @Mixin private WorkspaceOption workspaceOption = new WorkspaceOption();

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Write a page with drawings there too; it contacts no host")
  private @Nullable String out;

  @Option(
      names = "--table",
      paramLabel = "FILE",
      description = "With --all: write the table to a Markdown file too")
  private @Nullable String table;

  @Option(
      names = "--only",
      paramLabel = "NAME",
      description =
          "With --all: measure this alone, such as growth, and write no table. May be repeated")
  private List<String> only = List.of();

  @Option(
      names = "--longest",
      paramLabel = "N",
      description =
          "With --all: characters of the longest text that growth is measured with; 8388608, the"
              + " most, needs VIGIE_JAVA_OPTS=-Xmx8g. Default: ${DEFAULT-VALUE}")
  private int longest = FigureTable.DEFAULT_LONGEST;

  @Option(
      names = "--adverts-per-day",
      paramLabel = "N",
      description = "Adverts that the channel brings in a day. Default: ${DEFAULT-VALUE}")
  private int advertsPerDay = AlertsPerDay.defaults().advertsPerDay();

  @Option(
      names = "--prevalence",
      paramLabel = "P",
      description = "Share of them that is risky, a guess. Default: ${DEFAULT-VALUE}")
  private double prevalence = AlertsPerDay.defaults().prevalence();

  @Option(
      names = "--seed",
      paramLabel = "S",
      description = "Seed of the confidence intervals. Default: ${DEFAULT-VALUE}")
  private long seed = 1;

  public EvaluateCommand(Environment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() throws Exception {
    Require.between("--longest", longest, 1_000, FigureTable.WHOLE_PAGE);
    if (all == (data != null)) {
      throw UserError.ofUsage("evaluate needs either --data FILE or --all");
    }
    requireOnly();
    try {
      return measured();
    } catch (IllegalArgumentException e) {
      throw new UserError(Exit.INPUT, String.valueOf(e.getMessage()), e);
    }
  }

  /** A table of some figures would look as if the others had not been promised. */
  private void requireOnly() {
    if (!only.isEmpty() && (data != null || table != null)) {
      throw UserError.ofUsage("--only goes with --all alone, without --table");
    }
    List<String> known = new ArrayList<>(FigureTable.groups());
    known.add(SIGNS);
    for (String name : only) {
      if (!known.contains(name)) {
        throw UserError.ofUsage(
            "--only must be one of %s, but was %s"
                .formatted(String.join(", ", known), SafeText.line(name)));
      }
    }
  }

  private int measured() throws IOException {
    Path folder = models.folder(environment);
    Manifest manifest = Manifest.read(folder);
    String name = model == null ? manifest.requireActive(RiskModel.FORM) : model;
    if (manifest.models().contains(name)) {
      manifest.requireUnaltered(folder, name);
    }
    List<String> measurable = new ArrayList<>();
    for (String listed : manifest.models()) {
      if (isMeasurable(folder, listed)) {
        measurable.add(listed);
      }
    }
    if (!measurable.contains(name)) {
      throw UserError.ofInput(
          "--model must be one of %s, but was %s".formatted(String.join(", ", measurable), name));
    }
    requireApproved(folder, name);
    boolean ofRecruitment = FormEvaluation.formOf(folder, name).equals(RiskModel.FORM);
    if (data == null) {
      if (!ofRecruitment) {
        throw UserError.ofInput(
            "with --all, --model must be of recruitment, but %s isn't".formatted(name));
      }
      return everything(new Places(folder, name, environment.sharedData()));
    }
    Path file = environment.path(data);
    if (!Files.isReadable(file)) {
      throw UserError.ofInput("--data must be a readable file, but %s isn't".formatted(data));
    }
    return one(
        ofRecruitment
            ? new ModelEvaluation(folder, name).on(file)
            : FormEvaluation.on(folder, name, file));
  }

  /** Another folder than the workspace's is vouched for by who names it. */
  private void requireApproved(Path folder, String name) throws IOException {
    Workspace workspace = workspaceOption.in(environment);
    Settings settings = Settings.of(workspace, environment);
    if (folder.equals(settings.run().models())) {
      ApprovedModels.of(workspace, settings).require(folder, name);
    }
  }

  /** Labelled adverts measure the models of forms, and neither names, sentences nor groups. */
  private static boolean isMeasurable(Path folder, String model) throws IOException {
    Optional<String> form = FormEvaluation.findFormOf(folder, model);
    return form.isPresent()
        && (form.get().equals(RiskModel.FORM) || FormEvaluation.covers(folder, form.get()));
  }

  private int one(Evaluation evaluation) throws IOException {
    AlertsPerDay day = new AlertsPerDay(advertsPerDay, prevalence);
    EvaluationView view = new EvaluationView(evaluation, day, seed);
    view.lines().forEach(environment.out()::println);
    if (out != null) {
      List<Path> written = EvaluationPage.write(view, environment.path(out));
      environment.out().printf("%nwrote %s%n", environment.shown(written.getFirst()));
    }
    return Exit.OK.code();
  }

  private int everything(Places places) throws IOException {
    if (!only.equals(List.of(SIGNS))) {
      figures(places);
    }
    if (only.isEmpty() || only.contains(SIGNS)) {
      signs(places.models());
    }
    return Exit.OK.code();
  }

  /** Prints the tables of {@code vigie verify signs}, of texts that stand among the sources. */
  private void signs(Path folder) throws IOException {
    Path home = environment.home();
    environment.out().println();
    if (!Files.isDirectory(SealedSigns.texts(home))) {
      environment
          .out()
          .println("signs: not measured, since their texts come with the sources alone");
      return;
    }
    environment.err().println("measuring: " + SIGNS);
    environment.out().println("Signs in texts of others, as ./vigie verify signs measures them:");
    SealedSigns.measure(home, folder).lines().forEach(environment.out()::println);
  }

  private void figures(Places places) throws IOException {
    FigureTable figures =
        FigureTable.measure(
            places,
            InventedAdverts::of,
            longest,
            only,
            what -> environment.err().println("measuring: " + what));
    Table shown = new Table();
    figures.rows().forEach(row -> shown.row(row.toArray(String[]::new)));
    shown.lines().forEach(environment.out()::println);
    environment
        .out()
        .printf(
            "%d met, %d fall short, %d not measured%n",
            figures.count(Figure.Verdict.MET),
            figures.count(Figure.Verdict.SHORT),
            figures.count(Figure.Verdict.UNMEASURED));
    if (table != null) {
      Files.writeString(environment.path(table), figures.markdown());
    }
  }
}
