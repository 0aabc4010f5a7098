package org.vigie.classifier.risk;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.vigie.advert.Reason;
import org.vigie.advert.Span;
import org.vigie.text.finding.ReasonLines;

/**
 * What each known feature of one advert adds to a raw score, in their order, the bias first. Only
 * those that are shown are named. To be used again for the next advert.
 */
final class Weighing {
  private static final Feature BIAS = new Feature(Feature.BIAS, 1, List.of());

  /** The group of features that have a name, beside those of the text. */
  private static final byte NAMED = -1;

  private final List<Feature> named = new ArrayList<>();
  private final List<TextFeatures> groups = new ArrayList<>();
  private double[] values = new double[1 << 10];

  /** By contribution: the group of its feature, and the feature's number there. */
  private byte[] groupOf = new byte[1 << 10];

  private int[] featureOf = new int[1 << 10];
  private int count;
  private double sum;

  /** Where the weights of some features stand, as many as are looked up at once. */
  private final int[] places = new int[64];

  private final long[] first = new long[places.length];

  /** Begins with the bias alone. */
  void begin(HashedWeights weights) {
    named.clear();
    groups.clear();
    count = 0;
    sum = 0;
    if (weights.has(Feature.BIAS)) {
      add(BIAS, weights.weight(Feature.BIAS));
    }
  }

  /**
   * Adds features that have a name. A row of the taxonomy never lowers the score, whatever the few
   * adverts that it was learnt from had in common: only what speaks against exploitation may.
   */
  void add(List<Feature> features, HashedWeights weights) {
    for (Feature feature : features) {
      float weight = weights.weight(feature.name());
      if (weight > 0 || (weight < 0 && !feature.isIndicator())) {
        add(feature, weight * feature.value());
      }
    }
  }

  private void add(Feature feature, double value) {
    add(NAMED, named.size(), value);
    named.add(feature);
  }

  /** Adds features of the text. */
  void add(TextFeatures features, HashedWeights weights) {
    byte group = (byte) groups.size();
    groups.add(features);
    long[] hashes = features.hashes();
    double value = features.value();
    int end = features.count();
    for (int from = 0; from < end; from += places.length) {
      int some = Math.min(places.length, end - from);
      weights.find(hashes, from, places, first, some);
      for (int i = 0; i < some; i++) {
        float weight = places[i] == HashedWeights.ABSENT ? 0 : weights.weight(places[i]);
        if (weight != 0) {
          add(group, from + i, weight * value);
        }
      }
    }
  }

  private void add(byte group, int feature, double value) {
    if (count == values.length) {
      values = Arrays.copyOf(values, 2 * count);
      groupOf = Arrays.copyOf(groupOf, 2 * count);
      featureOf = Arrays.copyOf(featureOf, 2 * count);
    }
    values[count] = value;
    groupOf[count] = group;
    featureOf[count++] = feature;
    sum += value;
  }

  /** Returns the raw score: the sum of contributions, in their order. */
  double sum() {
    return sum;
  }

  /**
   * Returns those that weigh most either way, the first of equals first, of those that a person
   * {@linkplain Feature#canBeChecked can check}.
   */
  List<Reason> strongest() {
    int[] best = new int[WeightTable.MAX_REASONS];
    int found = 0;
    double least = -1;
    for (int i = 0; i < count; i++) {
      if (Math.abs(values[i]) > least && Feature.canBeChecked(name(i))) {
        int place = found < best.length ? found++ : found - 1;
        while (place > 0 && isStronger(i, best[place - 1])) {
          best[place] = best[place - 1];
          place--;
        }
        best[place] = i;
        least = found < best.length ? -1 : Math.abs(values[best[found - 1]]);
      }
    }
    return Arrays.stream(best, 0, found).mapToObj(this::reason).toList();
  }

  private boolean isStronger(int contribution, int other) {
    return Math.abs(values[contribution]) > Math.abs(values[other]);
  }

  private String name(int contribution) {
    int feature = featureOf[contribution];
    return groupOf[contribution] == NAMED
        ? named.get(feature).name()
        : groups.get(groupOf[contribution]).name(feature);
  }

  private Reason reason(int contribution) {
    int feature = featureOf[contribution];
    List<Span> spans =
        groupOf[contribution] == NAMED
            ? named.get(feature).spans()
            : groups.get(groupOf[contribution]).spans(feature);
    return ReasonLines.reason(WeightTable.found(name(contribution)), values[contribution], spans);
  }
}
