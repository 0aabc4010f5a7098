package org.vigie.console.verify.stream;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.vigie.console.verify.Check;
import org.vigie.console.verify.Effort;
import org.vigie.console.verify.Tally;
import org.vigie.pipeline.workspace.FolderTree;

/**
 * A promise about runs that are disturbed in one way: they find what an undisturbed run finds.
 *
 * <p>Each process runs at a parallelism of 1, 2 or 4 by chance, and every second trial hands in
 * half of the adverts only when the other half is read.
 */
abstract class StreamCheck implements Check {
  /** Enough that a run lasts some seconds, and that the planted campaigns raise their alerts. */
  static final int ADVERTS = 600;

  private static final int FILES = 4;

  private final Undisturbed undisturbed;

  StreamCheck(Undisturbed undisturbed) {
    this.undisturbed = undisturbed;
  }

  /** Returns how many of all runs are this check's. */
  abstract int trials(Effort effort);

  /** Returns whether the runs copy their shards to a store, as on a cluster. */
  boolean copies() {
    return false;
  }

  /** Disturbs one run, and lets it come to its end. */
  abstract void disturb(StreamTrial trial, int number, Random random, Tally tally)
      throws IOException, InterruptedException;

  /** Says what must hold of the tally of all trials. */
  void judge(Tally tally) {}

  @Override
  public Tally run(Effort effort, Path folder, Watcher watcher) throws Exception {
    Tally tally = new Tally();
    Random random = new Random(effort.seed());
    List<Path> inputs =
        PlantedInputs.write(folder.resolve("inputs"), effort.seed(), ADVERTS, FILES);
    StreamFindings expected = undisturbed.of(effort.seed(), inputs, folder.resolve("undisturbed"));
    count(expected, tally);
    int trials = trials(effort);
    for (int number = 0; number < trials; number++) {
      watcher.at(number, trials);
      int before = tally.violations().size();
      Path own = folder.resolve("trial-" + number);
      StreamTrial trial = new StreamTrial(undisturbed.models(), own, store(own), random, tally);
      tally.count("fault runs", 1);
      int half = number % 2 == 0 ? FILES : FILES / 2;
      trial.accept(inputs.subList(0, half));
      disturb(trial, number, random, tally);
      if (half < FILES) {
        tally.count("of them in two parts", 1);
        trial.accept(inputs.subList(half, FILES));
        trial.finish();
      }
      trial.judge(expected);
      if (tally.violations().size() == before) {
        FolderTree.delete(own);
      }
    }
    judge(tally);
    return tally;
  }

  private String store(Path own) {
    return copies() ? own.resolve("store").toUri().toString() : "";
  }

  private static void count(StreamFindings found, Tally tally) {
    for (String kind : List.of("adverts", "clusters", "contacts", "alerts", "dead letters")) {
      tally.count(kind, found.size(kind));
      tally.require(found.size(kind) > 0, "an undisturbed run must find %s, but finds none", kind);
    }
  }
}
