package org.vigie.pipeline;

import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.vigie.files.owner.FolderTree;
import org.vigie.pipeline.alert.Watch;
import org.vigie.pipeline.cluster.ClusterRuling;
import org.vigie.pipeline.fault.StreamFailpoint;
import org.vigie.pipeline.index.IndexPlace;
import org.vigie.pipeline.index.ShardFolders;
import org.vigie.pipeline.intake.TemplateFolders;
import org.vigie.pipeline.metric.MetricsPage;
import org.vigie.pipeline.plugin.PluginSet;
import org.vigie.pipeline.standalone.ClusterFolder;
import org.vigie.pipeline.topic.TopicEnds;
import org.vigie.pipeline.workspace.Workspace;
import org.vigie.pipeline.workspace.WorkspaceInUseException;
import org.vigie.pipeline.workspace.WorkspaceLock;

/**
 * Runs the job on this machine until every accepted input is read, from where it last stopped.
 *
 * <p>A run ends with a savepoint, and a killed one leaves its last checkpoint: the next goes on
 * from the newer of them, with the index as it was there.
 */
public final class EmbeddedRun {
  private final Workspace workspace;
  private final RunConfig config;
  private final Watch watch;
  private final TopicEnds ends;
  private final OptionalInt metricsPort;
  private final List<ClusterRuling> rulings;
  private final PluginSet plugins;
  private final IndexPlace index;
  private final SavedState saved;

  public EmbeddedRun(Workspace workspace, RunConfig config, Watch watch) {
    this(workspace, config, watch, TopicEnds.none());
  }

  /**
   * @param ends topics that are written, and how to reach those that the workspace reads
   */
  public EmbeddedRun(Workspace workspace, RunConfig config, Watch watch, TopicEnds ends) {
    this(workspace, config, watch, ends, OptionalInt.empty());
  }

  /**
   * @param metricsPort where Prometheus reads figures while the job runs, on loopback; empty for
   *     nowhere
   */
  public EmbeddedRun(
      Workspace workspace, RunConfig config, Watch watch, TopicEnds ends, OptionalInt metricsPort) {
    this(
        workspace,
        config,
        watch,
        ends,
        metricsPort,
        List.of(),
        IndexPlace.on(workspace.index()),
        PluginSet.none());
  }

  private EmbeddedRun(
      Workspace workspace,
      RunConfig config,
      Watch watch,
      TopicEnds ends,
      OptionalInt metricsPort,
      List<ClusterRuling> rulings,
      IndexPlace index,
      PluginSet plugins) {
    this.plugins = plugins;
    this.rulings = List.copyOf(rulings);
    this.index = index;
    this.metricsPort = metricsPort;
    this.ends = ends;
    this.workspace = workspace;
    this.config = config;
    this.watch = watch;
    saved = new SavedState(workspace.state());
  }

  /**
   * Returns a run that keeps to what people said of which adverts belong together; rulings that
   * were given to a run before and aren't now are undone.
   */
  public EmbeddedRun keepingTo(List<ClusterRuling> said) {
    return new EmbeddedRun(workspace, config, watch, ends, metricsPort, said, index, plugins);
  }

  /**
   * Returns a run that copies every shard to a store too, as a job on a cluster does, and takes
   * from there those that this machine hasn't.
   *
   * @param store URI of the folder, which all later runs of the workspace must name
   */
  public EmbeddedRun copyingTo(String store) {
    IndexPlace copied = new IndexPlace(workspace.index().toString(), store);
    return new EmbeddedRun(workspace, config, watch, ends, metricsPort, rulings, copied, plugins);
  }

  /** Returns a run that asks plug-ins of others for adverts of pages, and for fields to add. */
  public EmbeddedRun asking(PluginSet others) {
    return new EmbeddedRun(workspace, config, watch, ends, metricsPort, rulings, index, others);
  }

  /**
   * Runs until every accepted input is read; if the workspace reads topics, which have no end,
   * until the thread is interrupted.
   *
   * @param onProgress told a few times a second
   * @throws org.vigie.pipeline.workspace.WorkspaceInUseException if another run holds the workspace
   * @throws UnusableWorkspaceException if the index doesn't go with the saved state or the
   *     configuration, or a site template can't be read
   * @throws InterruptedException if the thread is interrupted: what was read so far is saved first
   * @throws IOException if the job fails; what was read up to the last checkpoint is saved
   */
  public RunReport run(Consumer<RunProgress> onProgress) throws IOException, InterruptedException {
    return run(onProgress, () -> false);
  }

  /**
   * Runs as {@link #run(Consumer)} does; if the workspace reads topics, at most until there is
   * enough. Then all is saved, as at any end, and the next run goes on from there.
   *
   * @param enough asked a few times a second, once all steps of the job work
   */
  public RunReport run(Consumer<RunProgress> onProgress, BooleanSupplier enough)
      throws IOException, InterruptedException {
    return run(onProgress, enough, false);
  }

  /**
   * Runs until the thread is interrupted, reading what the inbox accepts meanwhile, and throws what
   * {@link #run(Consumer)} throws.
   */
  public void watch(Consumer<RunProgress> onProgress) throws IOException, InterruptedException {
    watch(onProgress, () -> false);
  }

  /**
   * Runs as {@link #watch(Consumer)} does, at most until there is enough. Then all is saved, as at
   * any end, and the next run goes on from there.
   *
   * @param enough asked a few times a second, once all steps of the job work
   */
  public RunReport watch(Consumer<RunProgress> onProgress, BooleanSupplier enough)
      throws IOException, InterruptedException {
    return run(onProgress, enough, true);
  }

