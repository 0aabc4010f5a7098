package org.vigie.classifier.sign;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.vigie.classifier.encoder.SignEncoder;

/**
 * Tells by the weights of a model which families a stretch of text says, and of what kind it is.
 */
final class SignJudge {
  private static final String FAMILY = "family:";
  private static final Family[] FAMILIES = Family.values();

  /**
   * What a family's own log-odds count beside those that anything is said at all. The latter are
   * learnt from all families and languages at once, and so tell more surely what a text denies,
   * asks or reports.
   */
  private static final double OF_FAMILY = 0.8;

  /**
   * A family so much less likely than the likeliest, in log-odds, is not what is said: that
   * something is said makes all of them more probable.
   */
  private static final double MARGIN = 1;

  /** What a frame finds as well may be so much less likely. */
  private static final double MARGIN_WITH_FRAME = 4;

  /** A long text has many stretches, each of which may err: of one, so much more is asked. */
  private static final double OF_MANY = 1;

  /** Of a sentence of a text that was read as a whole, too. */
  private static final double OF_PART = 0.5;

  /** Of what a frame finds in a text of few words, so much less is asked. */
  private static final double OF_FRAME_IN_FEW_WORDS = 0.7;

  /**
   * A family that no frame finds needs so much of its own, in log-odds: else what is said may be of
   * none of them.
   */
  private static final double LEAST_OF_FAMILY = -3;

  /** A child's needs less: rather one advert too many takes the minor-risk route. */
  private static final double LEAST_OF_CHILD = -3.5;

  /** What a frame of {@link Family#CHILD} adds. */
  private static final double CHILD_FRAME = 1;

  /** What the weights hold to be less likely by so much, in log-odds, no network is asked about. */
  private static final double OPEN = 5;

  /** From a child's sign the networks take less, and where a frame says it nothing. */
  private static final double MOST_TAKEN_OF_CHILD = 2;

  private final SignSampler sampler;
  private final SignModel model;
  private final SequenceModel sequence;
  private final int[] families;
  private final int[] topicsBySequence;
  private final int[] stances;
  private final int said;
  private final StackedInputs inputs;
  private final StackedModel stacked;
  private final int saidByBoth;
  private final KindJudge kinds;
  private final @Nullable SignEncoder encoder;

  /** Log-odds below which no family is believed. */
  private final double least;

  /** Log-odds from which families are believed that aren't sooner than others. */
  private final double usual;

  /** By how much sooner than others each family is believed, in log-odds. */
  private final double[] sooner = new double[FAMILIES.length];

  SignJudge(
      SignSampler sampler,
      SignModel model,
      SequenceModel sequence,
      StackedModel stacked,
      @Nullable SignEncoder encoder) {
    this.encoder = encoder;
    this.sampler = sampler;
    this.model = model;
    this.sequence = sequence;
    this.stacked = stacked;
    this.inputs = new StackedInputs(model, sequence);
    if (stacked.inputs() != inputs.size()) {
      throw new IllegalArgumentException(
          "a stacked model of signs needs %d inputs, but has %d"
              .formatted(inputs.size(), stacked.inputs()));
    }
    this.families = outcomes(FAMILY, Family.values(), Family::label);
    this.topicsBySequence =
        Arrays.stream(Family.values())
            .mapToInt(family -> sequence.outcomes().indexOf(FAMILY + family.label()))
            .toArray();
    this.said = model.outcome("said");
    this.stances = outcomes("stance:", Polarity.values(), Polarity::label);
    this.saidByBoth = stacked.requireOutcome("said");
    this.kinds = new KindJudge(model, stacked, sampler.concepts(), this::byBoth);
    double lowest = 1;
    for (int outcome : families) {
      lowest = outcome < 0 ? lowest : Math.min(lowest, model.thresholds()[outcome]);
    }
    this.least = Math.log(lowest / (1 - lowest));
    this.usual = Arrays.stream(FAMILIES).mapToDouble(this::threshold).max().orElse(0);
    Arrays.setAll(sooner, k -> usual - threshold(FAMILIES[k]));
  }

  private <T> int[] outcomes(String prefix, T[] values, Function<T, String> label) {
    return Arrays.stream(values).mapToInt(v -> model.outcome(prefix + label.apply(v))).toArray();
  }

  @Nullable SignEncoder encoder() {
    return encoder;
  }

