package org.vigie.pipeline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.vigie.pipeline.alert.Watch;
import org.vigie.pipeline.cluster.ClusterRuling;
import org.vigie.pipeline.index.IndexPlace;
import org.vigie.pipeline.index.ShardFolders;
import org.vigie.pipeline.index.StoredIndex;
import org.vigie.pipeline.index.UnreachableStoreException;
import org.vigie.pipeline.intake.TemplateFolders;
import org.vigie.pipeline.standalone.ClusterFolder;
import org.vigie.pipeline.standalone.StandaloneCluster;
import org.vigie.pipeline.topic.InputTopic;
import org.vigie.pipeline.topic.InputTopics;
import org.vigie.pipeline.topic.TopicEnds;
import org.vigie.pipeline.workspace.Workspace;
import org.vigie.pipeline.workspace.WorkspaceInUseException;
import org.vigie.pipeline.workspace.WorkspaceLock;

/**
 * The job that {@link EmbeddedRun} runs, handed to a cluster, which runs it until it is stopped.
 */
public final class ClusterRun {
  private final Workspace workspace;
  private final RunConfig config;
  private final Watch watch;
  private final TopicEnds ends;
  private final IndexPlace index;
  private final List<ClusterRuling> rulings;

  /**
   * @param rulings what people said of which adverts belong together
   * @param ends topics that are written
   * @param index where the index is written: without a store, in the workspace
   */
  public ClusterRun(
      Workspace workspace,
      RunConfig config,
      Watch watch,
      List<ClusterRuling> rulings,
      TopicEnds ends,
      IndexPlace index) {
    this.rulings = List.copyOf(rulings);
    this.index = index;
    this.workspace = workspace;
    this.config = config;
    this.watch = watch;
    this.ends = ends;
  }

  /**
   * Hands the job to a cluster whose machines all see the workspace, to go on from the last saved
   * state.
   *
   * @param host of its REST interface
   * @param port of it
   * @param readAnew told, before the job starts, how many adverts the workspace's index holds of a
   *     saved state that is gone: all inputs are read again, and the index is made anew
   * @return the job's id
   * @throws WorkspaceInUseException if a run or another job works in the workspace
   * @throws IOException if the cluster doesn't take it
   */
  public String submit(String host, int port, StateBackend backend, LongConsumer readAnew)
      throws IOException {
    try (WorkspaceLock lock = WorkspaceLock.take(workspace)) {
      if (ClusterFolder.of(workspace).hasJob()) {
        throw new WorkspaceInUseException(workspace.root());
      }
      TemplateFolders.of(workspace, config.models()).read();
      Files.createDirectories(workspace.inbox());
      SavedState saved = new SavedState(workspace.state());
      saved.removeIncomplete();
      Optional<Path> from = saved.newest();
      saved.keepOnly(from);
      if (index.store() == null) {
        new ShardFolders(workspace.index(), config.shards()).requireMatch(from.isPresent());
      } else if (from.isPresent()) {
        requireHeld(index.store());
      }
      Configuration flink = FlinkSettings.ofJob(workspace, config, from);
      backend.addTo(flink);
      StreamExecutionEnvironment env =
          StreamExecutionEnvironment.createRemoteEnvironment(host, port, flink);
      env.setParallelism(config.parallelism());
      long lost = new HeldIndex(workspace.index()).advertsWithout(saved);
      if (lost > 0) {
        readAnew.accept(lost);
      }
      AppliedRulings.forget(workspace);
      String job = start(env);
      new StandaloneCluster(workspace).submitted(job);
      return job;
    }
  }

  /**
   * A job that goes on from a state needs the index that goes with it; else it would fail there.
   */
  private static void requireHeld(String store) throws IOException {
    try {
      if (new StoredIndex(store).isEmpty()) {
        throw new IOException(
            "%s must hold the index that goes with the saved state, but holds none; the workspace was read without a store before: submit without one, or begin in another workspace"
                .formatted(store));
      }
    } catch (UnreachableStoreException e) {
      return; // the machines of the cluster may know it
    }
  }

  /**
   * Starts the job in the cluster whose program this process runs, as Flink's own settings there
   * say: it is those, or what deploys them, that name its state.
   *
   * @return the job's id
   */
  public String startHere() throws IOException {
    TemplateFolders.of(workspace, config.models()).read();
    Files.createDirectories(workspace.inbox());
    Configuration flink = new Configuration();
    FlinkSettings.always(flink);
    return start(StreamExecutionEnvironment.getExecutionEnvironment(flink));
  }

  private String start(StreamExecutionEnvironment env) throws IOException {
    env.setMaxParallelism(RunConfig.MAX_PARALLELISM);
    List<InputTopic> topics = new InputTopics(workspace, Clock.systemUTC()).accepted();
    new AdvertJob(workspace, config, watch, rulings, topics, ends, index).build(env);
    return RunningJob.start(env).id();
  }
}
