package org.vigie.training.risk;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.vigie.classifier.risk.AdvertReader;
import org.vigie.classifier.risk.Feature;
import org.vigie.classifier.risk.Head;
import org.vigie.classifier.risk.SectionFeatures;
import org.vigie.classifier.risk.WeightTable;

/**
 * Labelled adverts with their features, in one order.
 *
 * @param adverts the adverts
 * @param features the features of each
 */
record TrainingSet(List<LabelledAdvert> adverts, List<List<Feature>> features) {
  TrainingSet {
    adverts = List.copyOf(adverts);
    features = List.copyOf(features);
    if (adverts.size() != features.size()) {
      throw new IllegalArgumentException(
          "each of "
              + adverts.size()
              + " adverts needs features, but there are "
              + features.size());
    }
  }

  /**
   * Reads the features of some adverts, less those of minor risk, on which nothing may be trained.
   * Where features stand is of no use to training and is dropped, and each name is held once: two
   * thousand adverts have millions of features.
   */
  static TrainingSet of(List<LabelledAdvert> all, AdvertReader reader) {
    List<LabelledAdvert> adverts =
        all.stream().filter(advert -> !reader.isMinorRisk(advert.text())).toList();
    Map<String, String> names = new HashMap<>();
    List<List<Feature>> features = new ArrayList<>(adverts.size());
    for (LabelledAdvert advert : adverts) {
      List<Feature> lean = new ArrayList<>();
      for (Feature feature : reader.features(advert.text())) {
        String name = names.computeIfAbsent(feature.name(), n -> n);
        lean.add(new Feature(name, feature.value(), List.of()));
      }
      features.add(List.copyOf(lean));
    }
    return new TrainingSet(adverts, features);
  }

  /** Returns those of which a model doesn't know the text. */
  TrainingSet without(TrainedOn known) {
    List<LabelledAdvert> someAdverts = new ArrayList<>();
    List<List<Feature>> someFeatures = new ArrayList<>();
    for (int i = 0; i < size(); i++) {
      if (!known.knows(adverts.get(i).text())) {
        someAdverts.add(adverts.get(i));
        someFeatures.add(features.get(i));
      }
    }
    return new TrainingSet(someAdverts, someFeatures);
  }

  int size() {
    return adverts.size();
  }

  boolean[] truth() {
    boolean[] truth = new boolean[size()];
    for (int i = 0; i < truth.length; i++) {
      truth[i] = adverts.get(i).risk();
    }
    return truth;
  }

  /** Returns how many are labelled as risky. */
  int risky() {
    return (int) adverts.stream().filter(LabelledAdvert::risk).count();
  }

  /** Returns the part whose fold is, or is not, the given one. */
  TrainingSet part(int[] foldOf, int fold, boolean same) {
    List<LabelledAdvert> someAdverts = new ArrayList<>();
    List<List<Feature>> someFeatures = new ArrayList<>();
    for (int i = 0; i < size(); i++) {
      if ((foldOf[i] == fold) == same) {
        someAdverts.add(adverts.get(i));
        someFeatures.add(features.get(i));
      }
    }
    return new TrainingSet(someAdverts, someFeatures);
  }

  /** Returns the same adverts with the features that one head weighs. */
  TrainingSet of(Head head) {
    return new TrainingSet(adverts, features.stream().map(head::weighed).toList());
  }

  /** Returns the adverts that stand under headings. */
  TrainingSet sectioned() {
    List<LabelledAdvert> someAdverts = new ArrayList<>();
    List<List<Feature>> someFeatures = new ArrayList<>();
    for (int i = 0; i < size(); i++) {
      if (features.get(i).stream().anyMatch(SectionFeatures::isOne)) {
        someAdverts.add(adverts.get(i));
        someFeatures.add(features.get(i));
      }
    }
    return new TrainingSet(someAdverts, someFeatures);
  }

  /** Returns this set followed by another. */
  TrainingSet with(TrainingSet more) {
    List<LabelledAdvert> allAdverts = new ArrayList<>(adverts);
    List<List<Feature>> allFeatures = new ArrayList<>(features);
    allAdverts.addAll(more.adverts);
    allFeatures.addAll(more.features);
    return new TrainingSet(allAdverts, allFeatures);
  }

  double[] scores(WeightTable weights) {
    return features.stream().mapToDouble(weights::score).toArray();
  }
}
