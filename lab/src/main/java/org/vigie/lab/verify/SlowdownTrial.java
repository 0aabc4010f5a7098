package org.vigie.lab.verify;

import java.util.ArrayList;
import java.util.List;

/**
 * Whether something slows what it runs beside by more than is allowed, on a machine that does other
 * work meanwhile.
 *
 * <p>It is measured without, with, without, with, and so on. Each time with it is held against the
 * longer of the times before and after it: where it makes no difference, whatever else the machine
 * does meets each of the three alike, so it is the longest of them in a third of the cases. Two
 * neighbouring comparisons share a time, so whoever was the longest is so again in two of five
 * cases at most. A {@link SequentialEvidence} tells that from being the longest nearly always.
 */
final class SlowdownTrial {
  /**
   * One of three alike is the longest so often, though those before it were: 1/3 for the first, 2/5
   * for the next, and (2/π)² = 0.405 after a long row of them.
   */
  private static final double BY_CHANCE = 0.41;

  private static final double NEARLY_ALWAYS = 0.9;

  /** Of all trials of a run, some hundred and fifty, one in a hundred thousand each. */
  private static final double FALSE_ALARMS = 1e-5;

  private static final double MISSES = 0.01;

  /** Longer than nearly any trial takes: what is open then stays so. */
  private static final int MAX_TIMES = 60;

  /** Measures once. */
  @FunctionalInterface
  interface Clocked {
    /** Returns how long it takes, in any unit. */
    double time(boolean beside) throws Exception;
  }

  /**
   * What was found.
   *
   * @param ratios each time beside it, as a multiple of the longer of its two neighbours alone
   * @param verdict whether it was too long by chance, nearly always, or can't be told
   */
  record Finding(List<Double> ratios, SequentialEvidence.Verdict verdict) {
    double median() {
      return SlowdownTrial.median(ratios);
    }
  }

  private final Clocked clocked;
  private final double maxRatio;
  private double alone;

  /**
   * @param maxRatio most that is allowed, such as 1.1
   */
  SlowdownTrial(Clocked clocked, double maxRatio) {
    this.clocked = clocked;
    this.maxRatio = maxRatio;
  }

  /** Measures until it can be told. */
  Finding run() throws Exception {
    SequentialEvidence evidence =
        new SequentialEvidence(BY_CHANCE, NEARLY_ALWAYS, FALSE_ALARMS, MISSES);
    List<Double> ratios = new ArrayList<>();
    alone = clocked.time(false);
    while (evidence.verdict() == SequentialEvidence.Verdict.OPEN && ratios.size() < MAX_TIMES) {
      double ratio = ratio();
      ratios.add(ratio);
      evidence.add(ratio > maxRatio);
    }
    return new Finding(ratios, evidence.verdict());
  }

  private double ratio() throws Exception {
    double before = alone;
    double beside = clocked.time(true);
    alone = clocked.time(false);
    return beside / Math.max(before, alone);
  }

  /** Returns the middle one of some values, of two the larger. */
  static double median(List<Double> values) {
    List<Double> sorted = values.stream().sorted().toList();
    return sorted.get(sorted.size() / 2);
  }
}
