package org.vigie.pipeline;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.CoreOptions;
import org.apache.flink.configuration.ExecutionOptions;
import org.apache.flink.configuration.ExternalizedCheckpointRetention;
import org.apache.flink.configuration.HeartbeatManagerOptions;
import org.apache.flink.configuration.JobManagerOptions;
import org.apache.flink.configuration.MemorySize;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.ResourceManagerOptions;
import org.apache.flink.configuration.RestOptions;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.configuration.StateRecoveryOptions;
import org.apache.flink.configuration.TaskManagerOptions;
import org.apache.flink.core.execution.RecoveryClaimMode;
import org.apache.flink.streaming.api.graph.StreamGraph;
import org.vigie.pipeline.metric.MetricsPage;
import org.vigie.pipeline.state.SparingCheckpoints;
import org.vigie.pipeline.workspace.Workspace;

/** The settings of Flink for a job inside this process. */
final class FlinkSettings {
  private static final String LOOPBACK = "127.0.0.1";

  /**
   * Far above what a large state takes on a slow disk: a checkpoint that is given up ends the run.
   */
  private static final Duration CHECKPOINT_TIMEOUT = Duration.ofHours(1);

  /** Blocks and write buffers of all operators, beside the heap. */
  private static final MemorySize ROCKSDB_MEMORY = MemorySize.ofMebiBytes(256);

  /**
   * How often a job in this process takes a checkpoint though nothing was counted: {@link
   * NeededCheckpoints} take all that are needed.
   */
  private static final Duration UNASKED_CHECKPOINTS = Duration.ofMinutes(10);

  /**
   * The same where shards lie in a store, since a job learns with it of another that claimed them,
   * and where figures are served.
   */
  private static final Duration OFTEN_UNASKED = Duration.ofSeconds(20);

  /**
   * How often each reader looks whether it has become idle, which it is after ten seconds: at
   * Flink's own fifth of a second these looks woke a waiting job more than its inputs did.
   */
  private static final Duration IDLENESS_LOOKED_AT = Duration.ofSeconds(1);

  /**
   * How often the parts of a job in this process tell each other that they live: they end together,
   * and so it tells nothing. A machine that slept must not end the job for it.
   */
  private static final Duration HEARTBEATS = Duration.ofMinutes(5);

  private static final Duration UNHEARD = Duration.ofHours(1);

  private FlinkSettings() {}

  /**
   * Returns the settings.
   *
   * @param workspace where state is kept
   * @param config how to run
   * @param from the state to go on from, which the job then owns; empty to start afresh
   * @param metricsPort where figures are served, on loopback; empty for nowhere
   */
  static Configuration of(
      Workspace workspace, RunConfig config, Optional<Path> from, OptionalInt metricsPort) {
    Configuration flink = ofJob(workspace, config, from);
    flink.set(CheckpointingOptions.CHECKPOINTING_INTERVAL, UNASKED_CHECKPOINTS);
    // A failure is shown and the same command goes on: trying again unseen would hide a full disk.
    flink.set(RestartStrategyOptions.RESTART_STRATEGY, "none");
    flink.set(PipelineOptions.AUTO_WATERMARK_INTERVAL, IDLENESS_LOOKED_AT);
    rest(flink);
    config.stateBackend().addTo(flink);
    flink.set(
        TaskManagerOptions.MANAGED_MEMORY_SIZE,
        config.stateBackend() == StateBackend.ROCKSDB
            ? ROCKSDB_MEMORY
            : MemorySize.ofMebiBytes(16));
    flink.set(CheckpointingOptions.CHECKPOINT_STORAGE, SparingCheckpoints.Factory.class.getName());
    listenOnLoopback(flink);
    metricsPort.ifPresent(port -> MetricsPage.at(port).addTo(flink));
    flink.set(CoreOptions.TMP_DIRS, temporary(workspace).toString());
    return flink;
  }

