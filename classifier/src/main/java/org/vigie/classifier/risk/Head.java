package org.vigie.classifier.risk;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/** One of the three sets of weights of a recruitment model, by what an advert gives to weigh. */
public enum Head {
  /** English text under the headings of a job board: its parts are weighed as parts. */
  SECTIONED,
  /** Other English text that speaks of work. */
  PLAIN,
  /** All else: only what says the same in every language is weighed. */
  WORDLESS;

  /** Returns the head for features of a text that is, or is not, understood. */
  public static Head of(List<Feature> found, boolean understood) {
    if (!understood) {
      return WORDLESS;
    }
    return found.stream().anyMatch(SectionFeatures::isOne) ? SECTIONED : PLAIN;
  }

  /** Returns the features that this head weighs. */
  public List<Feature> weighed(List<Feature> found) {
    return switch (this) {
      case SECTIONED -> found;
      case PLAIN -> only(found, f -> !SectionFeatures.isOne(f));
      case WORDLESS -> only(found, f -> !SectionFeatures.isOne(f) && !f.isOfWords());
    };
  }

  private static List<Feature> only(List<Feature> found, Predicate<Feature> wanted) {
    List<Feature> kept = new ArrayList<>(found.size());
    for (Feature feature : found) {
      if (wanted.test(feature)) {
        kept.add(feature);
      }
    }
    return kept;
  }

  /** Returns the head's name in files. */
  String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
