package org.vigie.pipeline;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.flink.api.common.JobExecutionResult;
import org.apache.flink.api.common.JobID;
import org.apache.flink.api.common.JobStatus;
import org.apache.flink.client.deployment.executors.LocalExecutor;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.DeploymentOptions;
import org.apache.flink.core.execution.CheckpointType;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.core.execution.SavepointFormatType;
import org.apache.flink.runtime.checkpoint.CheckpointException;
import org.apache.flink.runtime.checkpoint.CheckpointFailureReason;
import org.apache.flink.runtime.minicluster.MiniCluster;
import org.apache.flink.runtime.minicluster.MiniClusterConfiguration;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.graph.StreamGraph;
import org.apache.flink.util.ExceptionUtils;
import org.vigie.pipeline.count.LocalCounts;
import org.vigie.pipeline.quiet.QuietCluster;

/** A job that runs until it is stopped. */
final class RunningJob {
  private static final Duration RETRY = Duration.ofMillis(100);

  /** Seconds in which what ran a job closes; one that hangs doesn't keep what the job came to. */
  private static final long CLOSING = 30;

  /**
   * What a savepoint ends with that is asked for while the last steps start. Flink begins its
   * periodic checkpoints when the first step runs and again when all do; the second time calls off
   * what is under way, savepoints too (FLINK-34519).
   */
  private static final Set<CheckpointFailureReason> TOO_EARLY =
      EnumSet.of(
          CheckpointFailureReason.NOT_ALL_REQUIRED_TASKS_RUNNING,
          CheckpointFailureReason.CHECKPOINT_COORDINATOR_SUSPEND);

  private static final String NAME = "vigie";

  /** A setting of Pekko's, which Flink has no name for; Pekko reads it when it is first used. */
  private static final String TICK = "pekko.scheduler.tick-duration";

  /**
   * How often the clocks of Flink's two actor systems tick. At Pekko's own hundredth of a second
   * they woke a waiting job two hundred times a second, for timers of minutes.
   */
  private static final Duration TICKS = Duration.ofMillis(100);

  /** The same in a job that mostly waits. It begins and ends a second later for it. */
  private static final Duration SELDOM_TICKS = Duration.ofMillis(500);

  private final JobClient job;
  private final Supplier<CompletableFuture<Long>> checkpoints;
  private final Supplier<Map<String, Object>> counted;

  /**
   * What the job comes to, asked for at once since nobody tells after its end, and told once what
   * ran it has closed: a job has ended when its files have.
   */
  private final CompletableFuture<JobExecutionResult> ended;

  /** A job elsewhere, which takes its checkpoints by itself and isn't followed from here. */
  RunningJob(JobClient job) {
    this(
        job,
        () -> {
          throw new IllegalStateException("a cluster takes its checkpoints by itself");
        },
        () -> {
          throw new IllegalStateException("what a cluster counts is told by its own pages");
        },
        () -> CompletableFuture.completedFuture(null));
  }

  private RunningJob(
      JobClient job,
      Supplier<CompletableFuture<Long>> checkpoints,
      Supplier<Map<String, Object>> counted,
      Supplier<CompletableFuture<Void>> closing) {
    this.job = job;
    this.checkpoints = checkpoints;
    this.counted = counted;
    CompletableFuture<JobExecutionResult> result = job.getJobExecutionResult();
    ended =
        result
            .handle((unused, failure) -> closing.get().copy().orTimeout(CLOSING, TimeUnit.SECONDS))
            .thenCompose(closed -> closed)
            .handle((unused, failure) -> result)
            .thenCompose(known -> known);
  }

  /**
   * Starts the job that an environment holds in this process.
   *
   * @param settings those of the environment
   * @param isEndless whether it goes on until it is stopped, and so mostly waits
   */
  static RunningJob startHere(
      StreamExecutionEnvironment env, Configuration settings, boolean isEndless)
      throws IOException {
    CompletableFuture<MiniCluster> cluster = new CompletableFuture<>();
    Function<MiniClusterConfiguration, MiniCluster> starter =
        configured -> {
          MiniCluster started = new QuietCluster(configured);
          cluster.complete(started);
          return started;
        };
    if (System.getProperty(TICK) == null) {
      Duration ticks = isEndless ? SELDOM_TICKS : TICKS;
      System.setProperty(TICK, ticks.toMillis() + "ms");
    }
    JobID id = new JobID();
    LocalCounts counts = LocalCounts.of(id);
    Configuration local = new Configuration(settings);
    local.set(DeploymentOptions.TARGET, LocalExecutor.NAME);
    local.set(DeploymentOptions.ATTACHED, true);
    try {
      StreamGraph graph = env.getStreamGraph();
      graph.setJobName(NAME);
      graph.setJobId(id);
      FlinkSettings.network(local, graph);
      JobClient job =
          LocalExecutor.createWithFactory(local, starter)
              .execute(graph, local, RunningJob.class.getClassLoader())
              .get();
      RunningJob running =
          new RunningJob(
              job,
              () -> cluster.join().triggerCheckpoint(id, CheckpointType.CONFIGURED),
              counts::values,
              () -> cluster.join().closeAsync());
      running.ended.whenComplete((result, failure) -> counts.close());
      return running;
    } catch (Exception e) {
      counts.close();
      throw new IOException("the job could not be started: " + rootMessage(e), e);
    }
  }

