package org.vigie.cli.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.vigie.cli.terminal.Table;
import org.vigie.training.evaluation.AlertsPerDay;
import org.vigie.training.evaluation.Confusion;
import org.vigie.training.evaluation.Evaluation;
import org.vigie.training.evaluation.Figures;
import org.vigie.training.evaluation.Interval;
import org.vigie.training.evaluation.PrecisionRecall;
import org.vigie.training.evaluation.Reliability;
import org.vigie.training.evaluation.Scored;
import org.vigie.training.evaluation.ScoredSet;
import org.vigie.training.evaluation.Weighted;

/** An evaluation as titled tables, which the terminal and the page both show. */
public final class EvaluationView {
  private static final int RESAMPLES = 1_000;
  private static final int WORST = 15;
  private static final int HEAVIEST = 20;
  private static final double[] STEPS = {0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95};

  private final Evaluation evaluation;
  private final ScoredSet all;
  private final AlertsPerDay day;
  private final long seed;

  /**
   * A view of an evaluation.
   *
   * @param seed of the resamples that the intervals come from
   */
  public EvaluationView(Evaluation evaluation, AlertsPerDay day, long seed) {
    this.evaluation = evaluation;
    this.all = evaluation.all();
    this.day = day;
    this.seed = seed;
  }

  /**
   * A table with what stands over it.
   *
   * @param title its heading
   * @param rows its rows, the first of them the names of the columns
   */
  record Section(String title, List<List<String>> rows) {}

  /** Returns the view as lines for a terminal. */
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add(heading());
    for (Section section : sections()) {
      lines.add("");
      lines.add(section.title());
      Table table = new Table();
      section.rows().forEach(row -> table.row(row.toArray(String[]::new)));
      lines.addAll(table.lines());
    }
    return lines;
  }

  String heading() {
    return "%s on %s: %d adverts, %d labelled as risky; %s."
        .formatted(
            evaluation.model(),
            evaluation.data(),
            all.adverts().size(),
            all.risky(),
            evaluation.protocol());
  }

  List<Section> sections() {
    return List.of(figures(), folds(), languages(), bins(), thresholds(), weights(), worst());
  }

  ScoredSet all() {
    return all;
  }

  AlertsPerDay day() {
    return day;
  }

  private Section figures() {
    List<List<String>> rows = new ArrayList<>();
    Figures mean = evaluation.mean();
    rows.add(List.of("figure", "mean of folds", "all together", "95 % interval"));
    rows.add(row("average precision", mean.averagePrecision(), ScoredSet::averagePrecision));
    rows.add(row("F1", mean.f1(), ScoredSet::f1));
    rows.add(row("Brier score", mean.brier(), ScoredSet::brier));
    rows.add(row("calibration error", mean.calibrationError(), ScoredSet::calibrationError));
    return new Section("Figures (intervals: campaigns drawn anew 1000 times)", rows);
  }

  private List<String> row(String name, double mean, ToDoubleFunction<ScoredSet> figure) {
    Interval interval = Interval.of(all, figure, RESAMPLES, seed);
    return List.of(
        name,
        Shown.figure(mean),
        Shown.figure(figure.applyAsDouble(all)),
        Shown.figure(interval.low()) + " to " + Shown.figure(interval.high()));
  }

  private Section folds() {
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("fold", "adverts", "risky", "average precision", "F1", "Brier", "ECE"));
    int number = 1;
    for (ScoredSet fold : evaluation.folds()) {
      Figures figures = fold.figures();
      rows.add(
          List.of(
              Integer.toString(number++),
              Integer.toString(fold.adverts().size()),
              Integer.toString(fold.risky()),
              Shown.figure(figures.averagePrecision()),
              Shown.figure(figures.f1()),
              Shown.figure(figures.brier()),
              Shown.figure(figures.calibrationError())));
    }
    return new Section("By fold", rows);
  }

  private Section languages() {
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("language", "caught", "missed", "false alarms", "passed", "F1"));
    all.byLanguage()
        .forEach((language, set) -> {
          Confusion counts = Confusion.of(set);
          rows.add(
              List.of(
                  language,
                  Integer.toString(counts.caught()),
                  Integer.toString(counts.missed()),
                  Integer.toString(counts.falseAlarms()),
                  Integer.toString(counts.passed()),
                  Shown.figure(set.f1())));
        });
    return new Section("Confusion by language", rows);
  }

  private Section bins() {
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("mean probability", "share that is risky", "adverts"));
    for (Reliability.Bin bin : Reliability.of(all)) {
      rows.add(
          List.of(
              Shown.figure(bin.probability()),
              Shown.figure(bin.risky()),
              Integer.toString(bin.adverts())));
    }
    return new Section("Reliability", rows);
  }

  private Section thresholds() {
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("threshold", "precision", "recall", "false alarms", "alerts a day"));
    List<PrecisionRecall.Point> curve = PrecisionRecall.of(all);
    for (double step : STEPS) {
      curve.stream()
          .filter(point -> point.threshold() >= step)
          .reduce((earlier, later) -> later)
          .ifPresent(point ->
              rows.add(
                  List.of(
                      Shown.number(step, 2),
                      Shown.figure(point.precision()),
                      Shown.figure(point.recall()),
                      Shown.figure(point.falseAlarms()),
                      Shown.number(day.at(point), 1))));
    }
    String title =
        "Threshold against alerts a day (%d adverts, a share of %s risky)"
            .formatted(day.advertsPerDay(), day.prevalence());
    return new Section(title, rows);
  }

  private Section weights() {
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("weight", "feature"));
    for (Weighted weighted : evaluation.weights().stream().limit(HEAVIEST).toList()) {
      rows.add(List.of(Shown.figure(weighted.weight()), weighted.feature()));
    }
    return new Section("Most weighted features", rows);
  }

  private Section worst() {
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("probability", "labelled", "campaign", "advert"));
    for (Scored advert : evaluation.worst(WORST)) {
      rows.add(
          List.of(
              Shown.figure(advert.probability()),
              advert.risk() ? "risky" : "ordinary",
              advert.group(),
              advert.id()));
    }
    return new Section("Worst mistakes (ids, no text)", rows);
  }
}
