package org.vigie.training.evaluation;

/**
 * An advert whose truth is known, with what a model that has not seen its campaign says of it.
 *
 * @param id its name in the data
 * @param group its campaign
 * @param language ISO 639-1 code of its text, or {@code und}
 * @param risk whether it is labelled as risky
 * @param score raw score in log-odds, uncalibrated
 * @param probability calibrated probability of risk, in [0, 1]
 * @param called whether the model calls it risky
 */
public record Scored(
    String id,
    String group,
    String language,
    boolean risk,
    double score,
    double probability,
    boolean called) {
  public Scored {
    if (!Double.isFinite(score) || !(probability >= 0 && probability <= 1)) {
      throw new IllegalArgumentException(
          "advert %s needs a finite score and a probability in [0, 1], but has %s and %s"
              .formatted(id, score, probability));
    }
  }
}
