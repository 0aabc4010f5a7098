package org.vigie.lab.verify;

/**
 * Wald's sequential test of how often something happens: no more often than by chance, or nearly
 * always. It goes on for as long as what was seen so far could be either.
 *
 * @see <a href="https://doi.org/10.1214/aoms/1177731118">Wald (1945), Sequential tests of
 *     statistical hypotheses</a>
 */
final class SequentialEvidence {
  /** What was seen so far says. */
  enum Verdict {
    OPEN,
    BY_CHANCE,
    NEARLY_ALWAYS
  }

  private final double ifItHappens;
  private final double ifNot;
  private final double upper;
  private final double lower;
  private double evidence;

  /**
   * @param chance how often it happens at most by chance, in (0, 1)
   * @param always how often it happens at least else, in ({@code chance}, 1)
   * @param falseAlarms share of the tests of what happens by chance that may say otherwise
   * @param misses share of the tests of what nearly always happens that may say otherwise
   */
  SequentialEvidence(double chance, double always, double falseAlarms, double misses) {
    ifItHappens = Math.log(always / chance);
    ifNot = Math.log((1 - always) / (1 - chance));
    upper = Math.log((1 - misses) / falseAlarms);
    lower = Math.log(misses / (1 - falseAlarms));
  }

  /** Keeps whether it happened this time. */
  void add(boolean happened) {
    evidence += happened ? ifItHappens : ifNot;
  }

  Verdict verdict() {
    if (evidence >= upper) {
      return Verdict.NEARLY_ALWAYS;
    }
    return evidence <= lower ? Verdict.BY_CHANCE : Verdict.OPEN;
  }
}
