package org.vigie.training.evaluation;

/**
 * What a model called risky against what was.
 *
 * @param caught risky and called so
 * @param missed risky and not called so
 * @param falseAlarms ordinary and called risky
 * @param passed ordinary and not called risky
 */
public record Confusion(int caught, int missed, int falseAlarms, int passed) {
  /** Returns the counts of a set. */
  public static Confusion of(ScoredSet set) {
    int[][] counts = new int[2][2];
    for (Scored advert : set.adverts()) {
      counts[advert.risk() ? 1 : 0][advert.called() ? 1 : 0]++;
    }
    return new Confusion(counts[1][1], counts[1][0], counts[0][1], counts[0][0]);
  }
}
