package org.vigie.training.figures;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vigie.training.evaluation.Evaluation;
import org.vigie.training.evaluation.Interval;
import org.vigie.training.evaluation.ScoredSet;
import org.vigie.training.risk.LabelledTexts;
import org.vigie.training.risk.LabelledThreshold;
import org.vigie.training.risk.ModelEvaluation;

/**
 * How well the recruitment model ranks campaigns it has not seen, and what it calls risky wrongly.
 */
final class RiskFigures implements FigureSource {
  private static final String SUBJECT = "recruitment model";
  private static final FigureTarget PRECISION = FigureTarget.atLeast(0.90);
  private static final FigureTarget F1 = FigureTarget.atLeast(0.80);
  private static final FigureTarget ECE = FigureTarget.atMost(0.04);
  private static final FigureTarget FLAGGED = FigureTarget.atMost(0.02);
  private static final List<String> ORDINARY =
      List.of("classifieds_ie_dev.jsonl.gz", "poland_1k.jsonl.gz");
  private static final int RESAMPLES = 1_000;

  @Override
  public List<Figure> measure(Places places) throws IOException {
    List<Figure> figures = new ArrayList<>(ranking(places));
    figures.addAll(flaggedAtLabelledThreshold(places));
    Probabilities probabilities = new Probabilities(places);
    for (String file : ORDINARY) {
      figures.add(flagged(places, file, probabilities));
    }
    return figures;
  }

  private static List<Figure> ranking(Places places) throws IOException {
    if (!Files.exists(places.labelled())) {
      String absent = Places.absent(places.labelled().getFileName().toString());
      return List.of(
          Figure.missing(SUBJECT, "average precision", PRECISION, absent),
          Figure.missing(SUBJECT, "F1", F1, absent),
          Figure.missing(SUBJECT, "ECE", ECE, absent));
    }
    Evaluation evaluation =
        new ModelEvaluation(places.models(), places.model()).on(places.labelled());
    ScoredSet all = evaluation.all();
    return List.of(
        Figure.measured(
            SUBJECT,
            "average precision",
            PRECISION,
            evaluation.mean().averagePrecision(),
            interval(Interval.of(all, ScoredSet::averagePrecision, RESAMPLES, 1))),
        Figure.measured(
            SUBJECT,
            "F1",
            F1,
            evaluation.mean().f1(),
            interval(Interval.of(all, ScoredSet::f1, RESAMPLES, 1))),
        Figure.measured(
            SUBJECT,
            "ECE",
            ECE,
            evaluation.mean().calibrationError(),
            interval(Interval.of(all, ScoredSet::calibrationError, RESAMPLES, 1))));
  }

  private static String interval(Interval interval) {
    return "employment scam, not trafficking; 5 grouped folds; all together, 95 %% of resamples: %.3f to %.3f"
        .formatted(interval.low(), interval.high());
  }

  /** What is called risky where no ordinary advert had a say in the threshold. */
  private static List<Figure> flaggedAtLabelledThreshold(Places places) throws IOException {
    List<Figure> figures = new ArrayList<>();
    Optional<LabelledThreshold> inUse = Optional.empty();
    Optional<LabelledThreshold> alone = Optional.empty();
    if (Files.exists(places.labelled())) {
      inUse =
          Optional.of(
              LabelledThreshold.ofModel(places.models(), places.model(), places.labelled()));
      alone =
          Optional.of(
              LabelledThreshold.ofDataAlone(places.models(), places.model(), places.labelled()));
    }
    for (String file : ORDINARY) {
      String name = "share of " + file + " called risky, threshold fixed on the labelled data";
      Path path = places.labelled().resolveSibling(file);
      if (inUse.isEmpty() || alone.isEmpty() || !Files.exists(path)) {
        String absent = inUse.isEmpty() ? places.labelled().getFileName().toString() : file;
        figures.add(Figure.missing(SUBJECT, name, FLAGGED, Places.absent(absent)));
      } else {
        figures.add(flagged(name, inUse.get().count(path), alone.get().count(path)));
      }
    }
    return figures;
  }

  private static Figure flagged(
      String name, LabelledThreshold.Count inUse, LabelledThreshold.Count alone) {
    return Figure.measured(
        SUBJECT,
        name,
        FLAGGED,
        (double) inUse.flagged() / inUse.adverts(),
        "%d of %d that training didn't see, %d understood; weights trained on the labelled data alone: %d of %d, %d where 1 in %d of its own ordinary adverts would be"
            .formatted(
                inUse.flagged(),
                inUse.adverts(),
                inUse.understood(),
                alone.flagged(),
                alone.adverts(),
                alone.strictly(),
                Math.round(1 / LabelledThreshold.FEW)));
  }

  private static Figure flagged(Places places, String file, Probabilities probabilities)
      throws IOException {
    String name = "share of " + file + " called risky, as in use";
    Path path = places.labelled().resolveSibling(file);
    if (!Files.exists(path)) {
      return Figure.missing(SUBJECT, name, FLAGGED, Places.absent(file));
    }
    List<LabelledTexts.Labelled> adverts = LabelledTexts.read(path);
    long called = adverts.stream().filter(a -> probabilities.isCalledRisky(a.text())).count();
    return Figure.measured(
        SUBJECT,
        name,
        FLAGGED,
        (double) called / adverts.size(),
        called + " of " + adverts.size() + "; its card tells which of them training saw");
  }
}
