package org.vigie.cli.command.stream;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.vigie.casework.environment.Environment;
import org.vigie.cli.progress.CleanStop;
import org.vigie.cli.progress.Display;
import org.vigie.pipeline.EmbeddedRun;
import org.vigie.pipeline.RunConfig;
import org.vigie.pipeline.RunProgress;
import org.vigie.pipeline.RunReport;
import org.vigie.pipeline.intake.FolderWatch;
import org.vigie.pipeline.plugin.PluginSet;
import org.vigie.pipeline.workspace.Workspace;
import org.vigie.text.safe.Words;

/**
 * The stream over all accepted inputs, with its progress shown and Ctrl-C heeded. Whether its
 * models are approved, who starts it must have asked.
 */
public final class StreamStep {
  private final Environment environment;
  private final boolean quiet;

  public StreamStep(Environment environment, boolean quiet) {
    this.environment = environment;
    this.quiet = quiet;
  }

  /** Runs until all is read, with what people of the workspace ask for. */
  public RunReport run(Workspace workspace, RunConfig config, String takeUp)
      throws IOException, InterruptedException {
    return run(workspace, config, Requests.of(workspace, config), PluginSet.none(), takeUp);
  }

  /** Runs until all is read, with requests that needn't be those of the workspace itself. */
  RunReport run(
      Workspace workspace, RunConfig config, Requests asked, PluginSet plugins, String takeUp)
      throws IOException, InterruptedException {
    try (CleanStop stop = CleanStop.of(environment, takeUp);
        Display display = display()) {
      return new EmbeddedRun(workspace, config, asked.watched())
          .keepingTo(asked.rulings())
          .asking(plugins)
          .run(shown(config.models(), display));
    }
  }

  /** Runs until all is read or, if the workspace reads topics, until Ctrl-C. */
  RunReport run(LastingRun run, String takeUp) throws IOException, InterruptedException {
    try (CleanStop stop = CleanStop.of(environment, takeUp);
        Display display = display()) {
      return run.go(EmbeddedRun::run, shown(run.config().models(), display), display::say);
    }
  }

  /**
   * Runs until Ctrl-C, and looks into folders meanwhile.
   *
   * @param folders looked through every two seconds, by a thread of its own
   */
  void watch(LastingRun run, String takeUp, Runnable folders)
      throws IOException, InterruptedException {
    try (CleanStop stop = CleanStop.of(environment, takeUp);
        ScheduledExecutorService looking = Executors.newSingleThreadScheduledExecutor();
        Display display = display()) {
      long every = FolderWatch.QUIET.toMillis();
      Future<?> looked =
          looking.scheduleWithFixedDelay(folders, every, every, TimeUnit.MILLISECONDS);
      try {
        run.go(EmbeddedRun::watch, shown(run.config().models(), display), display::say);
      } finally {
        looked.cancel(false);
        looking.shutdown();
      }
    }
  }

  private Display display() {
    return Display.of(environment, quiet, "adverts", Display.Unit.BYTES);
  }

  private Consumer<RunProgress> shown(Path models, Display display) {
    LostState lost = new LostState();
    if (quiet) { // nobody reads how far it is, twice a second for weeks
      return progress -> lost.line(progress).ifPresent(display::say);
    }
    ModelWait wait = new ModelWait(environment, models);
    return progress -> {
      lost.line(progress).ifPresent(display::say);
      wait.line(progress).ifPresent(display::say);
      display.show(progress.bytesRead(), progress.bytesTotal(), detail(progress));
    };
  }

  private static String detail(RunProgress progress) {
    return "%s, %s, %s"
        .formatted(
            Words.count(progress.records().adverts(), "advert", "adverts"),
            Words.count(progress.records().deadLetters(), "dead letter", "dead letters"),
            Words.count(progress.alerts(), "alert", "alerts"));
  }
}
