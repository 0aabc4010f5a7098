package org.vigie.console.command;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.vigie.console.casework.Rulings;
import org.vigie.console.casework.SavedSearches;
import org.vigie.console.config.StoredQueryFile;
import org.vigie.console.config.WatchlistFile;
import org.vigie.console.progress.CleanStop;
import org.vigie.console.progress.Display;
import org.vigie.console.render.Words;
import org.vigie.console.surroundings.Surroundings;
import org.vigie.pipeline.EmbeddedRun;
import org.vigie.pipeline.RunConfig;
import org.vigie.pipeline.RunProgress;
import org.vigie.pipeline.RunReport;
import org.vigie.pipeline.alert.Watch;
import org.vigie.pipeline.cluster.ClusterRuling;
import org.vigie.pipeline.intake.FolderWatch;
import org.vigie.pipeline.topic.TopicEnds;
import org.vigie.pipeline.workspace.Workspace;
import org.vigie.search.StoredQuery;

/**
 * The stream over all accepted inputs, with its progress shown and Ctrl-C heeded. Whether its
 * models are approved, who starts it must have asked.
 */
final class StreamStep {
  private final Surroundings surroundings;
  private final boolean quiet;

  StreamStep(Surroundings surroundings, boolean quiet) {
    this.surroundings = surroundings;
    this.quiet = quiet;
  }

  RunReport run(Workspace workspace, RunConfig config, String takeUp)
      throws IOException, InterruptedException {
    return run(workspace, config, TopicEnds.none(), OptionalInt.empty(), takeUp);
  }

  /**
   * @param metricsPort where Prometheus reads figures; empty for nowhere
   */
  RunReport run(
      Workspace workspace, RunConfig config, TopicEnds ends, OptionalInt metricsPort, String takeUp)
      throws IOException, InterruptedException {
    return run(
        workspace,
        config,
        watch(workspace, config),
        Rulings.storedIn(workspace.desk()),
        ends,
        metricsPort,
        takeUp);
  }

  /** Runs with what is watched, which needn't be what the workspace itself asks for. */
  RunReport run(
      Workspace workspace,
      RunConfig config,
      Watch watched,
      List<ClusterRuling> rulings,
      TopicEnds ends,
      OptionalInt metricsPort,
      String takeUp)
      throws IOException, InterruptedException {
    try (CleanStop stop = CleanStop.of(surroundings, takeUp);
        Display display = Display.of(surroundings, quiet, "adverts", Display.Unit.BYTES)) {
      return new EmbeddedRun(workspace, config, watched, ends, metricsPort)
          .keepingTo(rulings)
          .run(progress ->
              display.show(progress.bytesRead(), progress.bytesTotal(), detail(progress)));
    }
  }

  /**
   * Runs until Ctrl-C, and looks into folders meanwhile.
   *
   * @param watch looked through every two seconds, by a thread of its own
   */
  void watch(
      Workspace workspace,
      RunConfig config,
      TopicEnds ends,
      OptionalInt metricsPort,
      String takeUp,
      Runnable watch)
      throws IOException, InterruptedException {
    try (CleanStop stop = CleanStop.of(surroundings, takeUp);
        ScheduledExecutorService looking = Executors.newSingleThreadScheduledExecutor();
        Display display = Display.of(surroundings, quiet, "adverts", Display.Unit.BYTES)) {
      long every = FolderWatch.QUIET.toMillis();
      Future<?> looked = looking.scheduleWithFixedDelay(watch, every, every, TimeUnit.MILLISECONDS);
      try {
        new EmbeddedRun(workspace, config, watch(workspace, config), ends, metricsPort)
            .keepingTo(Rulings.storedIn(workspace.desk()))
            .watch(progress ->
                display.show(progress.bytesRead(), progress.bytesTotal(), detail(progress)));
      } finally {
        looked.cancel(false);
        looking.shutdown();
      }
    }
  }

  /** Returns all that people of a workspace asked to be told of. */
  static Watch watch(Workspace workspace, RunConfig config) throws IOException {
    Function<String, List<String>> contacts = new ContactKeysIn(config.models());
    return new Watch(
        queries(workspace),
        new WatchlistFile(config.nearDuplicates(), contacts).read(workspace.watchlist()));
  }

  /** Returns what the workspace's file lists, and what people saved in the console. */
  private static List<StoredQuery> queries(Workspace workspace) throws IOException {
    List<StoredQuery> queries = new ArrayList<>(StoredQueryFile.read(workspace.queries()));
    queries.addAll(SavedSearches.storedIn(workspace.desk()));
    StoredQueryFile.requireUnderstood(queries, "queries.yaml and saved searches");
    return queries;
  }

  private static String detail(RunProgress progress) {
    return "%s, %s, %s"
        .formatted(
            Words.count(progress.adverts(), "advert", "adverts"),
            Words.count(progress.deadLetters(), "dead letter", "dead letters"),
            Words.count(progress.alerts(), "alert", "alerts"));
  }
}
