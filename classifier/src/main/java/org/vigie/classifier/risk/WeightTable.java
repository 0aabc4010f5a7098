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
import org.jspecify.annotations.Nullable;
import org.vigie.advert.Finding;
import org.vigie.advert.Reason;
import org.vigie.text.finding.ReasonLines;

/** The weights of one model in log-odds, by feature name. */
public final class WeightTable {
  private static final Feature BIAS = new Feature(Feature.BIAS, 1, List.of());

  private final SortedMap<String, Float> sorted;

  /** The same for looking up, made when it is first asked for: a stream asks for hashes alone. */
  private volatile @Nullable Map<String, Float> weights;

  public WeightTable(SortedMap<String, Float> weights) {
    this.sorted = new TreeMap<>(weights);
  }

  private Map<String, Float> weights() {
    Map<String, Float> made = weights;
    if (made == null) {
      made = new HashMap<>(sorted);
      weights = made;
    }
    return made;
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
    return sorted.isEmpty();
  }

  /** Returns the weight of a feature, 0 if it has none. */
  public float weight(String feature) {
    return weights().getOrDefault(feature, 0f);
  }

  /** Returns the features that have a weight. */
  public Set<String> features() {
    return Collections.unmodifiableSet(weights().keySet());
  }

  /** More than these nobody reads. */
  static final int MAX_REASONS = 12;

  /** What one known feature adds to a score. */
  record Contribution(Feature feature, double value) {
    /** Returns it as a person reads it. */
    Reason toReason() {
      return ReasonLines.reason(found(feature.name()), value, feature.spans());
    }
  }

  /** Returns what each known feature adds, the bias first: the raw score is their sum. */
  List<Contribution> contributions(List<Feature> features) {
    List<Contribution> contributions = new ArrayList<>();
    Map<String, Float> weights = weights();
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

  /**
   * Returns the contributions that weigh most either way, of those that a person {@linkplain
   * Feature#canBeChecked can check}.
   */
  static List<Reason> strongest(List<Contribution> contributions) {
    return contributions.stream()
        .filter(c -> Feature.canBeChecked(c.feature().name()))
        .sorted(Comparator.comparingDouble((Contribution c) -> -Math.abs(c.value())))
        .limit(MAX_REASONS)
        .map(Contribution::toReason)
        .toList();
  }

  public double score(List<Feature> features) {
    return sum(contributions(features));
  }

  /** Returns a feature as a person reads it. */
  public static Finding found(String name) {
    int colon = name.indexOf(':');
    String rest = name.substring(colon + 1);
    return switch (name.substring(0, colon + 1)) {
      case "word:" -> Finding.of("feature-word").with("word", rest);
      case "run:" -> Finding.of("feature-words").with("words", rest);
      case "part:" -> inPart(rest);
      case "letters:" -> Finding.of("feature-letters").with("letters", rest);
      case "form:" -> form(rest);
      case "style:" -> Finding.of("feature-style").with("style", rest);
      case Feature.INDICATOR -> Reason.sign(rest);
      case "" -> Finding.of("feature-base-rate");
      default -> Finding.of("feature").with("feature", rest);
    };
  }

  /** Such as {@code requirements: word:passport}. */
  private static Finding inPart(String rest) {
    int colon = rest.indexOf(": ");
    Finding feature = found(rest.substring(colon + 2));
    String code =
        feature.code().equals("feature-words") ? "feature-words-in-part" : "feature-word-in-part";
    return new Finding(code, feature.arguments()).with("part", rest.substring(0, colon));
  }

  /** Such as {@code length 3 of benefits}, or {@code parts + - +}. */
  private static Finding form(String rest) {
    if (rest.startsWith(SectionFeatures.LENGTH)) {
      String[] length = rest.substring(SectionFeatures.LENGTH.length()).split(" of ", 2);
      return Finding.of("feature-length").with("length", length[0]).with("part", length[1]);
    }
    return Finding.of("feature-parts")
        .with("layout", rest.substring(SectionFeatures.PARTS.length()).strip());
  }
}
