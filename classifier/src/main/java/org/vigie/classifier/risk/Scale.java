package org.vigie.classifier.risk;

/**
 * What turns the raw scores of one head into probabilities and outcomes.
 *
 * @param platt the calibrator
 * @param low probability under which an advert is taken to be ordinary, in [0, 1]
 * @param high probability from which it is taken to be risky, in [low, 1]; between the two the
 *     model abstains
 */
public record Scale(Platt platt, double low, double high) {
  public Scale {
    if (!(low >= 0 && low <= high && high <= 1)) {
      throw new IllegalArgumentException(
          "the abstain band needs 0 <= low <= high <= 1, but was [" + low + ", " + high + "]");
    }
  }

  /** Returns the scale of a head that never decides. */
  public static Scale undecided(Platt platt) {
    return new Scale(platt, 0, 1);
  }

  public double probability(double raw) {
    return platt.probability(raw);
  }
}