  /** Returns what tells kinds of text. */
  KindJudge kinds() {
    return kinds;
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
   * Tells for each family the log-odds that a stretch says it; {@link Double#NEGATIVE_INFINITY}
   * where another is what it says.
   *
   * @param odds takes them, one a family
   */
  void families(SignUnit unit, SequenceReading reading, double[] odds) {
    List<Frames.Finding> findings = unit.findings(reading.text());
    boolean ofChild = SignUnit.isSaid(Family.CHILD, findings);
    double[] alone = model.logOdds(families, unit.sums());
    double byWeights = OF_FAMILY * most(alone) + ofSaying(unit);
    double asked = asked(unit, reading);
    boolean isOpen = byWeights + (ofChild ? CHILD_FRAME : 0) - asked + OPEN >= least;
    double needed = ofChild ? Double.NEGATIVE_INFINITY : least + asked;
    double says = isOpen ? encoded(unit, reading, says(unit, reading, needed), asked) : byWeights;
    double[] topics = isOpen && says >= needed ? topics(alone, reading.of(unit)) : alone;
    for (Family family : FAMILIES) {
      boolean isChild = family == Family.CHILD;
      double[] by = isChild ? alone : topics;
      double behind = by[family.ordinal()] - most(by);
      odds[family.ordinal()] =
          isMeant(family, by[family.ordinal()], behind, SignUnit.isSaid(family, findings))
              ? byWeights
                  + OF_FAMILY * behind
                  - asked
                  - (reading.hasFewWords()
                      ? ofFewWords(family, SignUnit.isSaid(family, findings))
                      : 0)
                  + shift(family, isChild && ofChild, says - byWeights)
              : Double.NEGATIVE_INFINITY;
    }
  }

  private static double most(double[] odds) {
    double most = Double.NEGATIVE_INFINITY;
    for (double one : odds) {
      most = Math.max(most, one);
    }
    return most;
  }

  /** Returns the log-odds of each family by what it says and, by the network, speaks of. */
  private double[] topics(double[] byWeights, float[] sequenced) {
    double[] topics = byWeights.clone();
    for (int k = 0; k < topics.length; k++) {
      if (topicsBySequence[k] >= 0) {
        topics[k] = (topics[k] + sequenced[topicsBySequence[k]]) / 2;
      }
    }
    return topics;
  }

  /**
   * Returns whether a family is among those that a stretch can be about.
   *
   * @param behind how much less likely it is than the likeliest, in log-odds, 0 at most
   */
  private static boolean isMeant(Family family, double odds, double behind, boolean byFrame) {
    double least = family == Family.CHILD ? LEAST_OF_CHILD : LEAST_OF_FAMILY;
    return byFrame ? behind >= -MARGIN_WITH_FRAME : behind >= -MARGIN && odds >= least;
  }

  /** Returns what is added to what the weights say of a family. */
  private static double shift(Family family, boolean byFrame, double added) {
    if (family != Family.CHILD) {
      return added;
    }
    return byFrame ? CHILD_FRAME + Math.max(0, added) : Math.max(-MOST_TAKEN_OF_CHILD, added);
  }

  /** Returns by how much more a stretch must say something than the whole of a longer text. */
  private double asked(SignUnit unit, SequenceReading reading) {
    double ofPart = reading.isReadWhole() ? OF_PART : OF_MANY;
    return (unit.whole() ? 0 : ofPart) - (reading.hasFewWords() ? model.allowance() : 0);
  }

  /**
   * Returns what a family adds to what is asked of few words: one that is believed sooner anyway is
   * asked as before, and one that a frame finds less.
   */
  private double ofFewWords(Family family, boolean byFrame) {
    double ofFrame = byFrame && family != Family.CHILD ? OF_FRAME_IN_FEW_WORDS : 0;
    return Math.min(model.allowance(), sooner[family.ordinal()]) - ofFrame;
  }

  private double threshold(Family family) {
    int outcome = families[family.ordinal()];
    double least = outcome < 0 ? 0.5 : model.thresholds()[outcome];
    return Math.log(least / (1 - least));
  }

  /**
   * Returns the log-odds that a stretch says any family, by all models together: a sentence of a
   * text that is read as a whole beside the others, and by itself if that can still matter.
   *
   * @param needed log-odds below which nothing is believed
   */
  private double says(SignUnit unit, SequenceReading reading, double needed) {
    if (unit.whole() || !reading.isReadWhole()) {
      return byBoth(unit, reading.of(unit))[saidByBoth];
    }
    double beside = byBoth(unit, reading.ofWhole())[saidByBoth];
    return beside < needed ? beside : Math.min(beside, byBoth(unit, reading.of(unit))[saidByBoth]);
  }

  /** Returns them moved by the operator's encoder: of many stretches, any may err, only down. */
  private double encoded(SignUnit unit, SequenceReading reading, double says, double asked) {
    if (encoder == null
        || !encoder.isUnsure(says - asked - usual)
        || !encoder.isFor(reading.text().languages(sampler.concepts()))) {
      return says;
    }
    double moved = encoder.logOdds(unit.original(reading.text()), says);
    return unit.whole() ? moved : Math.min(says, moved);
  }

  private float[] byBoth(SignUnit unit, float[] sequenced) {
    return stacked.logOdds(inputs.of(model.logOdds(unit.sums()), sequenced));
  }

  /** Returns the log-odds that a stretch says a family, by the weights alone. */
  double byWeights(Family family, SignUnit unit) {
    return OF_FAMILY * odds(families[family.ordinal()], unit) + ofSaying(unit);
  }

  private double ofSaying(SignUnit unit) {
    return said < 0 ? 0 : odds(said, unit);
  }

  /** Returns whether log-odds are enough to believe that a family is said. */
  boolean isBelieved(Family family, double odds) {
    int outcome = families[family.ordinal()];
    if (outcome < 0) {
      return false;
    }
    return odds >= threshold(family);
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
    return Polarity.values()[KindJudge.best(model.logOdds(stances, unit.sums()))];
  }

  private double odds(int outcome, SignUnit unit) {
    return model.logOdds(outcome, unit.sums());
  }
}
