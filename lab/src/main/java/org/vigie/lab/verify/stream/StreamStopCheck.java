package org.vigie.lab.verify.stream;

import java.io.IOException;
import java.util.Random;
import org.vigie.lab.verify.Effort;
import org.vigie.lab.verify.Tally;

/** Stopped with a savepoint and gone on with, a run finds what it would have found. */
final class StreamStopCheck extends StreamCheck {
  StreamStopCheck(Undisturbed undisturbed) {
    super(undisturbed);
  }

  @Override
  public String name() {
    return "stop";
  }

  @Override
  public String promise() {
    return "Stopped with a savepoint, and gone on with at another parallelism, a run finds the same";
  }

  @Override
  int trials(Effort effort) {
    return Math.max(1, effort.runs() / 10);
  }

  @Override
  void disturb(StreamTrial trial, int number, Random random, Tally tally)
      throws IOException, InterruptedException {
    trial.stopAt(1 + random.nextInt(ADVERTS / 4));
    tally.count("stops", 1);
    trial.finish();
  }
}
