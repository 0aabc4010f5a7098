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
import org.vigie.classifier.registry.Manifest;
import org.vigie.text.NormalizedText;
import org.vigie.text.Word;

/**
 * The model of deceptive recruitment: a calibrated probability with exact reasons, or an
 * abstention.
 *
 * <p>Its words are English. Text in another language, or that says nothing of work, is scored by
 * indicators and structure alone, and the outcome is left undetermined.
 */
public final class RiskModel {
  /** The form of exploitation it is about. */
  public static final String FORM = "recruitment";

  /** The language of its words. */
  static final String LANGUAGE = "en";

  /** Fewer known words and pairs than in one sentence are too few to say anything. */
  public static final int MIN_KNOWN_WORDS = 12;

  private final String name;
  private final RiskFeatures features;
  private final ModelFile weights;
  private final Calibration calibration;
  private final String taxonomy;

  public RiskModel(
      String name,
      RiskFeatures features,
      ModelFile weights,
      Calibration calibration,
      String taxonomy) {
    this.name = name;
    this.features = features;
    this.weights = weights;
    this.calibration = calibration;
    this.taxonomy = taxonomy;
  }

  /**
   * Reads a model by its name, be it in use or not.
   *
   * @param name the model's folder in the models folder, and its name in assessments
   * @throws IllegalArgumentException if a file of it is not the one that the manifest lists
   */
  public static RiskModel load(Path models, String name, String taxonomy) throws IOException {
    Manifest.read(models).requireUnaltered(models, name);
    Path folder = models.resolve(name);
    return new RiskModel(
        name,
        RiskFeatures.load(models),
        ModelFile.read(folder),
        Calibration.read(folder),
        taxonomy);
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
    // What words say is weighed in their own language alone, so elsewhere none need be looked at.
    List<Feature> found =
        language.equals(LANGUAGE)
            ? features.of(advert, text, words, contacts, indicators)
            : RiskFeatures.wordless(advert, text, indicators);
    boolean understood = understands(language, found);
    Head head = weights.head(found, understood);
    List<WeightTable.Contribution> contributions =
        weights.table(head).contributions(head.weighed(found));
    double raw = WeightTable.sum(contributions);
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
        WeightTable.strongest(contributions),
        name,
        taxonomy);
  }

  /** Returns the outcome for features of text that the model understands, nothing else known. */
  public Outcome outcomeOf(List<Feature> found) {
    Head head = weights.head(found, true);
    double raw = weights.table(head).score(head.weighed(found));
    Scale scale = calibration.scale(head);
    return scale.probability(raw) >= scale.high() ? Outcome.RISK : Outcome.UNDETERMINED;
  }

  public boolean understands(String language, List<Feature> found) {
    return language.equals(LANGUAGE)
        && WorkWords.in(found)
        && weights.english().knowsWords(found, MIN_KNOWN_WORDS);
  }

  /** What is no risk is named only where risk is low. */
  private static Outcome outcome(double probability, Scale scale, Map<Outcome, Double> outcomes) {
    if (probability >= scale.high()) {
      return Outcome.RISK;
    }
    return probability < scale.low() ? FormCalibration.likely(outcomes) : Outcome.UNDETERMINED;
  }
}
