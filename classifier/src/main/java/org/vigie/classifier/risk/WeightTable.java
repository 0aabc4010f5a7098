package org.vigie.classifier.risk;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.vigie.advert.Reason;

/** The weights of one model in log-odds, by feature name. */
public final class WeightTable {
  private static final Feature BIAS = new Feature(Feature.BIAS, 1, List.of());

  private final SortedMap<String, Float> sorted;
  private final Map<String, Float> weights;

  public WeightTable(SortedMap<String, Float> weights) {
    this.sorted = new TreeMap<>(weights);
    this.weights = new HashMap<>(weights);
  }

  /** Returns the table of no feature at all. */
  public static WeightTable empty() {
    return new WeightTable(new TreeMap<>());
  }

  public SortedMap<String, Float> sorted() {
    return new TreeMap<>(sorted);
  }

  int size() {
    return sorted.size();
  }

  void forEach(BiConsumer<String, Float> step) {
    sorted.forEach(step);
  }

  public boolean isEmpty() {
    return weights.isEmpty();
  }

  /** Returns the weight of a feature, 0 if it has none. */
  public float weight(String feature) {
    return weights.getOrDefault(feature, 0f);
  }

  /** Returns the features that have a weight. */
  public Set<String> features() {
    return Collections.unmodifiableSet(weights.keySet());
  }

  /** More than these nobody reads. */
  static final int MAX_REASONS = 12;

  /** What one known feature adds to a score. */
  record Contribution(Feature feature, double value) {
    /** Returns it as a person reads it. */
    Reason toReason() {
      return new Reason(inWords(feature.name()), value, feature.spans());
    }
  }

  /** Returns what each known feature adds, the bias first: the raw score is their sum. */
  List<Contribution> contributions(List<Feature> features) {
    List<Contribution> contributions = new ArrayList<>();
    Float bias = weights.get(Feature.BIAS);
    if (bias != null) {
      contributions.add(new Contribution(BIAS, bias));
    }
    for (Feature feature : features) {
      Float weight = weights.get(feature.name());
      if (weight != null && weight != 0) {
        contributions.add(new Contribution(feature, weight * feature.value()));
      }
    }
    return contributions;
  }

  /** Returns the raw score: the sum of contributions, in their order. */
  static double sum(List<Contribution> contributions) {
    double sum = 0;
    for (Contribution contribution : contributions) {
      sum += contribution.value();
    }
    return sum;
  }

  /** Returns the contributions that weigh most either way, as a person reads them. */
  static List<Reason> strongest(List<Contribution> contributions) {
    return contributions.stream()
        .sorted(Comparator.comparingDouble((Contribution c) -> -Math.abs(c.value())))
        .limit(MAX_REASONS)
        .map(Contribution::toReason)
        .toList();
  }

  public double score(List<Feature> features) {
    return sum(contributions(features));
  }

  /** Returns a feature as a person reads it. */
  public static String inWords(String name) {
    int colon = name.indexOf(':');
    String rest = name.substring(colon + 1);
    return switch (name.substring(0, colon + 1)) {
      case "word:" -> "word '" + rest + "'";
      case "run:" -> "words '" + rest + "'";
      case "part:" -> inPart(rest);
      case "letters:" -> "letters '" + rest + "'";
      case "form:" -> "form: " + rest;
      case "style:" -> "style: " + rest;
      case "indicator:" -> "indicator " + rest;
      case "" -> "base rate of the training data";
      default -> rest;
    };
  }

  private static String inPart(String rest) {
    int colon = rest.indexOf(": ");
    return inWords(rest.substring(colon + 2)) + " in the " + rest.substring(0, colon);
  }
}
