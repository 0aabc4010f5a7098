package org.vigie.lab.verify.stream;

import java.io.IOException;
import java.util.Random;
import org.vigie.lab.verify.Effort;
import org.vigie.lab.verify.Tally;

/** Killed at random moments, a run finds what it would have found. */
final class StreamKillCheck extends StreamCheck {
  private static final int MOST_KILLS = 2;

  /** A run saves its state five times a second: some kills meet the same checkpoint, some don't. */
  private static final int MOST_MILLIS = 600;

  StreamKillCheck(Undisturbed undisturbed) {
    super(undisturbed);
  }

  @Override
  public String name() {
    return "kill";
  }

  @Override
  public String promise() {
    return "Killed at any moment, and gone on with at another parallelism, a run finds the same";
  }

  @Override
  int trials(Effort effort) {
    return Math.max(1, effort.runs() / 5);
  }

  @Override
  void disturb(StreamTrial trial, int number, Random random, Tally tally)
      throws IOException, InterruptedException {
    int kills = 1 + random.nextInt(MOST_KILLS);
    for (int kill = 0; kill < kills; kill++) {
      trial.killAt(1 + random.nextInt(ADVERTS / 4), random.nextInt(MOST_MILLIS));
    }
    trial.finish();
  }

  @Override
  void judge(Tally tally) {
    tally.require(tally.counts().getOrDefault("kills", 0L) > 0, "no kill met a run");
  }
}
