package org.vigie.classifier.risk;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.vigie.advert.Advert;
import org.vigie.advert.Contact;
import org.vigie.advert.Indicator;
import org.vigie.advert.Reason;
import org.vigie.text.NormalizedText;
import org.vigie.text.Word;

/**
 * The recruitment model read with a name for each feature: what {@link RiskModel} is held against.
 */
final class NamedRiskModel {
  private final NamedRiskFeatures features;
  private final ModelFile weights;

  private NamedRiskModel(NamedRiskFeatures features, ModelFile weights) {
    this.features = features;
    this.weights = weights;
  }

  static NamedRiskModel load(Path models, String name) throws IOException {
    return new NamedRiskModel(NamedRiskFeatures.load(models), ModelFile.read(models.resolve(name)));
  }

  /** The head that weighed an advert, its raw score and its strongest reasons. */
  record Weighed(Head head, double raw, List<Reason> reasons) {}

  List<Feature> features(
      Advert advert,
      NormalizedText text,
      List<Word> words,
      List<Contact> contacts,
      List<Indicator> indicators) {
    return features.of(advert, text, words, contacts, indicators);
  }

  Weighed weigh(
      Advert advert,
      String language,
      NormalizedText text,
      List<Word> words,
      List<Contact> contacts,
      List<Indicator> indicators) {
    List<Feature> found =
        language.equals(RiskModel.LANGUAGE)
            ? features.of(advert, text, words, contacts, indicators)
            : RiskFeatures.wordless(advert, text, indicators);
    boolean understood =
        language.equals(RiskModel.LANGUAGE)
            && features.length(words) >= RiskModel.LEAST_WORDS
            && understands(found);
    Head head = weights.head(found, understood);
    List<WeightTable.Contribution> contributions =
        weights.table(head).contributions(head.weighed(found)).stream()
            .filter(one -> one.value() > 0 || !one.feature().isIndicator())
            .toList();
    return new Weighed(head, WeightTable.sum(contributions), WeightTable.strongest(contributions));
  }

  private boolean understands(List<Feature> found) {
    long known =
        found.stream()
            .filter(Feature::isOfWords)
            .filter(feature -> weights.english().features().contains(feature.name()))
            .count();
    return WorkWords.in(found) && known >= RiskModel.MIN_KNOWN_WORDS;
  }
}
