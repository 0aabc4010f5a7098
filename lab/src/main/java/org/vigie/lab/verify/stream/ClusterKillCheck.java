package org.vigie.lab.verify.stream;

import java.io.IOException;
import java.util.List;
import java.util.Random;
import org.vigie.lab.verify.Effort;
import org.vigie.lab.verify.Tally;

/** On a cluster of which processes are killed, the job finds what an undisturbed run finds. */
final class ClusterKillCheck extends StreamCheck {
  /** The name on the command line. */
  static final String NAME = "cluster";

  private static final List<List<String>> VICTIMS =
      List.of(
          List.of("jobmanager"), List.of("taskmanager-1"), List.of("taskmanager-2", "jobmanager"));

  ClusterKillCheck(Undisturbed undisturbed) {
    super(undisturbed);
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String promise() {
    return "On a cluster whose TaskManager, JobManager or both are killed, the job finds the same,"
        + " and so does a run that goes on from what it saved";
  }

  @Override
  boolean copies() {
    return true;
  }

  @Override
  int trials(Effort effort) {
    return Math.max(1, effort.runs() / 10);
  }

  /** One cluster is five processes. */
  @Override
  int sideBySide() {
    return 1;
  }

  @Override
  void disturb(StreamTrial trial, int number, Random random, Tally tally)
      throws IOException, InterruptedException {
    trial.finishOnCluster(VICTIMS.get(number % VICTIMS.size()));
  }
}
