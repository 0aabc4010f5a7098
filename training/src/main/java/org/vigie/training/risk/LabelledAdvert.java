package org.vigie.training.risk;

import org.vigie.classifier.language.LanguageIdentifier;
import org.vigie.training.evaluation.Scored;

/**
 * An advert to train or evaluate with.
 *
 * @param id its name in the data
 * @param risk whether it is labelled as fraudulent
 * @param group its campaign, never split between training and evaluation
 * @param text the advert's text
 */
record LabelledAdvert(String id, boolean risk, String group, String text) {
  private static final LanguageIdentifier LANGUAGES = new LanguageIdentifier();

  /** Returns the ISO 639-1 code of the text's language, or {@code und}. */
  String language() {
    return LANGUAGES.identify(text, "");
  }

  /** Returns the advert with what a model says of it. */
  Scored scored(double score, double probability, boolean called) {
    return new Scored(id, group, language(), risk, score, probability, called);
  }
}
