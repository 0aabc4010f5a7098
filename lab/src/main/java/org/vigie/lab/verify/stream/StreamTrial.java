package org.vigie.lab.verify.stream;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.vigie.advert.Mandate;
import org.vigie.files.fault.Failpoint;
import org.vigie.files.owner.FolderTree;
import org.vigie.lab.verify.Tally;
import org.vigie.pipeline.SeparateRun;
import org.vigie.pipeline.StateBackend;
import org.vigie.pipeline.index.StoredIndex;
import org.vigie.pipeline.intake.Inbox;
import org.vigie.pipeline.workspace.Workspace;
import org.vigie.search.IndexCheck;

/**
 * One workspace whose run is disturbed again and again, in a process of its own, until it is let
 * run to its end.
 */
final class StreamTrial {
  private static final int[] PARALLELISMS = {1, 2, 4};
  private static final Duration PATIENCE = Duration.ofMinutes(10);
  private static final int POLL_MILLIS = 50;
  private static final int MOST_MILLIS_ON_CLUSTER = 3_000;

  /** What a writer is told whose shard another has claimed. */
  private static final String ONE_WRITER = "must have one writer";

  /** The moment at which everything is handed in. */
  static final Clock CLOCK = Clock.fixed(Instant.parse("2026-02-02T08:00:00Z"), ZoneOffset.UTC);

  /** Of no authority: invented adverts are nobody's. */
  static final Mandate MANDATE =
      new Mandate(
          "none: invented adverts alone",
          "none",
          "verification",
          "invented",
          "none",
          Instant.parse("2100-01-01T00:00:00Z"));

  private final Path models;
  private final Path folder;
  private final Workspace workspace;
  private final String store;
  private final Random random;
  private final Tally tally;

  /** One for all runs: what a killed one leaves is read by its own kind alone. */
  private final StateBackend backend;

  private final List<Path> accepted = new ArrayList<>();
  private int lastParallelism;

  /**
   * @param folder of this trial alone
   * @param store URI of a folder to which every shard is copied, or empty
   */
  StreamTrial(Path models, Path folder, String store, Random random, Tally tally)
      throws IOException {
    this.models = models;
    this.folder = Files.createDirectories(folder);
    workspace = new Workspace(folder.resolve("workspace"));
    this.store = store;
    this.random = random;
    this.tally = tally;
    StateBackend[] backends = StateBackend.values();
    backend = backends[random.nextInt(backends.length)];
  }

  /**
   * Returns another workspace that has the same adverts and copies its shards to the same store.
   */
  StreamTrial rival() throws IOException {
    StreamTrial rival = new StreamTrial(models, folder.resolve("rival"), store, random, tally);
    rival.accept(accepted);
    return rival;
  }

  /** Hands in files of adverts. */
  void accept(List<Path> inputs) throws IOException {
    accepted.addAll(inputs);
    Inbox inbox = new Inbox(workspace, CLOCK);
    for (Path input : inputs) {
      inbox.accept(input, Map.of(), MANDATE);
    }
  }

  /** Runs to the end. */
  void finish() throws IOException, InterruptedException {
    try (TrialProcess process = start("")) {
      process.requireExit(0);
    }
    requireCleanIndex("at the end");
  }

  /** Kills the run once it has read some adverts and a while more; true if it was still running. */
  boolean killAt(int adverts, int millis) throws IOException, InterruptedException {
    try (TrialProcess process = start("")) {
      process.awaitRead(adverts);
      boolean running = process.runsFor(millis);
      process.kill();
      tally.count("kills", running ? 1 : 0);
      requireCleanIndex("after a kill");
      return running;
    }
  }

  /** Lets the run kill itself at a place; returns whether it came there. */
  boolean killAt(String place, int times) throws IOException, InterruptedException {
    try (TrialProcess process = start(place + ":" + times)) {
      process.await();
      if (process.exit() != Failpoint.KILLED) {
        process.requireExit(0);
        return false;
      }
    }
    requireCleanIndex("after a kill at " + place);
    return true;
  }

  /** Stops the run with a savepoint once it has read some adverts. */
  void stopAt(int adverts) throws IOException, InterruptedException {
    try (TrialProcess process = start("")) {
      process.awaitRead(adverts);
      process.stop();
      process.requireExit(0);
    }
    requireCleanIndex("after a stop");
  }

