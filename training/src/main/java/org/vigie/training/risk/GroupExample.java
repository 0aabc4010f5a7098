package org.vigie.training.risk;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.vigie.advert.Indicator;
import org.vigie.advert.Outcome;
import org.vigie.classifier.risk.GroupFacts;
import org.vigie.files.digest.Sha256;

/**
 * An invented group of adverts whose outcome is known.
 *
 * @param id its name
 * @param truth what was planted
 * @param language ISO 639-1 code of its wording; no language is split between two folds
 * @param heldOut whether seed and wording are those kept for measuring
 * @param facts what is known of its adverts
 */
public record GroupExample(
    String id, Outcome truth, String language, boolean heldOut, GroupFacts facts) {

  boolean isRisky() {
    return truth == Outcome.RISK;
  }

  /** Returns the hash by which a set of them is known in a model's data sheet. */
  public static String hash(List<GroupExample> examples) {
    String lines = examples.stream().map(GroupExample::line).collect(Collectors.joining("\n"));
    return Sha256.of(lines.getBytes(StandardCharsets.UTF_8));
  }

  private String line() {
    List<String> wholes = facts.indicators().stream().map(Indicator::id).sorted().toList();
    return String.format(
        Locale.ROOT,
        "%s\t%s\t%d %d %d %d %d %d %.6f %.6f\t%s\t%s",
        id,
        truth.label(),
        facts.adverts(),
        facts.persons(),
        facts.spread().contacts(),
        facts.spread().places(),
        facts.spread().countries(),
        facts.spread().channels(),
        facts.meanRisk(),
        facts.highestRisk(),
        new TreeMap<>(facts.advertIndicators()),
        wholes);
  }
}