  /** Begins a checkpoint, and returns what ends with it; only of a job in this process. */
  CompletableFuture<Long> beginCheckpoint() {
    return checkpoints.get();
  }

  /** Starts the job that an environment holds. */
  static RunningJob start(StreamExecutionEnvironment env) throws IOException {
    try {
      return new RunningJob(env.executeAsync(NAME));
    } catch (Exception e) {
      throw new IOException("the job could not be started: " + rootMessage(e), e);
    }
  }

  /** Returns its id, 32 hexadecimal digits. */
  String id() {
    return job.getJobID().toHexString();
  }

  /** Returns what it has counted so far; only of a job in this process. */
  JobCounts counts() {
    return new JobCounts(counted.get());
  }

  /**
   * Returns if the job hasn't ended, which asks nobody.
   *
   * @throws IOException with what ended it if it has
   */
  void requireUnended() throws IOException {
    if (ended.isDone()) {
      requireRunning();
    }
  }

  /**
   * Returns if the job runs.
   *
   * @throws IOException with what ended it if it doesn't
   */
  void requireRunning() throws IOException {
    while (!ended.isDone()) {
      if (!isEnding()) {
        return;
      }
      LockSupport.parkNanos(RETRY.toNanos());
    }
    await(ended); // throws what ended it
    throw new IOException("the job must run until it is stopped, but has finished");
  }

  /** Flink shuts down with its job, and then no longer tells the job's status. */
  private boolean isEnding() throws IOException {
    try {
      JobStatus status = await(job.getJobStatus());
      return status == JobStatus.FAILING || status.isTerminalState();
    } catch (IllegalStateException e) {
      return true;
    }
  }

  /**
   * Saves where it is below a folder, in the form that every state backend reads and with hashes of
   * it, ends it, and returns its final counts.
   *
   * @throws IOException with what ended the job if it failed meanwhile, else with why it can't save
   */
  JobCounts stopWithSavepoint(Path savepoints) throws IOException {
    Files.createDirectories(savepoints);
    String to = savepoints.toUri().toString();
    String state = null;
    while (state == null) {
      try {
        state = await(job.stopWithSavepoint(false, to, SavepointFormatType.CANONICAL));
      } catch (IOException | IllegalStateException e) {
        requireRunning(); // a failing job calls its savepoint off too, which would hide why
        if (!isTooEarly(e)) {
          throw e;
        }
        LockSupport.parkNanos(RETRY.toNanos());
      }
    }
    JobCounts last = new JobCounts(await(ended).getAllAccumulatorResults());
    SavedState.sum(state);
    return last;
  }

  /** Ends it after a failure; one that has ended by itself can't be cancelled, and needn't be. */
  void cancel(Exception failure) {
    try {
      job.cancel();
    } catch (IllegalStateException e) {
      failure.addSuppressed(e);
    }
  }

  /** A short input can be read to its end while later steps still load their models. */
  private static boolean isTooEarly(Throwable failure) {
    return ExceptionUtils.findThrowable(failure, CheckpointException.class)
        .map(CheckpointException::getCheckpointFailureReason)
        .filter(TOO_EARLY::contains)
        .isPresent();
  }

  /** Waits without minding interrupts: a savepoint that is under way is worth waiting for. */
  private static <T> T await(CompletableFuture<T> future) throws IOException {
    boolean interrupted = false;
    try {
      while (true) {
        try {
          return future.get();
        } catch (InterruptedException e) {
          interrupted = true;
        } catch (ExecutionException e) {
          throw failure(e);
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /** A full disk or an unreadable file is the surroundings' fault, anything else is ours. */
  private static IOException failure(ExecutionException thrown) {
    Throwable root = root(thrown);
    if (root instanceof RuntimeException && !(root instanceof UncheckedIOException)) {
      throw new IllegalStateException("the job failed: " + root, thrown);
    }
    return new IOException("the job failed: " + rootMessage(thrown), thrown);
  }

  private static String rootMessage(Throwable thrown) {
    return String.valueOf(root(thrown).getMessage());
  }

  private static Throwable root(Throwable thrown) {
    Throwable root = thrown;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return root;
  }
}