  /**
   * Sets what else would wake a job that waits, and what would wait for its slow clock at first.
   */
  private static void rest(Configuration flink) {
    flink.set(HeartbeatManagerOptions.HEARTBEAT_INTERVAL, HEARTBEATS);
    flink.set(HeartbeatManagerOptions.HEARTBEAT_TIMEOUT, UNHEARD);
    flink.set(ResourceManagerOptions.REQUIREMENTS_CHECK_DELAY, Duration.ZERO);
    flink.set(ResourceManagerOptions.DECLARE_NEEDED_RESOURCE_DELAY, Duration.ZERO);
  }

  /** Gives the ways of a job between its threads what {@link NetworkMemory} tells. */
  static void network(Configuration flink, StreamGraph graph) {
    MemorySize memory = NetworkMemory.of(graph);
    flink.set(TaskManagerOptions.MEMORY_SEGMENT_SIZE, new MemorySize(NetworkMemory.BUFFER));
    flink.set(TaskManagerOptions.NETWORK_MEMORY_MIN, memory);
    flink.set(TaskManagerOptions.NETWORK_MEMORY_MAX, memory);
  }

  /** Lets a job take checkpoints some times a minute though nothing was counted. */
  static void checkpointUnasked(Configuration flink) {
    flink.set(CheckpointingOptions.CHECKPOINTING_INTERVAL, OFTEN_UNASKED);
  }

  /**
   * Lets records wait until a buffer is full or a checkpoint comes, which takes all of them along:
   * where nothing is seen of a record before the checkpoint after it, nobody waits for it earlier.
   * Else each way from step to step has a thread that sends what there is ten times a second, and a
   * job has some fifty of them.
   */
  static void sendAtCheckpoints(Configuration flink) {
    flink.set(ExecutionOptions.BUFFER_TIMEOUT_ENABLED, false);
  }

  /** Returns the settings of the job alone, wherever it runs. */
  static Configuration ofJob(Workspace workspace, RunConfig config, Optional<Path> from) {
    Configuration flink = new Configuration();
    checkpoints(flink, new SavedState(workspace.state()), config);
    from.ifPresent(path -> {
      flink.set(StateRecoveryOptions.SAVEPOINT_PATH, path.toUri().toString());
      flink.set(StateRecoveryOptions.RESTORE_MODE, RecoveryClaimMode.CLAIM);
      // A topic that is written no longer leaves its sink's state behind. Topics that are read are
      // part of each later job, since the workspace names them.
      flink.set(StateRecoveryOptions.SAVEPOINT_IGNORE_UNCLAIMED_STATE, true);
    });
    always(flink);
    return flink;
  }

  /**
   * Adds what holds of the job whoever runs it: no record falls back to Kryo, and since none ever
   * changes, steps of one thread hand them on as they are.
   */
  static void always(Configuration flink) {
    flink.set(PipelineOptions.GENERIC_TYPES, false);
    flink.set(PipelineOptions.OBJECT_REUSE, true);
  }

  /** Nobody outside this machine may reach the job: it runs what it is sent. */
  private static void listenOnLoopback(Configuration flink) {
    flink.set(RestOptions.BIND_ADDRESS, LOOPBACK);
    flink.set(RestOptions.ADDRESS, LOOPBACK);
    flink.set(RestOptions.BIND_PORT, "0");
    flink.set(JobManagerOptions.BIND_HOST, LOOPBACK);
    flink.set(JobManagerOptions.ADDRESS, LOOPBACK);
    flink.set(TaskManagerOptions.BIND_HOST, LOOPBACK);
    flink.set(TaskManagerOptions.HOST, LOOPBACK);
  }

  /** Returns the folder of what Flink needs only while it runs. */
  static Path temporary(Workspace workspace) {
    return workspace.state().resolve("tmp");
  }

  private static void checkpoints(Configuration flink, SavedState saved, RunConfig config) {
    flink.set(CheckpointingOptions.CHECKPOINTING_INTERVAL, config.checkpointInterval());
    flink.set(CheckpointingOptions.CHECKPOINTING_TIMEOUT, CHECKPOINT_TIMEOUT);
    flink.set(CheckpointingOptions.CHECKPOINTS_DIRECTORY, saved.checkpoints().toUri().toString());
    flink.set(
        CheckpointingOptions.EXTERNALIZED_CHECKPOINT_RETENTION,
        ExternalizedCheckpointRetention.RETAIN_ON_CANCELLATION);
  }
}
