package org.vigie.classifier.risk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.vigie.advert.Finding;
import org.vigie.advert.GroupAssessment;
import org.vigie.advert.Reason;
import org.vigie.classifier.Taxonomy;
import org.vigie.classifier.registry.Manifest;
import org.vigie.text.finding.ReasonLines;

/**
 * The model of groups: what the adverts of a cluster or network show together, as a calibrated
 * probability whose reasons add up to its log-odds. It scores groups of adverts, never persons.
 */
public final class GroupModel {
  /** What the manifest names it under. */
  public static final String FORM = "group";

  private final String name;
  private final GroupFeatures features;
  private final WeightTable weights;
  private final String taxonomy;

  public GroupModel(String name, GroupWeights weights, Taxonomy taxonomy) {
    this.name = name;
    this.features = new GroupFeatures(taxonomy);
    this.weights = weights.calibrated();
    this.taxonomy = taxonomy.version();
  }

  /**
   * Reads the model in use; empty if the manifest names none.
   *
   * @throws IllegalArgumentException if a file of it is not the one that the manifest lists
   */
  public static Optional<GroupModel> find(Path models, Taxonomy taxonomy) throws IOException {
    if (!Files.exists(models.resolve(Manifest.NAME))) {
      return Optional.empty();
    }
    Manifest manifest = Manifest.read(models);
    String name = manifest.active().get(FORM);
    if (name == null) {
      return Optional.empty();
    }
    manifest.requireUnaltered(models, name);
    return Optional.of(new GroupModel(name, GroupWeights.read(models.resolve(name)), taxonomy));
  }

  /** Returns what the model makes of a group. */
  public GroupAssessment assess(GroupFacts group) {
    List<Reason> reasons = new ArrayList<>();
    double sum = add(Feature.BIAS, 1, Finding.of("feature-base-rate"), reasons);
    for (GroupFeatures.Worded worded : features.of(group)) {
      Feature feature = worded.feature();
      sum += add(feature.name(), feature.value(), worded.found(), reasons);
    }
    reasons.sort(
        Comparator.comparingDouble((Reason reason) -> -Math.abs(reason.contribution()))
            .thenComparing(Reason::feature));
    return new GroupAssessment(Platt.sigmoid(sum), sum, reasons, name, taxonomy);
  }

  private double add(String feature, double value, Finding found, List<Reason> reasons) {
    double contribution = weights.weight(feature) * value;
    if (contribution != 0) {
      reasons.add(ReasonLines.reason(found, contribution, List.of()));
    }
    return contribution;
  }
}
