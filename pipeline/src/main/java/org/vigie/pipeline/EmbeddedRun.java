package org.vigie.pipeline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.apache.flink.api.common.JobStatus;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.CoreOptions;
import org.apache.flink.configuration.ExternalizedCheckpointRetention;
import org.apache.flink.configuration.HeartbeatManagerOptions;
import org.apache.flink.configuration.MemorySize;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.RestOptions;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.configuration.StateRecoveryOptions;
import org.apache.flink.configuration.TaskManagerOptions;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.core.execution.RecoveryClaimMode;
import org.apache.flink.core.execution.SavepointFormatType;
import org.apache.flink.runtime.checkpoint.CheckpointException;
import org.apache.flink.runtime.checkpoint.CheckpointFailureReason;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.util.ExceptionUtils;
import org.jspecify.annotations.Nullable;
import org.vigie.pipeline.alert.MatchStoredQueries;
import org.vigie.pipeline.cluster.DetectRepeats;
import org.vigie.pipeline.cluster.JoinClusters;
import org.vigie.pipeline.intake.Inbox;
import org.vigie.pipeline.intake.InputManifest;
import org.vigie.pipeline.intake.SortIntake;
import org.vigie.pipeline.workspace.Workspace;
import org.vigie.pipeline.workspace.WorkspaceLock;
import org.vigie.search.AdvertIndex;
import org.vigie.search.IndexCounts;
import org.vigie.search.StoredQuery;

/**
 * Runs the job on this machine until every accepted input is read, from where it last stopped.
 *
 * <p>A run ends with a savepoint, and a killed one leaves its last checkpoint: the next goes on
 * from the newer of them, with the index as it was there.
 */
public final class EmbeddedRun {
  private static final Duration POLL = Duration.ofMillis(250);

  private final Workspace workspace;
  private final RunConfig config;
  private final List<StoredQuery> queries;
  private final SavedState saved;

  public EmbeddedRun(Workspace workspace, RunConfig config, List<StoredQuery> queries) {
    this.workspace = workspace;
    this.config = config;
    this.queries = List.copyOf(queries);
    saved = new SavedState(workspace.state());
  }

  /**
   * Runs until every accepted input is read.
   *
   * @param onProgress told a few times a second
   * @throws org.vigie.pipeline.workspace.WorkspaceInUseException if another run holds the workspace
   * @throws InterruptedException if the thread is interrupted: what was read so far is saved first
   * @throws IOException if the job fails; what was read up to the last checkpoint is saved
   */
  public RunReport run(Consumer<RunProgress> onProgress) throws IOException, InterruptedException {
    long start = System.nanoTime();
    try (WorkspaceLock lock = WorkspaceLock.take(workspace)) {
      List<InputManifest> inputs = new Inbox(workspace, Clock.systemUTC()).accepted();
      FinishedInputs finished = FinishedInputs.read(workspace);
      List<InputManifest> open = finished.openAmong(inputs);
      Run run = open.isEmpty() ? new Run(0, RunProgress.none()) : run(inputs, onProgress);
      return new RunReport(
          run.inputs(), run.progress(), counts(), Duration.ofNanos(System.nanoTime() - start));
    }
  }

  private record Run(int inputs, RunProgress progress) {}

  private Run run(List<InputManifest> inputs, Consumer<RunProgress> onProgress)
      throws IOException, InterruptedException {
    Files.createDirectories(AdvertJob.tmp(workspace));
    saved.removeIncomplete();
    Optional<Path> from = saved.newest();
    saved.keepOnly(from);
    StreamExecutionEnvironment env =
        StreamExecutionEnvironment.createLocalEnvironment(
            config.parallelism(), configuration(from));
    env.setMaxParallelism(RunConfig.MAX_PARALLELISM);
    new AdvertJob(workspace, config, queries).build(env);
    JobClient job = start(env);
    try {
      return follow(job, inputs, onProgress);
    } catch (InterruptedException e) {
      stopWithSavepoint(job);
      throw e;
    } catch (IOException | RuntimeException e) {
      cancel(job, e);
      throw e;
    }
  }

  /**
   * Ends a job after a failure; one that has ended by itself can't be cancelled, and needn't be.
   */
  private static void cancel(JobClient job, Exception failure) {
    try {
      job.cancel();
    } catch (IllegalStateException e) {
      failure.addSuppressed(e);
    }
  }

  private Run follow(JobClient job, List<InputManifest> inputs, Consumer<RunProgress> onProgress)
      throws IOException, InterruptedException {
    @Nullable Set<String> before = null;
    while (true) {
      Map<String, Object> counts = accumulators(job);
      Set<String> finished = finishedIn(counts);
      if (before == null && !counts.isEmpty()) {
        before = finished;
      }
      Set<String> known = before == null ? Set.of() : before;
      List<InputManifest> open = inputs.stream().filter(i -> !known.contains(i.id())).toList();
      RunProgress progress = progress(counts, open);
      onProgress.accept(progress);
      if (before != null && inputs.stream().allMatch(i -> finished.contains(i.id()))) {
        Map<String, Object> finalCounts = stopWithSavepoint(job);
        FinishedInputs.write(workspace, finished);
        return new Run(open.size(), progress(finalCounts, open));
      }
      requireRunning(job);
      Thread.sleep(POLL.toMillis());
    }
  }

