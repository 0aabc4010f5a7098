package org.vigie.classifier.risk;

import java.util.List;
import java.util.function.ToDoubleFunction;
import org.vigie.classifier.Taxonomy;

/** What was measured while a model was trained. */
public final class TrainingReport {
  private final TrainingSettings settings;
  private final TrainingSet set;
  private final List<CrossValidation.FoldResult> english;
  private final List<CrossValidation.FoldResult> wordless;
  private final Calibration calibration;
  private final List<FalseAlarms.Count> falseAlarms;
  private final ModelFile model;
  private final Taxonomy taxonomy;
  private final int background;

  TrainingReport(
      TrainingSettings settings,
      TrainingSet set,
      List<CrossValidation.FoldResult> english,
      List<CrossValidation.FoldResult> wordless,
      Calibration calibration,
      List<FalseAlarms.Count> falseAlarms,
      ModelFile model,
      Taxonomy taxonomy,
      int background) {
    this.settings = settings;
    this.set = set;
    this.english = List.copyOf(english);
    this.wordless = List.copyOf(wordless);
    this.calibration = calibration;
    this.falseAlarms = List.copyOf(falseAlarms);
    this.model = model;
    this.taxonomy = taxonomy;
    this.background = background;
  }

  /** Returns the mean average precision of the English model over the folds. */
  public double averagePrecision() {
    return mean(english, CrossValidation.FoldResult::averagePrecision);
  }

  /** Returns the mean F1 of the English model over the folds, thresholds chosen inside training. */
  public double f1() {
    return mean(english, CrossValidation.FoldResult::f1);
  }

  /** Returns the report as the model card that lies beside the model. */
  public String card() {
    return ModelCard.of(this);
  }

  TrainingSettings settings() {
    return settings;
  }

  TrainingSet set() {
    return set;
  }

  List<CrossValidation.FoldResult> english() {
    return english;
  }

  List<CrossValidation.FoldResult> wordless() {
    return wordless;
  }

  Calibration calibration() {
    return calibration;
  }

  List<FalseAlarms.Count> falseAlarms() {
    return falseAlarms;
  }

  ModelFile model() {
    return model;
  }

  /** Returns how many ordinary adverts of elsewhere were trained on. */
  int background() {
    return background;
  }

  Taxonomy taxonomy() {
    return taxonomy;
  }

  static double mean(
      List<CrossValidation.FoldResult> folds, ToDoubleFunction<CrossValidation.FoldResult> figure) {
    return folds.stream().mapToDouble(figure).average().orElse(0);
  }
}
