package org.vigie.classifier.risk;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.vigie.advert.Advert;
import org.vigie.advert.Assessment;
import org.vigie.advert.Channel;
import org.vigie.advert.Contact;
import org.vigie.advert.Indicator;
import org.vigie.advert.Outcome;
import org.vigie.classifier.image.ModelImage;
import org.vigie.classifier.registry.Manifest;
import org.vigie.text.NormalizedText;
import org.vigie.text.Word;

/**
 * The model of deceptive recruitment: a calibrated probability with exact reasons, or an
 * abstention.
 *
 * <p>Its words are English. Text in another language, or that says nothing of work, is scored by
 * indicators and structure alone, and the outcome is left undetermined. One per thread.
 */
public final class RiskModel {
  /** The form of exploitation it is about. */
  public static final String FORM = "recruitment";

  /** The language of its words. */
  static final String LANGUAGE = "en";

  /**
   * Of shorter texts words say nothing: of the 1,790 adverts they were learnt from, 12 are shorter,
   * and in a short one each of its ordinary words ("send your CV") weighs too much.
   */
  static final int LEAST_WORDS = 30;

  /** Fewer known words and pairs than in one sentence are too few to say anything. */
  public static final int MIN_KNOWN_WORDS = 12;

  private final String name;
  private final RiskFeatures features;
  private final RiskWeights weights;
  private final Calibration calibration;
  private final String taxonomy;
  private final Weighing weighing = new Weighing();

  private RiskModel(
      String name,
      RiskFeatures features,
      RiskWeights weights,
      Calibration calibration,
      String taxonomy) {
    this.name = name;
    this.features = features;
    this.weights = weights;
    this.calibration = calibration;
    this.taxonomy = taxonomy;
  }

  /**
   * A model that stands in no folder yet.
   *
   * @throws IllegalArgumentException if two features of a table have the same hash
   */
  public RiskModel(
      String name,
      RiskFeatures features,
      ModelFile weights,
      Calibration calibration,
      String taxonomy) {
    this(name, features, RiskWeights.of(weights), calibration, taxonomy);
  }

  /** Returns one that says the same, for another thread. */
  public RiskModel forAnotherThread() {
    return new RiskModel(name, features.forAnotherThread(), weights, calibration, taxonomy);
  }

  /**
   * Reads a model by its name, be it in use or not.
   *
   * @param name the model's folder in the models folder, and its name in assessments
   * @throws IllegalArgumentException if a file of it is not the one that the manifest lists
   */
  public static RiskModel load(Path models, String name, String taxonomy) throws IOException {
    return load(models, name, taxonomy, ModelImage.none());
  }

  /** Reads the same, by way of an image. */
  public static RiskModel load(Path models, String name, String taxonomy, ModelImage image)
      throws IOException {
    Manifest.read(models).requireUnaltered(models, name);
    Path folder = models.resolve(name);
    RiskWeights weights =
        image.part(
            "risk " + name,
            RiskWeights::write,
            RiskWeights::read,
            () -> RiskWeights.of(ModelFile.read(folder)));
    return new RiskModel(
        name, RiskFeatures.load(models), weights, Calibration.read(folder), taxonomy);
  }

  /**
   * Returns whether an advert is about work: by where it stands, what it declares, its words, or
   * signs that are of work.
   */
  public static boolean concerns(Advert advert, List<Word> words, List<Indicator> indicators) {
    return advert.channel() == Channel.JOB_BOARD
        || advert.fields().containsKey("organization")
        || WorkWords.among(words)
        || indicators.stream().anyMatch(i -> i.scored() && i.id().startsWith("RC-"));
  }

  /**
   * Returns the model's view of an advert.
   *
   * @param language ISO 639-1 code of its text, or {@code und}
   * @param words the words of {@code text}
   * @param others how likely each outcome but risk is if it is no risk, summing to 1, as another
   *     model says; or empty
   */
  public Assessment assess(
      Advert advert,
      String language,
      NormalizedText text,
      List<Word> words,
      List<Contact> contacts,
      List<Indicator> indicators,
      Map<Outcome, Double> others) {
    List<Feature> named = RiskFeatures.wordless(advert, text, indicators);
    Head head = weigh(language, text, words, contacts, named);
    boolean understood = head != Head.WORDLESS;
    double raw = weighing.sum();
    Scale scale = calibration.scale(head);
    double probability = scale.probability(raw);
    Map<Outcome, Double> outcomes =
        others.isEmpty() ? Map.of() : FormCalibration.withRisk(probability, others);
    return new Assessment(
        FORM,
        understood ? outcome(probability, scale, outcomes) : Outcome.UNDETERMINED,
        probability,
        outcomes,
        raw,
        weighing.strongest(),
        name,
        taxonomy);
  }

  /** Weighs the features of an advert, and returns by which head. */
  private Head weigh(
      String language,
      NormalizedText text,
      List<Word> words,
      List<Contact> contacts,
      List<Feature> named) {
    // What words say is weighed in their own language alone, so elsewhere none need be looked at.
    if (!language.equals(LANGUAGE)) {
      begin(Head.WORDLESS, named);
      return Head.WORDLESS;
    }
    RiskFeatures.Reading reading = features.read(text, words, contacts);
    if (reading.length() < LEAST_WORDS || !understands(reading)) {
      begin(Head.WORDLESS, named);
      return Head.WORDLESS;
    }
    Head head = weights.head(reading.isSectioned());
    HashedWeights table = begin(head, named);
    weighing.add(reading.words(), table);
    if (head == Head.SECTIONED) {
      weighing.add(reading.formAndStyle(), table);
      weighing.add(reading.parts(), table);
      weighing.add(reading.letters(), table);
    }
    return head;
  }

  private HashedWeights begin(Head head, List<Feature> named) {
    HashedWeights table = weights.table(head);
    weighing.begin(table);
    weighing.add(named, table);
    return table;
  }

  private boolean understands(RiskFeatures.Reading reading) {
    if (!WorkWords.in(reading.words())) {
      return false;
    }
    int known = weights.english().known(reading.words(), MIN_KNOWN_WORDS);
    if (known < MIN_KNOWN_WORDS && reading.isSectioned()) {
      known += weights.english().known(reading.parts(), MIN_KNOWN_WORDS);
      known += weights.english().known(reading.letters(), MIN_KNOWN_WORDS);
    }
    return known >= MIN_KNOWN_WORDS;
  }

  /** Returns the outcome for features of text that the model understands, nothing else known. */
  public Outcome outcomeOf(List<Feature> found) {
    Head head = weights.head(found.stream().anyMatch(SectionFeatures::isOne));
    Scale scale = calibration.scale(head);
    return scale.probability(weights.score(head, found)) >= scale.high()
        ? Outcome.RISK
        : Outcome.UNDETERMINED;
  }

  /** Returns whether the model understands text of some features that all have a name. */
  public boolean understands(String language, List<Feature> found) {
    return language.equals(LANGUAGE)
        && WorkWords.in(found)
        && weights.english().known(found, MIN_KNOWN_WORDS) >= MIN_KNOWN_WORDS;
  }

  /** What is no risk is named only where risk is low. */
  private static Outcome outcome(double probability, Scale scale, Map<Outcome, Double> outcomes) {
    if (probability >= scale.high()) {
      return Outcome.RISK;
    }
    return probability < scale.low() ? FormCalibration.likely(outcomes) : Outcome.UNDETERMINED;
  }
}
