package org.vigie.classifier.risk;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.vigie.advert.Outcome;
import org.vigie.classifier.registry.Sha256;

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
    String lines =
        examples.stream()
            .map(e -> e.id() + '\t' + e.truth().label() + '\t' + e.facts().adverts())
            .collect(Collectors.joining("\n"));
    return Sha256.of(lines.getBytes(StandardCharsets.UTF_8));
  }
}
