package org.vigie.classifier.risk;

import java.util.List;
import java.util.Locale;

/** One of the three sets of weights of a recruitment model, by what an advert gives to weigh. */
enum Head {
  /** English text under the headings of a job board: its parts are weighed as parts. */
  SECTIONED,
  /** Other English text that speaks of work. */
  PLAIN,
  /** All else: only what says the same in every language is weighed. */
  WORDLESS;

  /** Returns the head for features of a text that is, or is not, understood. */
  static Head of(List<Feature> found, boolean understood) {
    if (!understood) {
      return WORDLESS;
    }
    return found.stream().anyMatch(SectionFeatures::isOne) ? SECTIONED : PLAIN;
  }

  /** Returns the features that this head weighs. */
  List<Feature> weighed(List<Feature> found) {
    return switch (this) {
      case SECTIONED -> found;
      case PLAIN -> found.stream().filter(f -> !SectionFeatures.isOne(f)).toList();
      case WORDLESS ->
          found.stream().filter(f -> !SectionFeatures.isOne(f) && !f.isOfWords()).toList();
    };
  }

  /** Returns the head's name in files. */
  String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
