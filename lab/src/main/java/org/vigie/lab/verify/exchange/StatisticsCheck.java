package org.vigie.lab.verify.exchange;

import java.nio.file.Path;
import java.util.Random;
import org.vigie.casework.statistics.ReconstructionAttack;
import org.vigie.lab.verify.Check;
import org.vigie.lab.verify.Effort;
import org.vigie.lab.verify.Tally;

/** Figures that were given out don't say which of two things is true of one group. */
final class StatisticsCheck implements Check {
  private static final int DIFFERENCES_PER_RUN = 200;
  private static final int LEAST_OF_OTHERS = 20;

  @Override
  public String name() {
    return "statistics";
  }

  @Override
  public String promise() {
    return "Guesses from figures are as right as epsilon allows";
  }

  @Override
  public Tally run(Effort effort, Path folder, Watcher watcher) throws Exception {
    Tally tally = new Tally();
    ReconstructionAttack attack = new ReconstructionAttack(new Random(effort.seed()));
    int few = Math.clamp(effort.runs(), LEAST_OF_OTHERS, 200);
    watcher.at(0, 3);
    put("difference", attack.byDifference(effort.runs() * DIFFERENCES_PER_RUN), tally);
    watcher.at(1, 3);
    put("average", attack.byAsking(few, folder), tally);
    watcher.at(2, 3);
    put("reconstruction", attack.ofGroupsAlone(few), tally);
    return tally;
  }

  private static void put(String name, ReconstructionAttack.Outcome outcome, Tally tally) {
    tally.count(name + " guesses", outcome.guesses());
    tally.count(name + " right ‰", Math.round(1_000 * outcome.share()));
    tally.count(name + " allowed ‰", Math.round(1_000 * outcome.allowed()));
    tally.require(
        outcome.isBounded(),
        "%s must be right in less than %.3f of cases, but was in %.3f",
        name,
        outcome.allowed(),
        outcome.share());
    tally.require(
        outcome.without() > 0.9 * outcome.guesses(),
        "%s must work where figures have no noise, but doesn't",
        name);
  }
}
