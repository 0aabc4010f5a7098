package org.vigie.console.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.vigie.classifier.evaluation.AlertsPerDay;
import org.vigie.classifier.evaluation.Evaluation;
import org.vigie.classifier.figures.Figure;
import org.vigie.classifier.figures.FigureTable;
import org.vigie.classifier.figures.Places;
import org.vigie.classifier.registry.Manifest;
import org.vigie.classifier.risk.ModelEvaluation;
import org.vigie.classifier.risk.RiskModel;
import org.vigie.console.evaluation.EvaluationPage;
import org.vigie.console.evaluation.EvaluationView;
import org.vigie.console.failure.Exit;
import org.vigie.console.failure.Refusal;
import org.vigie.console.render.Table;
import org.vigie.console.surroundings.Surroundings;
import org.vigie.console.training.InventedAdverts;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code vigie evaluate}. */
@Command(
    name = "evaluate",
    description = "Measure a model on labelled adverts, or every figure that is promised",
    footer = {
      "",
      "The data: JSON Lines with the keys id, label (0 or 1), group and text. Adverts of one group",
      "are never on both sides of a split. Where the model was trained on the file, models like it",
      "are trained anew without the campaigns that they are measured on.",
      "Examples:",
      "  ./vigie evaluate --data labelled.jsonl.gz --out evaluation",
      "  ./vigie evaluate --all --table docs/classifier-figures.md"
    })
final class EvaluateCommand implements Callable<Integer> {
  private final Surroundings surroundings;

  @Option(names = "--data", paramLabel = "FILE", description = "Labelled adverts, gzipped or not")
  private @Nullable String data;

  @Option(names = "--all", description = "Measure every figure that is promised; takes minutes")
  private boolean all;

  @Option(
      names = "--model",
      paramLabel = "NAME",
      description = "The model to measure. Default: the one in use")
  private @Nullable String model;

  @Mixin private ModelsOption models = new ModelsOption();

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

  EvaluateCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() throws Exception {
    if (all == (data != null)) {
      throw Refusal.ofUsage("evaluate needs either --data FILE or --all");
    }
    try {
      return measured();
    } catch (IllegalArgumentException e) {
      throw new Refusal(Exit.INPUT, String.valueOf(e.getMessage()), e);
    }
  }

  private int measured() throws IOException {
    Path folder = models.folder(surroundings);
    Manifest manifest = Manifest.read(folder);
    String name = model == null ? manifest.requireActive(RiskModel.FORM) : model;
    List<String> measurable =
        manifest.models().stream().filter(listed -> isOfRecruitment(manifest, listed)).toList();
    if (!measurable.contains(name)) {
      throw Refusal.ofInput(
          "--model must be one of %s, but was %s".formatted(String.join(", ", measurable), name));
    }
    manifest.requireUnaltered(folder, name);
    if (data == null) {
      return everything(new Places(folder, name, sharedData()));
    }
    Path file = surroundings.path(data);
    if (!Files.isReadable(file)) {
      throw Refusal.ofInput("--data must be a readable file, but %s isn't".formatted(data));
    }
    return one(new ModelEvaluation(folder, name), file);
  }

  /**
   * Labelled adverts are of recruitment, so that a model in use for anything else is none of it.
   */
  private static boolean isOfRecruitment(Manifest manifest, String model) {
    return manifest.active().entrySet().stream()
        .noneMatch(use -> use.getValue().equals(model) && !use.getKey().equals(RiskModel.FORM));
  }

  private int one(ModelEvaluation measuring, Path file) throws IOException {
    AlertsPerDay day = new AlertsPerDay(advertsPerDay, prevalence);
    Evaluation evaluation = measuring.on(file);
    EvaluationView view = new EvaluationView(evaluation, day, seed);
    view.lines().forEach(surroundings.out()::println);
    if (out != null) {
      List<Path> written = EvaluationPage.write(view, surroundings.path(out));
      surroundings.out().printf("%nwrote %s%n", surroundings.shown(written.getFirst()));
    }
    return Exit.OK.code();
  }

  private int everything(Places places) throws IOException {
    FigureTable figures =
        FigureTable.measure(
            places, InventedAdverts::of, what -> surroundings.err().println("measuring: " + what));
    Table shown = new Table();
    figures.rows().forEach(row -> shown.row(row.toArray(String[]::new)));
    shown.lines().forEach(surroundings.out()::println);
    surroundings
        .out()
        .printf(
            "%d met, %d fall short, %d not measured%n",
            figures.count(Figure.Verdict.MET),
            figures.count(Figure.Verdict.SHORT),
            figures.count(Figure.Verdict.UNMEASURED));
    if (table != null) {
      Files.writeString(surroundings.path(table), figures.markdown());
    }
    return Exit.OK.code();
  }

  /** Data that is not part of the repository lies where {@code VIGIE_SHARED} says, or beside it. */
  private Path sharedData() {
    String given = surroundings.environment().getOrDefault("VIGIE_SHARED", "");
    Path shared =
        given.isBlank() ? surroundings.home().resolveSibling("shared") : surroundings.path(given);
    return shared.resolve("data");
  }
}