  private RunReport run(Consumer<RunProgress> onProgress, BooleanSupplier enough, boolean watches)
      throws IOException, InterruptedException {
    long start = System.nanoTime();
    try (WorkspaceLock lock = WorkspaceLock.take(workspace)) {
      if (ClusterFolder.of(workspace).hasJob()) {
        throw new WorkspaceInUseException(workspace.root());
      }
      RunInputs inputs = RunInputs.of(workspace, watches);
      boolean ruled = inputs.accepted().isEmpty() || AppliedRulings.read(workspace).areOf(rulings);
      boolean here = inputs.accepted().isEmpty() || shards().areThere();
      boolean idle = inputs.open().isEmpty() && !inputs.isEndless() && ruled && here;
      long readAnew = idle ? 0 : held().advertsWithout(saved);
      JobCounts counts =
          idle
              ? JobCounts.none()
              : run(inputs, enough, progress -> onProgress.accept(progress.anew(readAnew)));
      Duration took = Duration.ofNanos(System.nanoTime() - start);
      return new RunReport(
          inputs.open().size(),
          counts.progress(inputs.open()).anew(readAnew),
          counts.late(),
          counts.busy(),
          held().counts(),
          took);
    } catch (ClosedByInterruptException e) {
      // Files are only at work here before the job starts and after it is saved.
      Thread.interrupted();
      throw (InterruptedException) new InterruptedException("interrupted at a file").initCause(e);
    }
  }

  private JobCounts run(RunInputs inputs, BooleanSupplier enough, Consumer<RunProgress> onProgress)
      throws IOException, InterruptedException {
    TemplateFolders.of(workspace, config.models()).read();
    if (metricsPort.isPresent()) {
      MetricsPage.requireFree(metricsPort.getAsInt());
    }
    // What a killed run left there serves nobody; state on disk may be large.
    FolderTree.delete(FlinkSettings.temporary(workspace));
    Files.createDirectories(FlinkSettings.temporary(workspace));
    Files.createDirectories(workspace.inbox()); // which is watched before anything was accepted
    saved.removeIncomplete();
    Optional<Path> from = saved.newest();
    StreamFailpoint.STATE_CHOSEN.reach();
    saved.keepOnly(from);
    if (index.store() == null) {
      shards().requireMatch(from.isPresent());
    }
    AppliedRulings.forget(workspace);
    JobCounts last = follow(start(from, inputs), inputs, enough, onProgress);
    if (inputs.isEndless() && metricsPort.isPresent()) {
      // Flink lets go of it after its job, and the next run may need it.
      MetricsPage.awaitFree(metricsPort.getAsInt());
    }
    return last;
  }

  private RunningJob start(Optional<Path> from, RunInputs inputs) throws IOException {
    int most = config.parallelism();
    int readers = inputs.isEndless() ? most : Math.clamp(inputs.open().size(), 1, most);
    Configuration settings = FlinkSettings.of(workspace, config, from, metricsPort);
    boolean hasPage = metricsPort.isPresent(); // which shows records as they pass
    if (index.store() != null || hasPage) {
      FlinkSettings.checkpointUnasked(settings);
    }
    if (inputs.topics().isEmpty() && ends.alerts().isEmpty() && !hasPage) {
      FlinkSettings.sendAtCheckpoints(settings);
    }
    StreamExecutionEnvironment env =
        StreamExecutionEnvironment.createLocalEnvironment(config.parallelism(), settings);
    env.setMaxParallelism(RunConfig.MAX_PARALLELISM);
    new AdvertJob(workspace, config, watch, rulings, inputs.topics(), ends, index, plugins)
        .build(env, readers);
    return RunningJob.startHere(env, settings, inputs.isEndless());
  }

  private JobCounts follow(
      RunningJob job, RunInputs inputs, BooleanSupplier enough, Consumer<RunProgress> onProgress)
      throws IOException, InterruptedException {
    try {
      return untilItEnds(job, inputs, enough, onProgress);
    } catch (InterruptedException e) {
      job.stopWithSavepoint(saved.savepoints());
      throw e;
    } catch (IOException | RuntimeException e) {
      job.cancel(e);
      throw e;
    }
  }

  private JobCounts untilItEnds(
      RunningJob job, RunInputs inputs, BooleanSupplier enough, Consumer<RunProgress> onProgress)
      throws IOException, InterruptedException {
    long poll = inputs.poll(config).toMillis();
    NeededCheckpoints checkpoints =
        new NeededCheckpoints(config.checkpointInterval(), System::nanoTime, job::beginCheckpoint);
    while (true) {
      JobCounts counts = job.counts();
      onProgress.accept(counts.progress(inputs.open()));
      if (!inputs.isEndless() && inputs.isDone(counts.finishedInputs())) {
        Set<String> finished = counts.finishedInputs();
        JobCounts last = job.stopWithSavepoint(saved.savepoints());
        StreamFailpoint.SAVEPOINT_TAKEN.reach();
        FinishedInputs.write(workspace, finished);
        AppliedRulings.write(workspace, rulings);
        return last;
      }
      if (inputs.isEndless() && counts.areOfAllSteps() && enough.getAsBoolean()) {
        return job.stopWithSavepoint(saved.savepoints());
      }
      job.requireUnended();
      if (counts.areOfAllSteps()) {
        checkpoints.look(counts.things());
      }
      Thread.sleep(poll);
    }
  }

  private HeldIndex held() {
    return new HeldIndex(workspace.index());
  }

  private ShardFolders shards() {
    return new ShardFolders(workspace.index(), config.shards());
  }
}
