package org.vigie.training.risk;

import java.util.List;
import org.vigie.classifier.Taxonomy;
import org.vigie.classifier.risk.Calibration;
import org.vigie.classifier.risk.ModelFile;
import org.vigie.training.evaluation.Evaluation;
import org.vigie.training.evaluation.ScoredSet;

/** What was measured while a model was trained. */
public final class TrainingReport {
  private final String name;
  private final TrainingSettings settings;
  private final TrainingSet set;
  private final List<ScoredSet> sectioned;
  private final List<ScoredSet> english;
  private final List<ScoredSet> wordless;
  private final Calibration calibration;
  private final List<FalseAlarms.Count> falseAlarms;
  private final ModelFile model;
  private final Taxonomy taxonomy;
  private final int background;

  TrainingReport(
      String name,
      TrainingSettings settings,
      TrainingSet set,
      List<ScoredSet> sectioned,
      List<ScoredSet> english,
      List<ScoredSet> wordless,
      Calibration calibration,
      List<FalseAlarms.Count> falseAlarms,
      ModelFile model,
      Taxonomy taxonomy,
      int background) {
    this.name = name;
    this.settings = settings;
    this.set = set;
    this.sectioned = List.copyOf(sectioned);
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
    return Evaluation.mean(best()).averagePrecision();
  }

  /** Returns the mean F1 of the English model over the folds, thresholds chosen inside training. */
  public double f1() {
    return Evaluation.mean(best()).f1();
  }

  /** Returns the report as the model card that lies beside the model. */
  public String card() {
    return ModelCard.of(this);
  }

  /** Returns the name of the model. */
  String name() {
    return name;
  }

  TrainingSettings settings() {
    return settings;
  }

  TrainingSet set() {
    return set;
  }

  /** Returns the folds of adverts under headings if there are any, else of all. */
  private List<ScoredSet> best() {
    return sectioned.isEmpty() ? english : sectioned;
  }

  List<ScoredSet> sectioned() {
    return sectioned;
  }

  List<ScoredSet> english() {
    return english;
  }

  List<ScoredSet> wordless() {
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
}