  /** Stops a job where it is, and returns its final accumulators. */
  private Map<String, Object> stopWithSavepoint(JobClient job) throws IOException {
    Files.createDirectories(saved.savepoints());
    while (true) {
      try {
        await(
            job.stopWithSavepoint(
                false, saved.savepoints().toUri().toString(), SavepointFormatType.NATIVE));
        return await(job.getJobExecutionResult()).getAllAccumulatorResults();
      } catch (IOException e) {
        if (!isTooEarly(e)) {
          throw e;
        }
        requireRunning(job);
        LockSupport.parkNanos(
            POLL.toNanos()); // unlike a sleep, not cut short for good by an interrupt
      }
    }
  }

  /** A short input can be read to its end while later steps still load their models. */
  private static boolean isTooEarly(Throwable failure) {
    return ExceptionUtils.findThrowable(failure, CheckpointException.class)
        .map(CheckpointException::getCheckpointFailureReason)
        .filter(CheckpointFailureReason.NOT_ALL_REQUIRED_TASKS_RUNNING::equals)
        .isPresent();
  }

  private static RunProgress progress(Map<String, Object> counts, List<InputManifest> open) {
    long total = open.stream().mapToLong(InputManifest::bytes).sum();
    return new RunProgress(
        Math.min(total, count(counts, SortIntake.BYTES)),
        total,
        count(counts, SortIntake.ADVERTS),
        count(counts, DetectRepeats.REPEATS),
        count(counts, SortIntake.DEAD),
        count(counts, JoinClusters.ALERTS) + count(counts, MatchStoredQueries.ALERTS));
  }

  private static long count(Map<String, Object> counts, String name) {
    return counts.get(name) instanceof Long value ? value : 0;
  }

  private static Set<String> finishedIn(Map<String, Object> counts) {
    Set<String> finished = new HashSet<>();
    if (counts.get(SortIntake.FINISHED) instanceof List<?> ids) {
      ids.forEach(id -> finished.add((String) id));
    }
    return finished;
  }

  private static Map<String, Object> accumulators(JobClient job) throws IOException {
    return await(job.getAccumulators());
  }

  private static void requireRunning(JobClient job) throws IOException {
    JobStatus status = await(job.getJobStatus());
    if (status.isTerminalState()) {
      await(job.getJobExecutionResult()); // throws what ended it
      throw new IOException("the job must run until it is stopped, but is " + status);
    }
  }

  private static JobClient start(StreamExecutionEnvironment env) throws IOException {
    try {
      return env.executeAsync("vigie");
    } catch (Exception e) {
      throw new IOException("the job could not be started: " + e.getMessage(), e);
    }
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
          throw new IOException("the job failed: " + rootMessage(e), e);
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private static String rootMessage(Throwable thrown) {
    Throwable root = thrown;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return String.valueOf(root.getMessage());
  }

  private IndexCounts counts() throws IOException {
    try (AdvertIndex index = AdvertIndex.open(workspace.index())) {
      return index.counts();
    }
  }

  private Configuration configuration(Optional<Path> from) {
    Configuration flink = new Configuration();
    flink.set(CheckpointingOptions.CHECKPOINTING_INTERVAL, config.checkpointInterval());
    flink.set(CheckpointingOptions.CHECKPOINTS_DIRECTORY, saved.checkpoints().toUri().toString());
    flink.set(
        CheckpointingOptions.EXTERNALIZED_CHECKPOINT_RETENTION,
        ExternalizedCheckpointRetention.RETAIN_ON_CANCELLATION);
    from.ifPresent(path -> {
      flink.set(StateRecoveryOptions.SAVEPOINT_PATH, path.toUri().toString());
      flink.set(StateRecoveryOptions.RESTORE_MODE, RecoveryClaimMode.CLAIM);
    });
    flink.set(RestartStrategyOptions.RESTART_STRATEGY, "none");
    flink.set(PipelineOptions.GENERIC_TYPES, false);
    // Accumulators travel with heartbeats; the progress display lives on them.
    flink.set(HeartbeatManagerOptions.HEARTBEAT_INTERVAL, Duration.ofMillis(250));
    flink.set(TaskManagerOptions.NETWORK_MEMORY_MAX, MemorySize.ofMebiBytes(64));
    flink.set(TaskManagerOptions.NETWORK_MEMORY_MIN, MemorySize.ofMebiBytes(64));
    flink.set(TaskManagerOptions.MANAGED_MEMORY_SIZE, MemorySize.ofMebiBytes(16));
    flink.set(RestOptions.BIND_ADDRESS, "127.0.0.1");
    flink.set(RestOptions.ADDRESS, "127.0.0.1");
    flink.set(RestOptions.BIND_PORT, "0");
    flink.set(CoreOptions.TMP_DIRS, AdvertJob.tmp(workspace).toString());
    return flink;
  }
}
