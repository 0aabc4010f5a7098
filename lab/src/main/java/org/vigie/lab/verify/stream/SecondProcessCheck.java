package org.vigie.lab.verify.stream;

import java.io.IOException;
import java.util.Random;
import org.vigie.lab.verify.Effort;
import org.vigie.lab.verify.Tally;

/** A second process of the same workspace is refused, and the first finds what it would have. */
final class SecondProcessCheck extends StreamCheck {
  SecondProcessCheck(Undisturbed undisturbed) {
    super(undisturbed);
  }

  @Override
  public String name() {
    return "second";
  }

  @Override
  public String promise() {
    return "A second process in the same workspace is refused, and changes nothing";
  }

  @Override
  int trials(Effort effort) {
    return Math.max(1, effort.runs() / 20);
  }

  @Override
  void disturb(StreamTrial trial, int number, Random random, Tally tally)
      throws IOException, InterruptedException {
    trial.finishBesideASecond();
  }

  @Override
  void judge(Tally tally) {
    tally.require(
        tally.counts().getOrDefault("refused", 0L) > 0, "no second process met a first one");
  }
}
