package org.vigie.cli.command.workspace;

import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.vigie.advert.Alert;
import org.vigie.casework.delivery.AlertView;
import org.vigie.casework.environment.Environment;
import org.vigie.casework.render.AlertWords;
import org.vigie.casework.render.Style;
import org.vigie.cli.command.option.DemoWorkspace;
import org.vigie.cli.command.option.Screen;
import org.vigie.cli.command.option.WorkspaceOption;
import org.vigie.cli.command.read.Telling;
import org.vigie.crawler.CrawlReport;
import org.vigie.pipeline.RunReport;
import org.vigie.pipeline.workspace.Workspace;
import org.vigie.search.AdvertIndex;
import org.vigie.text.safe.Words;

/** What a person reads after the demo: counts, seconds per stage, the top alerts, what to try. */
final class DemoSummary {
  private static final int TOP_ALERTS = 5;

  private final Environment environment;
  private final Workspace workspace;
  private final Screen screen;
  private final Style style;
  private final Map<String, Duration> stages = new LinkedHashMap<>();
  private Instant stageStart;

  /**
   * @param screen which shows what was found
   */
  DemoSummary(Environment environment, Workspace workspace, Screen screen) {
    this.environment = environment;
    this.workspace = workspace;
    this.screen = screen;
    style = new Style(environment.colours());
    stageStart = environment.clock().instant();
  }

  /** Ends a stage, which began when the one before ended. */
  void stage(String name) {
    Instant now = environment.clock().instant();
    stages.put(name, Duration.between(stageStart, now));
    stageStart = now;
  }

  void print(CrawlReport crawl, RunReport run, DemoSurfaces surfaces) throws IOException {
    PrintStream out = environment.out();
    out.println(style.heading("WHAT WAS DONE"));
    count("pages captured", crawl.progress().fetched());
    count("of which without an advert", run.progress().records().pagesWithoutAdvert());
    count("URLs not allowed", crawl.progress().disallowed());
    count("adverts read", run.progress().records().adverts());
    count("of which repeats", run.progress().records().repeats());
    count("different adverts", run.index().adverts());
    count("clusters", run.index().clusters());
    count("alerts", run.index().alerts());
    count("dead letters", run.progress().records().deadLetters());
    stages.forEach((name, took) -> out.printf("  %-34s %8s%n", name, Words.seconds(took)));
    run.busy().entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(stage ->
            out.printf(
                "    of which %-25s %8s%n",
                stage.getKey().label(), Words.seconds(stage.getValue())));
    out.println();
    try (AdvertIndex index = AdvertIndex.open(workspace.index())) {
      out.println(style.heading("ONE CAMPAIGN ON OTHER SURFACES (joined by its phone number)"));
      screen.show(surfaces.lines(index));
      out.println();
      out.println(style.heading("TOP ALERTS (leads to look at, not verdicts)"));
      List<Alert> alerts = index.alerts(TOP_ALERTS);
      screen.show(
          new AlertView(style, AlertWords.english())
              .lines(alerts, Telling.of(index, alerts, Locale.ENGLISH)));
    }
    next(out);
  }

  private void count(String name, long number) {
    environment.out().printf("  %-34s %8s%n", name, Words.number(number));
  }

  private void next(PrintStream out) {
    String shown = environment.shown(workspace.root());
    boolean foundUnnamed =
        shown.equals(DemoWorkspace.DEFAULT) && WorkspaceOption.leadsToTheDemo(environment);
    String option = foundUnnamed ? "" : " --workspace '" + shown + "'";
    out.println();
    out.println(
        "What was planted: "
            + environment.shown(DemoTruth.file(workspace))
            + ". Everything in it is invented.");
    out.println("Next:");
    out.println("  ./vigie alerts" + option);
    out.println("  ./vigie search 'passport'" + option);
    out.println("  ./vigie search 'phone:06 39 98 00 01'" + option);
    out.println("  ./vigie show ID" + option + "     with an id from the search");
    out.println("  ./vigie cluster ID" + option + "  with a c-… id from an alert");
  }
}
