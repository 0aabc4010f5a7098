package org.vigie.lab.verify.stream;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.vigie.files.owner.FolderTree;
import org.vigie.lab.verify.Check;
import org.vigie.lab.verify.Effort;
import org.vigie.lab.verify.Tally;

/**
 * A promise about runs that are disturbed in one way: they find what an undisturbed run finds.
 *
 * <p>Each process runs at a parallelism of 1, 2 or 4 by chance, and every second trial hands in
 * half of the adverts only when the other half is read. Trials have nothing in common, so as many
 * run side by side as the machine has processors; what is drawn for one hangs on its number alone.
 */
abstract class StreamCheck implements Check {
  /** Enough that a run lasts some seconds, and that the planted campaigns raise their alerts. */
  static final int ADVERTS = 600;

  private static final int FILES = 4;
  private static final int MOST_SIDE_BY_SIDE = 4;

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

  /** Returns how many trials may run at a time. */
  int sideBySide() {
    return Math.clamp(Runtime.getRuntime().availableProcessors(), 1, MOST_SIDE_BY_SIDE);
  }

  /**
   * Disturbs one run, and lets it come to its end. Called by several threads at a time, for a trial
   * each.
   */
  abstract void disturb(StreamTrial trial, int number, Random random, Tally tally)
      throws IOException, InterruptedException;

  /** Says what must hold of the tally of all trials. */
  void judge(Tally tally) {}

  @Override
  public Tally run(Effort effort, Path folder, Watcher watcher) throws Exception {
    Tally tally = new Tally();
    List<Path> inputs =
        PlantedInputs.write(folder.resolve("inputs"), effort.seed(), ADVERTS, FILES);
    StreamFindings expected = undisturbed.of(effort.seed(), inputs, folder.resolve("undisturbed"));
    count(expected, tally);
    int trials = trials(effort);
    ExecutorService threads = Executors.newFixedThreadPool(sideBySide());
    try {
      List<Future<Tally>> running = new ArrayList<>();
      for (int i = 0; i < trials; i++) {
        int number = i;
        Random random = random(effort.seed(), number);
        running.add(threads.submit(() -> trial(number, inputs, expected, folder, random)));
      }
      for (int number = 0; number < trials; number++) {
        watcher.at(number, trials);
        tally.add(running.get(number).get());
      }
    } catch (ExecutionException e) {
      throw e.getCause() instanceof Exception cause ? cause : e;
    } finally {
      threads.shutdownNow(); // a trial that is interrupted kills its process
      threads.awaitTermination(1, TimeUnit.MINUTES);
    }
    judge(tally);
    return tally;
  }

  /** Returns a trial's own: seeds that are near one another would all draw the same at first. */
  static Random random(long seed, int trial) {
    return new Random(new SplittableRandom(seed * 1_000_003 + trial).nextLong());
  }

  private Tally trial(
      int number, List<Path> inputs, StreamFindings expected, Path folder, Random random)
      throws IOException, InterruptedException {
    Tally tally = new Tally();
    Path own = folder.resolve("trial-" + number);
    StreamTrial trial = new StreamTrial(undisturbed.models(), own, store(own), random, tally);
    tally.count("fault runs", 1);
    try {
      int half = number % 2 == 0 ? FILES : FILES / 2;
      trial.accept(inputs.subList(0, half));
      disturb(trial, number, random, tally);
      if (half < FILES) {
        tally.count("of them in two parts", 1);
        trial.accept(inputs.subList(half, FILES));
        trial.finish();
      }
      trial.judge(expected);
    } catch (IOException e) {
      // A run that ended otherwise than it must is what is looked for: the other trials go on.
      tally.require(false, "%s: %s", own.getFileName(), String.valueOf(e.getMessage()));
    }
    if (tally.violations().isEmpty()) {
      FolderTree.delete(own);
    }
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
