package org.vigie.pipeline;

import java.nio.file.Path;
import java.time.Duration;
import org.vigie.pipeline.state.Horizon;

/**
 * How to run the stream.
 *
 * @param models folder of lexicons, taxonomy and models
 * @param parallelism parallel instances of each step, from 1 to {@link #MAX_PARALLELISM}
 * @param shards index shards, fixed for the life of a workspace, at least 1
 * @param checkpointInterval time between two checkpoints, at least 10 ms
 * @param grouping how adverts become leads
 * @param horizon how long texts are remembered
 * @param stateBackend where state is kept while a run inside this process works; a cluster's job is
 *     told at its submission
 */
public record RunConfig(
    Path models,
    int parallelism,
    int shards,
    Duration checkpointInterval,
    GroupingConfig grouping,
    Horizon horizon,
    StateBackend stateBackend) {
  /** Fixed, because state is dealt by it. */
  public static final int MAX_PARALLELISM = 128;

  public RunConfig {
    if (parallelism < 1 || parallelism > MAX_PARALLELISM) {
      throw new IllegalArgumentException(
          "parallelism must be from 1 to " + MAX_PARALLELISM + ", but was " + parallelism);
    }
    if (shards < 1) {
      throw new IllegalArgumentException("shards must be at least 1, but was " + shards);
    }
    if (checkpointInterval.toMillis() < 10) {
      throw new IllegalArgumentException(
          "checkpointInterval must be at least 10 ms, but was " + checkpointInterval);
    }
  }

  /** A run that keeps its state on the heap. */
  public RunConfig(
      Path models,
      int parallelism,
      int shards,
      Duration checkpointInterval,
      GroupingConfig grouping,
      Horizon horizon) {
    this(models, parallelism, shards, checkpointInterval, grouping, horizon, StateBackend.HASHMAP);
  }

  /** Returns the same with models of another folder. */
  public RunConfig with(Path others) {
    return new RunConfig(
        others, parallelism, shards, checkpointInterval, grouping, horizon, stateBackend);
  }

  /** Returns the same with another horizon. */
  public RunConfig with(Horizon other) {
    return new RunConfig(
        models, parallelism, shards, checkpointInterval, grouping, other, stateBackend);
  }

  /** Returns the same with state kept elsewhere. */
  public RunConfig with(StateBackend backend) {
    return new RunConfig(
        models, parallelism, shards, checkpointInterval, grouping, horizon, backend);
  }

  /** Returns two instances, four shards and a checkpoint every five seconds. */
  public static RunConfig defaults(Path models) {
    return new RunConfig(
        models, 2, 4, Duration.ofSeconds(5), GroupingConfig.defaults(), Horizon.defaults());
  }
}
