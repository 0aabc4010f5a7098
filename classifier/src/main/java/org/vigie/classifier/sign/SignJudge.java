package org.vigie.classifier.sign;

import java.util.Arrays;
import java.util.List;

/**
 * Tells by the weights of a model which families a stretch of text says, and of what kind it is.
 */
final class SignJudge {
  /**
   * What a family's own log-odds count beside those that anything is said at all. The latter are
   * learnt from all families and languages at once, and so tell more surely what a text denies,
   * asks or reports.
   */
  private static final double OF_FAMILY = 0.8;

  private static final double OF_SAYING = 1;

  /**
   * A family so much less likely than the likeliest, in log-odds, is not what is said: that
   * something is said makes all of them more probable.
   */
  private static final double MARGIN = 1;

  /** What a frame finds as well may be so much less likely. */
  private static final double MARGIN_WITH_FRAME = 4;

  /** A long text has many stretches, each of which may err: of one, so much more is asked. */
  private static final double OF_MANY = 2;

  /**
   * That a child is given or sought needs so much of its own, in log-odds: an advert in which it is
   * read leaves the analysts' sight.
   */
  private static final double CHILD_LEAST = -2;

  /**
   * What a frame of {@link Family#CHILD} adds: rather one advert too many takes the minor-risk
   * route than one too few.
   */
  private static final double CHILD_FRAME = 3;

  private final SignModel model;
  private final int[] families;
  private final int[] stances;
  private final int said;
  private final int[] genres;

  SignJudge(SignModel model) {
    this.model = model;
    this.families =
        Arrays.stream(Family.values())
            .mapToInt(f -> model.outcome("family:" + f.label()))
            .toArray();
    this.said = model.outcome("said");
    this.stances =
        Arrays.stream(Polarity.values())
            .mapToInt(p -> model.outcome("stance:" + p.label()))
            .toArray();
    this.genres =
        Arrays.stream(Genre.values()).mapToInt(g -> model.outcome("genre:" + g.label())).toArray();
  }

  /** Returns what each sentence of a text says of each outcome. */
  List<int[]> sums(SignSampler.Read read) {
    return SignUnit.sums(read, model);
  }

  /**
   * Returns for each family the log-odds that a stretch says it; {@link Double#NEGATIVE_INFINITY}
   * where another is what it says.
   */
  double[] families(SignUnit unit, SignSampler.Read read) {
    List<Frames.Finding> findings = unit.findings(read);
    double likeliest = Double.NEGATIVE_INFINITY;
    for (int outcome : families) {
      likeliest = outcome < 0 ? likeliest : Math.max(likeliest, odds(outcome, unit));
    }
    double[] odds = new double[families.length];
    for (Family family : Family.values()) {
      int outcome = families[family.ordinal()];
      double margin = isSaid(family, findings) ? MARGIN_WITH_FRAME : MARGIN;
      boolean isMeant = outcome >= 0 && odds(outcome, unit) >= likeliest - margin;
      boolean byFrame = family == Family.CHILD && isSaid(Family.CHILD, findings);
      if (family == Family.CHILD && isMeant && !byFrame) {
        isMeant = odds(outcome, unit) >= CHILD_LEAST;
      }
      odds[family.ordinal()] =
          isMeant ? said(family, unit) + (byFrame ? CHILD_FRAME : 0) : Double.NEGATIVE_INFINITY;
    }
    return odds;
  }

  private static boolean isSaid(Family family, List<Frames.Finding> findings) {
    for (Frames.Finding finding : findings) {
      if (!finding.denied() && Family.ofRow(finding.frame().row()).orElse(null) == family) {
        return true;
      }
    }
    return false;
  }

  /** Returns the log-odds that a stretch says a family. */
  double said(Family family, SignUnit unit) {
    return OF_FAMILY * odds(families[family.ordinal()], unit)
        + (said < 0 ? 0 : OF_SAYING * odds(said, unit))
        - (unit.whole() ? 0 : OF_MANY);
  }

  /** Returns whether log-odds are enough to believe that a family is said. */
  boolean isBelieved(Family family, double odds) {
    int outcome = families[family.ordinal()];
    if (outcome < 0) {
      return false;
    }
    double least = model.thresholds()[outcome];
    return odds >= Math.log(least / (1 - least));
  }

  /** Returns what a stretch does with what it speaks of. */
  Polarity stance(SignUnit unit) {
    return Polarity.values()[best(stances, unit)];
  }

  /** Returns the kind of a text. */
  Genre genre(SignUnit whole) {
    return Genre.values()[best(genres, whole)];
  }

  /** Returns how sure the kind of a text is, in [0, 1]: its share of what all kinds have. */
  double sureness(SignUnit whole) {
    double all = 0;
    double most = 0;
    for (int outcome : genres) {
      double probability = outcome < 0 ? 0 : SignModel.probability(odds(outcome, whole));
      all += probability;
      most = Math.max(most, probability);
    }
    return all == 0 ? 0 : most / all;
  }

  private int best(int[] outcomes, SignUnit unit) {
    int best = 0;
    double most = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < outcomes.length; i++) {
      if (outcomes[i] >= 0 && odds(outcomes[i], unit) > most) {
        most = odds(outcomes[i], unit);
        best = i;
      }
    }
    return best;
  }

  private double odds(int outcome, SignUnit unit) {
    return model.logOdds(outcome, unit.sums());
  }
}
