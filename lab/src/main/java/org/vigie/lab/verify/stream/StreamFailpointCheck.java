package org.vigie.lab.verify.stream;

import java.io.IOException;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Random;
import java.util.Set;
import org.vigie.lab.verify.Effort;
import org.vigie.lab.verify.Tally;
import org.vigie.pipeline.fault.StreamFailpoint;

/** Killed between any two steps of durability, a run finds what it would have found. */
final class StreamFailpointCheck extends StreamCheck {
  /** A place is met first by the first checkpoint, and later by one that others came before. */
  private static final int LATEST = 8;

  /** In one trial, each at another place. */
  private static final int KILLS = 2;

  private final Set<StreamFailpoint> tried =
      Collections.synchronizedSet(EnumSet.noneOf(StreamFailpoint.class));
  private final Set<StreamFailpoint> reached =
      Collections.synchronizedSet(EnumSet.noneOf(StreamFailpoint.class));

  StreamFailpointCheck(Undisturbed undisturbed) {
    super(undisturbed);
  }

  @Override
  public String name() {
    return "failpoint";
  }

  @Override
  public String promise() {
    return "Killed between two steps of durability, a run finds the same";
  }

  @Override
  int trials(Effort effort) {
    return Math.max(1, effort.runs() * 2 / 5);
  }

  @Override
  void disturb(StreamTrial trial, int number, Random random, Tally tally)
      throws IOException, InterruptedException {
    for (int kill = number * KILLS; kill < (number + 1) * KILLS; kill++) {
      killAt(kill, random, trial, tally);
    }
    trial.finish();
  }

  /** Every place is met for the first time before any is met later. */
  private void killAt(int kill, Random random, StreamTrial trial, Tally tally)
      throws IOException, InterruptedException {
    StreamFailpoint[] places = StreamFailpoint.values();
    StreamFailpoint place = places[kill % places.length];
    boolean isLater = kill / places.length % 2 == 1;
    int times = isLater ? 2 + random.nextInt(LATEST - 1) : 1;
    tried.add(place);
    if (trial.killAt(place.label(), times)) {
      reached.add(place);
      tally.count("kills", 1);
    }
  }

  @Override
  void judge(Tally tally) {
    tally.count("failpoints", tried.size());
    for (StreamFailpoint place : tried) {
      tally.require(reached.contains(place), "%s was never reached", place.label());
    }
  }
}
