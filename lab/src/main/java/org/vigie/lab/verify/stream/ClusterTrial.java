package org.vigie.lab.verify.stream;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vigie.pipeline.ClusterRun;
import org.vigie.pipeline.RunConfig;
import org.vigie.pipeline.SeparateRun;
import org.vigie.pipeline.StateBackend;
import org.vigie.pipeline.index.IndexPlace;
import org.vigie.pipeline.intake.Inbox;
import org.vigie.pipeline.intake.InputManifest;
import org.vigie.pipeline.standalone.ClusterPlan;
import org.vigie.pipeline.standalone.ClusterProcess;
import org.vigie.pipeline.standalone.ClusterRecord;
import org.vigie.pipeline.standalone.FlinkRest;
import org.vigie.pipeline.standalone.FreePort;
import org.vigie.pipeline.standalone.StandaloneCluster;
import org.vigie.pipeline.topic.TopicEnds;
import org.vigie.pipeline.workspace.Workspace;

/** A cluster of processes that runs the job of one workspace, and of which some are killed. */
final class ClusterTrial {
  private static final int TASK_MANAGERS = 2;
  private static final String METRICS_PORTS = "9250-9329";
  private static final Duration PATIENCE = Duration.ofMinutes(10);
  private static final Duration POLL = Duration.ofMillis(250);

  private final Workspace workspace;
  private final RunConfig config;
  private final String store;
  private final StandaloneCluster cluster;

  /**
   * @param store URI of a folder to which every shard is copied
   */
  ClusterTrial(Workspace workspace, RunConfig config, String store) {
    this.workspace = workspace;
    this.config = config;
    this.store = store;
    cluster = new StandaloneCluster(workspace);
  }

  /**
   * Starts the cluster, kills some of its processes after the first checkpoint and a while more,
   * starts those again, and saves the job when it has read everything.
   */
  void finish(List<String> victims, int millis) throws IOException, InterruptedException {
    ClusterRecord started =
        cluster.start(new ClusterPlan(TASK_MANAGERS, FreePort.find(), METRICS_PORTS, false));
    try {
      FlinkRest rest = new FlinkRest(started.restPort());
      String job =
          new ClusterRun(
                  workspace,
                  config,
                  SeparateRun.watch(),
                  List.of(),
                  TopicEnds.none(),
                  new IndexPlace(workspace.index().toString(), store))
              .submit("127.0.0.1", started.restPort(), StateBackend.ROCKSDB, anew -> {});
      await(() -> rest.completedCheckpoints(job) > 0, "complete a checkpoint");
      Thread.sleep(millis);
      for (String victim : victims) {
        started.process(victim).ifPresent(ClusterProcess::kill);
      }
      cluster.mend();
      List<InputManifest> inputs = new Inbox(workspace, StreamTrial.CLOCK).accepted();
      await(() -> rest.runs(job) && areRead(inputs, rest.finishedInputs(job)), "read everything");
      // A process that was killed may not be missed yet: then the job can't be saved, and goes on.
      await(this::isSaved, "be saved");
    } catch (IOException | InterruptedException | RuntimeException e) {
      cluster.stop(true);
      throw e;
    }
  }

  private boolean isSaved() throws IOException, InterruptedException {
    return cluster.stop(false).isPresent();
  }

  private static boolean areRead(List<InputManifest> inputs, String finished) {
    return inputs.stream().allMatch(input -> finished.contains(input.id()));
  }

  /** What is asked of a cluster, which may not answer while it recovers. */
  private interface Question {
    boolean ask() throws IOException, InterruptedException;
  }

  private static void await(Question question, String what)
      throws IOException, InterruptedException {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    @Nullable IOException last = null;
    while (System.nanoTime() < deadline) {
      try {
        if (question.ask()) {
          return;
        }
      } catch (IOException e) {
        last = e;
      }
      Thread.sleep(POLL.toMillis());
    }
    throw new IOException("the job must " + what + " within " + PATIENCE + ", but doesn't", last);
  }
}
