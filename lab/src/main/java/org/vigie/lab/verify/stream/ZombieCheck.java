package org.vigie.lab.verify.stream;

import java.io.IOException;
import java.util.Random;
import org.vigie.lab.verify.Effort;
import org.vigie.lab.verify.Tally;

/**
 * A job that still writes to a store which another has claimed is refused by its epoch, and the
 * store holds what the other finds.
 */
final class ZombieCheck extends StreamCheck {
  ZombieCheck(Undisturbed undisturbed) {
    super(undisturbed);
  }

  @Override
  public String name() {
    return "zombie";
  }

  @Override
  public String promise() {
    return "A job whose store a second job has claimed is refused, and the store holds what the"
        + " second finds";
  }

  @Override
  boolean copies() {
    return true;
  }

  @Override
  int trials(Effort effort) {
    return Math.max(1, effort.runs() / 20);
  }

  @Override
  void disturb(StreamTrial trial, int number, Random random, Tally tally)
      throws IOException, InterruptedException {
    trial.finishAfter(trial.rival());
  }
}
