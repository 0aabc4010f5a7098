package org.vigie.training.labelling;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * How far two reviewers agree beyond chance, by Cohen's kappa: 1 for always, 0 for as often as by
 * chance, lower for less.
 *
 * @param one a reviewer
 * @param other another
 * @param adverts adverts that both labelled, at least 1
 * @param kappa Cohen's kappa, in [-1, 1]; NaN if both gave all of them one and the same label,
 *     since chance agreement is then certain
 * @see <a href="https://doi.org/10.1177/001316446002000104">Cohen (1960)</a>
 */
public record Agreement(String one, String other, int adverts, double kappa) {
  /** Returns the agreement of each pair of reviewers that labelled an advert both. */
  public static List<Agreement> of(Verdicts verdicts) {
    TreeSet<String> reviewers = new TreeSet<>();
    verdicts.byAdvert().values().forEach(said -> reviewers.addAll(said.keySet()));
    List<Agreement> agreements = new ArrayList<>();
    for (String one : reviewers) {
      for (String other : reviewers.tailSet(one, false)) {
        int[][] counts = counts(verdicts, one, other);
        int both = counts[0][0] + counts[0][1] + counts[1][0] + counts[1][1];
        if (both > 0) {
          agreements.add(new Agreement(one, other, both, kappa(counts, both)));
        }
      }
    }
    return agreements;
  }

  private static int[][] counts(Verdicts verdicts, String one, String other) {
    int[][] counts = new int[2][2];
    for (Map<String, Boolean> said : verdicts.byAdvert().values()) {
      Boolean left = said.get(one);
      Boolean right = said.get(other);
      if (left != null && right != null) {
        counts[left ? 1 : 0][right ? 1 : 0]++;
      }
    }
    return counts;
  }

  private static double kappa(int[][] counts, int both) {
    double observed = (double) (counts[0][0] + counts[1][1]) / both;
    double leftRisky = (double) (counts[1][0] + counts[1][1]) / both;
    double rightRisky = (double) (counts[0][1] + counts[1][1]) / both;
    double chance = leftRisky * rightRisky + (1 - leftRisky) * (1 - rightRisky);
    return chance >= 1 ? Double.NaN : (observed - chance) / (1 - chance);
  }
}
