package org.vigie.classifier.sign;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

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

  /** What the network's log-odds that a text says what it speaks of count beside the weights'. */
  private static final double OF_SEQUENCE = 0.8;

  /** What those count that of all it could do with it, it says it. */
  private static final double OF_STANCE = 0.5;

  /** What those count that it warns or reports. */
  private static final double OF_TELLING = 0.3;

  /** The network adds so much at most, in log-odds, and takes so much at most. */
  private static final double MOST_ADDED = 4;

  private static final double MOST_TAKEN = 8;

  /** From a child's sign it takes less, and where a frame says it nothing. */
  private static final double MOST_TAKEN_OF_CHILD = 2;

  /** A kind so much likelier than the next, in log-odds, is it. */
  private static final double SURE_KIND = 2.5;

  private final SignSampler sampler;
  private final SignModel model;
  private final SequenceModel sequence;
  private final int[] families;
  private final int[] stances;
  private final int said;
  private final int[] genres;
  private final int saidInSequence;
  private final int stanceInSequence;
  private final int[] genresInSequence;

  /** Log-odds below which no family is believed. */
  private final double least;

  SignJudge(SignSampler sampler, SignModel model, SequenceModel sequence) {
    this.sampler = sampler;
    this.model = model;
    this.sequence = sequence;
    this.families = outcomes("family:", Family.values(), Family::label);
    this.said = model.outcome("said");
    this.stances = outcomes("stance:", Polarity.values(), Polarity::label);
    this.genres = outcomes("genre:", Genre.values(), Genre::label);
    this.saidInSequence = inSequence("said");
    this.stanceInSequence = inSequence("stance:" + Polarity.SAID.label());
    this.genresInSequence =
        Arrays.stream(Genre.values()).mapToInt(g -> inSequence("genre:" + g.label())).toArray();
    double lowest = 1;
    for (int outcome : families) {
      lowest = outcome < 0 ? lowest : Math.min(lowest, model.thresholds()[outcome]);
    }
    this.least = Math.log(lowest / (1 - lowest));
  }

  private <T> int[] outcomes(String prefix, T[] values, Function<T, String> label) {
    return Arrays.stream(values).mapToInt(v -> model.outcome(prefix + label.apply(v))).toArray();
  }

  private int inSequence(String name) {
    int outcome = sequence.outcome(name);
    if (outcome < 0) {
      throw new IllegalArgumentException("the network of signs must tell of '" + name + "'");
    }
    return outcome;
  }

  /** Begins to read a text. */
  SequenceReading reading(SignSampler.Read read) {
    return new SequenceReading(sequence, sampler, read);
  }

  /** Returns what each sentence of a text says of each outcome. */
  List<int[]> sums(SignSampler.Read read) {
    return SignUnit.sums(read, model);
  }

  /**
   * Returns for each family the log-odds that a stretch says it; {@link Double#NEGATIVE_INFINITY}
   * where another is what it says.
   */
  double[] families(SignUnit unit, SequenceReading reading) {
    List<Frames.Finding> findings = unit.findings(reading.text());
    double likeliest = Double.NEGATIVE_INFINITY;
    for (int outcome : families) {
      likeliest = outcome < 0 ? likeliest : Math.max(likeliest, odds(outcome, unit));
    }
    boolean ofChild = isSaid(Family.CHILD, findings);
    double added = isOpen(likeliest, ofChild, unit) ? added(unit, reading) : 0;
    double[] odds = new double[families.length];
    for (Family family : Family.values()) {
      int outcome = families[family.ordinal()];
      double margin = isSaid(family, findings) ? MARGIN_WITH_FRAME : MARGIN;
      boolean isMeant = outcome >= 0 && odds(outcome, unit) >= likeliest - margin;
      boolean byFrame = family == Family.CHILD && ofChild;
      if (family == Family.CHILD && isMeant && !byFrame) {
        isMeant = odds(outcome, unit) >= CHILD_LEAST;
      }
      odds[family.ordinal()] =
          isMeant
              ? byWeights(family, unit) + shift(family, byFrame, added)
              : Double.NEGATIVE_INFINITY;
    }
    return odds;
  }

  /** Returns what is added to what the weights say of a family. */
  private static double shift(Family family, boolean byFrame, double added) {
    if (family != Family.CHILD) {
      return added;
    }
    return byFrame ? CHILD_FRAME + Math.max(0, added) : Math.max(-MOST_TAKEN_OF_CHILD, added);
  }

  /** Returns whether the network can still make a sign be believed that the weights speak for. */
  private boolean isOpen(double likeliest, boolean ofChild, SignUnit unit) {
    double odds =
        OF_FAMILY * likeliest
            + ofSaying(unit)
            + (ofChild ? CHILD_FRAME : 0)
            - (unit.whole() ? 0 : OF_MANY);
    return odds + MOST_ADDED >= least;
  }

  /** Returns what the network adds to the log-odds that a stretch says any family. */
  private double added(SignUnit unit, SequenceReading reading) {
    float[] odds = reading.logOdds(unit);
    double added =
        OF_SEQUENCE * odds[saidInSequence]
            + OF_STANCE * odds[stanceInSequence]
            - OF_TELLING
                * Math.max(
                    odds[genresInSequence[Genre.WARNING.ordinal()]],
                    odds[genresInSequence[Genre.NEWS.ordinal()]]);
    return Math.clamp(added, -MOST_TAKEN, MOST_ADDED);
  }

  private static boolean isSaid(Family family, List<Frames.Finding> findings) {
    for (Frames.Finding finding : findings) {
      if (!finding.denied() && Family.ofRow(finding.frame().row()).orElse(null) == family) {
        return true;
      }
    }
    return false;
  }

  /** Returns the log-odds that a stretch says a family, by the weights alone. */
  double byWeights(Family family, SignUnit unit) {
    return OF_FAMILY * odds(families[family.ordinal()], unit)
        + ofSaying(unit)
        - (unit.whole() ? 0 : OF_MANY);
  }

  private double ofSaying(SignUnit unit) {
    return said < 0 ? 0 : OF_SAYING * odds(said, unit);
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

  /** Returns how often what has such log-odds is right, in [0, 1]. */
  double right(double odds) {
    return SignModel.probability(model.rightness()[0] * odds + model.rightness()[1]);
  }

  /** Returns the probability of what is not believed, never more than if it were. */
  double nearly(double odds) {
    return Math.min(SignModel.probability(odds), right(odds));
  }

  /** Returns what a stretch does with what it speaks of. */
  Polarity stance(SignUnit unit) {
    double[] odds = all(stances, unit);
    return Polarity.values()[best(odds)];
  }

  /**
   * What kind of text it is.
   *
   * @param genre the kind
   * @param sureness its share of what all kinds have, in [0, 1]
   */
  record Kind(Genre genre, double sureness) {}

  /** Returns the kind of a text. */
  Kind kind(SignUnit whole, SequenceReading reading) {
    double[] odds = all(genres, whole);
    if (reading.isReadWhole() && reading.hasWords() && margin(odds) < SURE_KIND) {
      float[] inSequence = reading.logOdds(whole);
      for (int i = 0; i < odds.length; i++) {
        double other = Math.clamp(inSequence[genresInSequence[i]], -MOST_TAKEN, MOST_ADDED);
        odds[i] = (odds[i] + other) / 2;
      }
    }
    int best = best(odds);
    double all = Arrays.stream(odds).map(SignModel::probability).sum();
    return new Kind(Genre.values()[best], all == 0 ? 0 : SignModel.probability(odds[best]) / all);
  }

  private double[] all(int[] outcomes, SignUnit unit) {
    return Arrays.stream(outcomes)
        .mapToDouble(k -> k < 0 ? Double.NEGATIVE_INFINITY : odds(k, unit))
        .toArray();
  }

  private static int best(double[] odds) {
    int best = 0;
    for (int i = 1; i < odds.length; i++) {
      best = odds[i] > odds[best] ? i : best;
    }
    return best;
  }

  /** Returns how much more the largest is than the next. */
  private static double margin(double[] odds) {
    double[] sorted = odds.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length - 1] - sorted[sorted.length - 2];
  }

  private double odds(int outcome, SignUnit unit) {
    return model.logOdds(outcome, unit.sums());
  }
}
