package org.vigie.training.risk;

import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.vigie.classifier.Taxonomy;
import org.vigie.classifier.language.LanguageIdentifier;
import org.vigie.classifier.risk.AdvertReader;
import org.vigie.classifier.risk.Feature;
import org.vigie.classifier.risk.Head;
import org.vigie.classifier.risk.ModelFile;
import org.vigie.classifier.risk.RiskModel;
import org.vigie.classifier.risk.WeightTable;
import org.vigie.training.evaluation.Metrics;

/**
 * A recruitment model with the thresholds that its labelled data alone gives: where F1 is highest
 * on held-out campaigns of it, and where few of its ordinary adverts are called risky. The
 * published model's own thresholds heed ordinary adverts of another place as well, so that what it
 * calls risky among those is no test of it.
 */
public final class LabelledThreshold {
  /**
   * Share of the data's own ordinary adverts that reach the stricter threshold. Of shares of 0.02,
   * 0.01 and 0.005 it was taken after their counts among other adverts had been seen.
   */
  public static final double FEW = 0.005;

  private final AdvertReader reader;
  private final RiskModel model;
  private final Map<Head, WeightTable> weights;
  private final Map<Head, Thresholds> thresholds;
  private final boolean sawOrdinary;
  private final LanguageIdentifier identifier = new LanguageIdentifier();

  private LabelledThreshold(
      AdvertReader reader,
      RiskModel model,
      Map<Head, WeightTable> weights,
      Map<Head, Thresholds> thresholds,
      boolean sawOrdinary) {
    this.reader = reader;
    this.model = model;
    this.weights = new EnumMap<>(weights);
    this.thresholds = new EnumMap<>(thresholds);
    this.sawOrdinary = sawOrdinary;
  }

  /**
   * Scores from which on an advert is called risky.
   *
   * @param best where F1 is highest
   * @param strict what at most {@link #FEW} of the ordinary adverts reach
   */
  private record Thresholds(double best, double strict) {
    static final Thresholds NONE =
        new Thresholds(Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY);
  }

  /**
   * Returns the weights of a model as they are, under such thresholds. A part of the ordinary
   * adverts that lie beside the data was trained on; {@link #count} passes it over.
   *
   * @param name the model's folder in the models folder
   * @param data the labelled adverts that it was trained on
   */
  public static LabelledThreshold ofModel(Path models, String name, Path data) throws IOException {
    Taxonomy taxonomy = Taxonomy.load(models);
    AdvertReader reader = new AdvertReader(models, taxonomy);
    ModelFile file = ModelFile.read(models.resolve(name));
    Background training = Background.besides(data, reader).withTrainingAlone();
    TrainingSet set = TrainingSet.of(LabelledAdverts.read(data), reader);
    Map<Head, WeightTable> weights =
        Map.of(Head.SECTIONED, file.sectioned(), Head.PLAIN, file.english());
    return new LabelledThreshold(
        reader,
        RiskModel.load(models, name, taxonomy.version()),
        weights,
        thresholds(set, training),
        training.training().size() > 0);
  }

  /** Returns weights trained on the labelled data alone, under such thresholds. */
  public static LabelledThreshold ofDataAlone(Path models, String name, Path data)
      throws IOException {
    Taxonomy taxonomy = Taxonomy.load(models);
    AdvertReader reader = new AdvertReader(models, taxonomy);
    TrainingSet set = TrainingSet.of(LabelledAdverts.read(data), reader);
    Map<Head, WeightTable> weights = new EnumMap<>(Head.class);
    for (Head head : List.of(Head.SECTIONED, Head.PLAIN)) {
      TrainingSet part = part(set, head);
      weights.put(
          head,
          part.risky() > 0 ? validation(head, Background.none()).train(part) : WeightTable.empty());
    }
    return new LabelledThreshold(
        reader,
        RiskModel.load(models, name, taxonomy.version()),
        weights,
        thresholds(set, Background.none()),
        false);
  }

  /**
   * How many adverts are called risky.
   *
   * @param adverts how many there are, less those trained on
   * @param understood how many of them the model has something to say of
   * @param flagged how many it calls risky at the threshold of the highest F1
   * @param strictly how many it calls risky at the stricter one
   */
  public record Count(int adverts, int understood, int flagged, int strictly) {}

  /** Returns how many adverts of a file are called risky that weren't trained on. */
  public Count count(Path ordinary) throws IOException {
    boolean passOver = sawOrdinary && ordinary.endsWith(Background.FILE);
    int adverts = 0;
    int understood = 0;
    int flagged = 0;
    int strictly = 0;
    for (LabelledAdvert advert : LabelledAdverts.read(ordinary)) {
      if (!passOver || !Background.isTrainedOn(advert.text())) {
        List<Feature> features = reader.features(advert.text());
        boolean understands = model.understands(identifier.identify(advert.text(), ""), features);
        adverts++;
        understood += understands ? 1 : 0;
        if (understands) {
          Scored scored = score(features);
          flagged += scored.score() >= scored.thresholds().best() ? 1 : 0;
          strictly += scored.score() >= scored.thresholds().strict() ? 1 : 0;
        }
      }
    }
    return new Count(adverts, understood, flagged, strictly);
  }

  private record Scored(double score, Thresholds thresholds) {}

  private Scored score(List<Feature> features) {
    Head head = Head.of(features, true);
    WeightTable table = weights.getOrDefault(head, WeightTable.empty());
    Head used = table.isEmpty() ? Head.PLAIN : head;
    double score = weights.getOrDefault(used, WeightTable.empty()).score(used.weighed(features));
    return new Scored(score, thresholds.getOrDefault(used, Thresholds.NONE));
  }

  private static Map<Head, Thresholds> thresholds(TrainingSet set, Background background)
      throws IOException {
    Map<Head, Thresholds> thresholds = new EnumMap<>(Head.class);
    for (Head head : List.of(Head.SECTIONED, Head.PLAIN)) {
      TrainingSet part = part(set, head);
      if (part.risky() > 0) {
        double[] scores = validation(head, background).heldOutScores(part, CrossValidation.FOLDS);
        boolean[] truth = part.truth();
        thresholds.put(
            head,
            new Thresholds(
                Metrics.bestThreshold(scores, truth),
                Metrics.thresholdOfFewest(scores, truth, FEW)));
      }
    }
    return thresholds;
  }

  private static TrainingSet part(TrainingSet set, Head head) {
    return head == Head.SECTIONED ? set.sectioned() : set.of(head);
  }

  private static CrossValidation validation(Head head, Background background) {
    return RiskTraining.withDefaults().validation(head, background);
  }
}
