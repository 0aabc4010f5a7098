package org.vigie.classifier.weak;

import org.vigie.advert.Outcome;

/**
 * A rule of thumb that votes for one outcome of an advert, or abstains.
 *
 * @param id its name, such as {@code RC-07}
 * @param vote the outcome it votes for when it fires; never {@link Outcome#UNDETERMINED}
 * @param category functions of one category are taken to depend on one another
 * @param expected how often its vote is expected to be right before anything is counted, in (0, 1)
 */
public record LabellingFunction(String id, Outcome vote, String category, double expected) {
  public LabellingFunction {
    if (vote == Outcome.UNDETERMINED) {
      throw new IllegalArgumentException(id + " must vote for an outcome, or abstain");
    }
    if (!(expected > 0 && expected < 1)) {
      throw new IllegalArgumentException(
          id + " needs an expected accuracy between 0 and 1, but has " + expected);
    }
  }
}
