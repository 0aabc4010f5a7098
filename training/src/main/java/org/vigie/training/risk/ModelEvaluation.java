package org.vigie.training.risk;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.vigie.classifier.Taxonomy;
import org.vigie.classifier.risk.AdvertReader;
import org.vigie.classifier.risk.Calibration;
import org.vigie.classifier.risk.Feature;
import org.vigie.classifier.risk.Head;
import org.vigie.classifier.risk.ModelFile;
import org.vigie.classifier.risk.Scale;
import org.vigie.classifier.risk.WeightTable;
import org.vigie.text.finding.FindingWords;
import org.vigie.training.evaluation.Evaluation;
import org.vigie.training.evaluation.Scored;
import org.vigie.training.evaluation.ScoredSet;
import org.vigie.training.evaluation.Weighted;

/**
 * The evaluation of a recruitment model on labelled adverts that it has not been trained on.
 *
 * <p>On the file that a model was trained on, models like it are trained anew on four fifths of the
 * campaigns at a time and score the fifth they have not seen. On any other file it is scored as it
 * is, on the adverts that it wasn't trained on, nor on copies of them.
 */
public final class ModelEvaluation {
  /** How a model is measured on the file that it was trained on. */
  static final String ACROSS_FOLDS =
      "%d folds, no campaign on both sides; trained anew for each, calibrator and threshold"
              .formatted(CrossValidation.FOLDS)
          + " chosen inside the training part";

  /** As many features as a person reads through. */
  private static final int HEAVIEST = 40;

  private final Path models;
  private final String name;

  /**
   * An evaluation of one model.
   *
   * @param models the models folder
   * @param name the model's folder in it
   */
  public ModelEvaluation(Path models, String name) {
    this.models = models;
    this.name = name;
  }

  /**
   * Returns what comes of it.
   *
   * @param data labelled adverts, JSON Lines with id, label (0 or 1), group and text
   * @throws IllegalArgumentException if a line is not as described, or all labels are the same
   */
  public Evaluation on(Path data) throws IOException {
    Taxonomy taxonomy = Taxonomy.load(models);
    AdvertReader reader = new AdvertReader(models, taxonomy);
    List<LabelledAdvert> adverts = LabelledAdverts.read(data);
    requireBothLabels(adverts, data);
    ModelFile model = ModelFile.read(models.resolve(name));
    if (DataSheet.read(models.resolve(name)).names(data)) {
      List<ScoredSet> folds = acrossFolds(TrainingSet.of(adverts, reader), data, reader);
      return evaluation(name, data, ACROSS_FOLDS, folds, largest(model));
    }
    List<LabelledAdvert> others = TrainedOn.read(models.resolve(name)).without(adverts);
    requireBothLabels(others, data);
    List<ScoredSet> whole = List.of(asItIs(TrainingSet.of(others, reader), model));
    return evaluation(name, data, asItIs(others.size(), adverts.size()), whole, largest(model));
  }

  /**
   * Returns an evaluation that tells how its scores were got.
   *
   * @param protocol in words
   * @param table the weights of which the heaviest are shown
   */
  static Evaluation evaluation(
      String name, Path data, String protocol, List<ScoredSet> folds, WeightTable table) {
    return new Evaluation(name, data.getFileName().toString(), protocol, folds, heaviest(table));
  }

  /** Returns how a model is measured as it is, on those of some adverts that it doesn't know. */
  static String asItIs(int others, int all) {
    String measured = "the model as it is, on %d adverts it was not trained on".formatted(others);
    return others == all
        ? measured
        : measured
            + "; %d that it was trained on, or copies of them, are left out"
                .formatted(all - others);
  }

  /**
   * Returns what comes of the model as it is on a gold set, by which models are compared.
   *
   * @throws IllegalArgumentException if the model was trained on the file or an advert of it, one
   *     is marked as of minor risk, a line is not as described, or all labels are the same
   */
  public Evaluation onGoldSet(Path gold) throws IOException {
    if (DataSheet.read(models.resolve(name)).names(gold)) {
      throw new IllegalArgumentException(
          gold + " must be adverts that " + name + " was not trained on, but it was");
    }
    LabelledAdverts.requireNoneOfMinorRisk(gold);
    TrainedOn.read(models.resolve(name)).requireNoneOf(LabelledAdverts.read(gold), gold, name);
    return on(gold);
  }

  /** Adverts under headings are weighed as such if all of them are; else none is. */
  private static List<ScoredSet> acrossFolds(TrainingSet set, Path data, AdvertReader reader)
      throws IOException {
    Head head = set.sectioned().size() == set.size() ? Head.SECTIONED : Head.PLAIN;
    Background background =
        head == Head.PLAIN ? Background.besides(data, reader) : Background.none();
    return RiskTraining.withDefaults().validation(head, background).evaluate(set.of(head));
  }

  private ScoredSet asItIs(TrainingSet set, ModelFile model) throws IOException {
    Calibration calibration = Calibration.read(models.resolve(name));
    List<Scored> scored = new ArrayList<>();
    for (int i = 0; i < set.size(); i++) {
      List<Feature> features = set.features().get(i);
      Head head = model.head(features, true);
      double raw = model.table(head).score(head.weighed(features));
      Scale scale = calibration.scale(head);
      double probability = scale.probability(raw);
      scored.add(set.adverts().get(i).scored(raw, probability, probability >= scale.high()));
    }
    return new ScoredSet(scored);
  }

  private static WeightTable largest(ModelFile model) {
    return model.sectioned().isEmpty() ? model.english() : model.sectioned();
  }

  private static List<Weighted> heaviest(WeightTable table) {
    return table.sorted().entrySet().stream()
        .sorted(Comparator.comparingDouble((Map.Entry<String, Float> e) -> -Math.abs(e.getValue())))
        .limit(HEAVIEST)
        .map(e ->
            new Weighted(FindingWords.english().say(WeightTable.found(e.getKey())), e.getValue()))
        .toList();
  }

  static void requireBothLabels(List<LabelledAdvert> adverts, Path data) {
    long risky = adverts.stream().filter(LabelledAdvert::risk).count();
    if (risky == 0 || risky == adverts.size()) {
      throw new IllegalArgumentException(
          "%s needs adverts of label 0 and of label 1, but has %d of 1 among %d"
              .formatted(data, risky, adverts.size()));
    }
  }
}
