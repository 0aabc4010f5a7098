package org.vigie.lab.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigie.lab.verify.SequentialEvidence.Verdict;

class SlowdownTrialTest {
  private static final double MAX_RATIO = 1.1;
  private static final double QUIET_MILLIS = 1_250;

  @Test
  void isDoneAfterThreeTimesWhereNothingIsSlowed() throws Exception {
    SlowdownTrial.Finding found = new SlowdownTrial(with -> with ? 104 : 100, MAX_RATIO).run();

    assertThat(found.ratios()).containsExactly(1.04, 1.04, 1.04);
    assertThat(found.verdict()).isEqualTo(Verdict.BY_CHANCE);
  }

  @Test
  void findsWhatSlowsOthersEachTime() throws Exception {
    SlowdownTrial.Finding found = new SlowdownTrial(with -> with ? 112 : 100, MAX_RATIO).run();

    assertThat(found.ratios()).hasSizeBetween(10, 15).allMatch(ratio -> ratio == 1.12);
    assertThat(found.verdict()).isEqualTo(Verdict.NEARLY_ALWAYS);
  }

  /** Builds and the like: from nothing to several times the work itself, for a while. */
  @ParameterizedTest
  @ValueSource(doubles = {0, 0.05, 0.2, 0.5, 2})
  void blamesNobodyForWhatElseTheMachineDoes(double load) throws Exception {
    for (long seed = 0; seed < 3_000; seed++) {
      Machine machine = new Machine(seed, load, 1);

      assertThat(new SlowdownTrial(machine, MAX_RATIO).run().verdict())
          .as("seed %d", seed)
          .isNotEqualTo(Verdict.NEARLY_ALWAYS);
    }
  }

  @Test
  void findsWhatSlowsOthersByHalfThoughTheMachineIsBusy() throws Exception {
    int found = 0;
    for (long seed = 0; seed < 300; seed++) {
      SlowdownTrial trial = new SlowdownTrial(new Machine(seed, 0.05, 1.5), MAX_RATIO);
      found += trial.run().verdict() == Verdict.NEARLY_ALWAYS ? 1 : 0;
    }

    assertThat(found).isGreaterThanOrEqualTo(290);
  }

  /** Other work comes and goes, and lasts for several crawls; each is hit by some of its own. */
  private static final class Machine implements SlowdownTrial.Clocked {
    private final Random random;
    private final double load;
    private final double slowdown;
    private double lasting;

    Machine(long seed, double load, double slowdown) {
      this.random = new Random(seed);
      this.load = load;
      this.slowdown = slowdown;
    }

    @Override
    public double time(boolean beside) {
      if (random.nextInt(4) == 0) {
        lasting = load * -Math.log(1 - random.nextDouble());
      }
      double own = load * -Math.log(1 - random.nextDouble());
      return QUIET_MILLIS * (beside ? slowdown : 1) * (1 + lasting + own);
    }
  }
}