  /** Starts a second run of the workspace beside one that works, which must be refused. */
  void finishBesideASecond() throws IOException, InterruptedException {
    try (TrialProcess first = start("")) {
      first.awaitRead(0);
      try (TrialProcess second = start("")) {
        second.await();
        boolean refused = second.exit() == SeparateRun.IN_USE;
        tally.count("refused", refused ? 1 : 0);
        tally.require(
            refused || !first.runsFor(0),
            "%s: a second process must be refused, but ended in %d",
            folder.getFileName(),
            second.exit());
      }
      first.requireExit(0);
    }
    requireCleanIndex("at the end");
  }

  /**
   * Runs to the end while a rival works that claimed the store first, and that must be refused as
   * soon as this one has claimed it.
   */
  void finishAfter(StreamTrial rival) throws IOException, InterruptedException {
    try (TrialProcess zombie = rival.start("", true)) {
      zombie.awaitRead(1);
      rival.awaitCheckpoint(zombie);
      finish();
      zombie.await();
      boolean refused = zombie.exit() == SeparateRun.FAILED && zombie.tail().contains(ONE_WRITER);
      tally.count("refused", refused ? 1 : 0);
      tally.require(
          refused,
          "%s: a run whose store another has claimed must be refused, but ended in %d: %s",
          folder.getFileName(),
          zombie.exit(),
          zombie.tail());
    }
  }

  /** Kills machines of a cluster on which the job runs, which is then let run to its end. */
  void finishOnCluster(List<String> victims) throws IOException, InterruptedException {
    new ClusterTrial(workspace, SeparateRun.config(models, 1 + random.nextInt(2)), store)
        .finish(victims, random.nextInt(MOST_MILLIS_ON_CLUSTER));
    tally.count("kills", victims.size());
    requireCleanIndex("at the end");
  }

  /** Takes the local copy of the index away, as if the run went on on another machine. */
  void loseIndex() throws IOException {
    tally.count("moves to another machine", 1);
    FolderTree.delete(workspace.index());
  }

  /** Reads what was found. */
  StreamFindings findings() throws IOException {
    return StreamFindings.in(workspace);
  }

  /** Holds what was found against what an undisturbed run finds. */
  void judge(StreamFindings expected) throws IOException {
    expected.eachDifference(
        findings(), difference -> tally.require(false, "%s: %s", folder.getFileName(), difference));
    if (!store.isEmpty()) {
      Workspace fetched = new Workspace(folder.resolve("fetched"));
      Files.createDirectories(fetched.root());
      new StoredIndex(store).fetch(fetched.index());
      expected
          .ofTheIndex()
          .eachDifference(
              StreamFindings.in(fetched),
              difference ->
                  tally.require(false, "%s, from the store: %s", folder.getFileName(), difference));
    }
  }

  private TrialProcess start(String failpoint) throws IOException {
    return start(failpoint, false);
  }

  private TrialProcess start(String failpoint, boolean endless) throws IOException {
    int parallelism = PARALLELISMS[random.nextInt(PARALLELISMS.length)];
    tally.count("processes", 1);
    tally.count("of them on RocksDB", backend == StateBackend.ROCKSDB ? 1 : 0);
    tally.count("of them rescaled", lastParallelism != 0 && lastParallelism != parallelism ? 1 : 0);
    lastParallelism = parallelism;
    SeparateRun.Plan plan = new SeparateRun.Plan(parallelism, failpoint, store, endless, backend);
    Path errors = folder.resolve("output.txt");
    return new TrialProcess(SeparateRun.start(workspace, models, plan, errors), errors, PATIENCE);
  }

  /** Returns once a run has saved its state, and so has opened all its shards, or has ended. */
  private void awaitCheckpoint(TrialProcess process) throws IOException, InterruptedException {
    long start = System.nanoTime();
    while (!hasCheckpoint() && process.runsFor(POLL_MILLIS)) {
      if (System.nanoTime() - start > PATIENCE.toNanos()) {
        throw new IOException(
            "a run must save its state within " + PATIENCE + "; it said: " + process.tail());
      }
    }
  }

  private boolean hasCheckpoint() throws IOException {
    try (Stream<Path> all = Files.walk(workspace.state())) {
      return all.anyMatch(path -> path.endsWith("_metadata"));
    } catch (NoSuchFileException | UncheckedIOException e) {
      return false; // the run lets go of an older one meanwhile
    }
  }

  private void requireCleanIndex(String when) throws IOException {
    if (!Files.isDirectory(workspace.index())) {
      return;
    }
    tally.count("index checks", 1);
    List<String> problems = IndexCheck.problems(workspace.index());
    tally.require(problems.isEmpty(), "%s, %s: %s", folder.getFileName(), when, problems);
  }
}
