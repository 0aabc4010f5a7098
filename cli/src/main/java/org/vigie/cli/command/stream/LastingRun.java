package org.vigie.cli.command.stream;

import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import org.vigie.casework.models.ApprovedModels;
import org.vigie.pipeline.EmbeddedRun;
import org.vigie.pipeline.RunConfig;
import org.vigie.pipeline.RunProgress;
import org.vigie.pipeline.RunReport;
import org.vigie.pipeline.intake.TemplateFolders;
import org.vigie.pipeline.plugin.PluginSet;
import org.vigie.pipeline.topic.TopicEnds;
import org.vigie.pipeline.workspace.Workspace;
import org.vigie.pipeline.workspace.WorkspaceInUseException;

/**
 * The stream as {@code vigie run} starts it. Where it has no end, it takes up what people ask for
 * meanwhile.
 *
 * @param approved must hold of the models whenever the stream starts anew
 * @param ends topics that are written
 * @param metricsPort where Prometheus reads figures; empty for nowhere
 * @param plugins what of others reads pages and adds fields
 */
record LastingRun(
    Workspace workspace,
    RunConfig config,
    ApprovedModels approved,
    TopicEnds ends,
    OptionalInt metricsPort,
    PluginSet plugins) {
  private static final Duration WAIT = Duration.ofSeconds(1);

  /** One of the ways in which a run goes on until it ends by itself or there is enough. */
  @FunctionalInterface
  interface Way {
    RunReport go(EmbeddedRun run, Consumer<RunProgress> onProgress, BooleanSupplier enough)
        throws IOException, InterruptedException;
  }

  /** Runs again and again, each time with what people ask for by then, until a run ends itself. */
  RunReport go(Way way, Consumer<RunProgress> onProgress, Consumer<String> say)
      throws IOException, InterruptedException {
    ChangedRequests requests = new ChangedRequests(workspace, source(), say, System::nanoTime);
    Requests asked = requests.current();
    RunReport report = way.go(keepingTo(asked), onProgress, requests);
    while (!requests.current().equals(asked)) {
      say.accept("taking up what people ask for now");
      asked = requests.current();
      report = anew(way, asked, onProgress, requests, say);
    }
    return report;
  }

  /** Between two runs another command may take the workspace, such as one that erases. */
  private RunReport anew(
      Way way,
      Requests asked,
      Consumer<RunProgress> onProgress,
      BooleanSupplier enough,
      Consumer<String> say)
      throws IOException, InterruptedException {
    for (boolean isFirst = true; ; isFirst = false) {
      try {
        return way.go(keepingTo(asked), onProgress, enough);
      } catch (WorkspaceInUseException e) {
        if (isFirst) {
          say.accept("another command holds the workspace; the stream goes on after it");
        }
        Thread.sleep(WAIT.toMillis());
      }
    }
  }

  private EmbeddedRun keepingTo(Requests asked) throws IOException, InterruptedException {
    try {
      TopicEnds shown = ends.withholding(asked.withheldFrom(workspace));
      return new EmbeddedRun(workspace, config, asked.watched(), shown, metricsPort)
          .keepingTo(asked.rulings())
          .asking(plugins);
    } catch (ClosedByInterruptException e) {
      Thread.interrupted();
      throw (InterruptedException) new InterruptedException("interrupted at a file").initCause(e);
    }
  }

  /** Reads what is asked for, once all else is such that a run could start. */
  private Requests.Source source() {
    Map<String, List<String>> known = new HashMap<>();
    return () -> {
      approved.require(config.models());
      TemplateFolders.of(workspace, config.models()).read();
      // Finding contacts loads models: for each text as typed once.
      Function<String, List<String>> finder = new ContactKeysIn(config.models());
      Requests asked = Requests.of(workspace, config, text -> known.computeIfAbsent(text, finder));
      return ends.alerts().isPresent() ? asked : asked.withoutRestrictions();
    };
  }
}
