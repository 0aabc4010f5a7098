package org.vigie.lab.verify.stream;

import java.io.IOException;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Random;
import java.util.Set;
import org.vigie.lab.verify.Effort;
import org.vigie.lab.verify.Tally;
import org.vigie.pipeline.fault.StoreFailpoint;

/**
 * Killed while its shards are copied to a store, a run finds the same, also on another machine, and
 * so does who takes the index from the store.
 */
final class StoreFailpointCheck extends StreamCheck {
  /** A shard is a few files at each checkpoint. */
  private static final int LATEST = 12;

  private final Set<StoreFailpoint> reached =
      Collections.synchronizedSet(EnumSet.noneOf(StoreFailpoint.class));

  StoreFailpointCheck(Undisturbed undisturbed) {
    super(undisturbed);
  }

  @Override
  public String name() {
    return "store";
  }

  @Override
  public String promise() {
    return "Killed between copying a file, copying all, writing the manifest and completing the"
        + " checkpoint, a run finds the same, and its store holds it";
  }

  @Override
  boolean copies() {
    return true;
  }

  @Override
  int trials(Effort effort) {
    return Math.max(1, effort.runs() / 10);
  }

  @Override
  void disturb(StreamTrial trial, int number, Random random, Tally tally)
      throws IOException, InterruptedException {
    for (StoreFailpoint place : StoreFailpoint.values()) {
      int times = number == 0 ? 1 : 1 + random.nextInt(LATEST);
      if (trial.killAt(place.label(), times)) {
        reached.add(place);
        tally.count("kills", 1);
      }
      if (random.nextBoolean()) {
        trial.loseIndex();
      }
    }
    trial.finish();
  }

  @Override
  void judge(Tally tally) {
    for (StoreFailpoint place : StoreFailpoint.values()) {
      tally.require(reached.contains(place), "%s was never reached", place.label());
    }
  }
}
