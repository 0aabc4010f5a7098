package org.vigie.classifier.risk;

import java.util.List;
import org.vigie.classifier.image.ImageIn;
import org.vigie.classifier.image.ImageOut;

/**
 * The weights of a recruitment model as adverts are weighed by them; see {@link ModelFile}.
 *
 * @param sectioned weights for English text under headings; empty if none was trained on
 * @param english weights for other English text, words included
 * @param wordless weights of what says the same in every language
 */
record RiskWeights(HashedWeights sectioned, HashedWeights english, HashedWeights wordless) {
  static RiskWeights of(ModelFile file) {
    return new RiskWeights(
        HashedWeights.of(file.sectioned()),
        HashedWeights.of(file.english()),
        HashedWeights.of(file.wordless()));
  }

  static RiskWeights read(ImageIn in) {
    return new RiskWeights(HashedWeights.read(in), HashedWeights.read(in), HashedWeights.read(in));
  }

  void write(ImageOut out) {
    sectioned.write(out);
    english.write(out);
    wordless.write(out);
  }

  /** Returns the head for text under headings, or other text. */
  Head head(boolean underHeadings) {
    return underHeadings && !sectioned.isEmpty() ? Head.SECTIONED : Head.PLAIN;
  }

  /** Returns the weights of a head. */
  HashedWeights table(Head head) {
    return switch (head) {
      case SECTIONED -> sectioned;
      case PLAIN -> english;
      case WORDLESS -> wordless;
    };
  }

  /** Returns the raw score of text that is understood, by features that all have a name. */
  double score(Head head, List<Feature> found) {
    Weighing weighing = new Weighing();
    weighing.begin(table(head));
    weighing.add(head.weighed(found), table(head));
    return weighing.sum();
  }
}
