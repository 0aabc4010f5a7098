package org.vigie.cli.command.crawl;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.vigie.advert.Mandate;
import org.vigie.capture.extract.output.AdvertSink;
import org.vigie.casework.environment.Environment;
import org.vigie.casework.render.Style;
import org.vigie.cli.progress.CleanStop;
import org.vigie.cli.progress.Display;
import org.vigie.cli.render.CrawlStatusView;
import org.vigie.crawler.Crawl;
import org.vigie.crawler.CrawlConfig;
import org.vigie.crawler.CrawlOutlets;
import org.vigie.crawler.CrawlPlan;
import org.vigie.crawler.CrawlProgress;
import org.vigie.crawler.CrawlReport;
import org.vigie.crawler.frontier.FrontierLimits;
import org.vigie.crawler.metrics.CrawlMetrics;
import org.vigie.crawler.shared.SharedCrawl;
import org.vigie.crawler.shared.SharedFrontier;
import org.vigie.crawler.status.CrawlStatus;
import org.vigie.crawler.status.CrawlStatus.Phase;
import org.vigie.pipeline.workspace.Workspace;
import org.vigie.text.safe.Words;

/** A crawl into a workspace's captures, with its progress shown and Ctrl-C heeded. */
public final class CrawlStep {
  /** With the bar below, they fit into a small terminal. */
  private static final int HOSTS_SHOWN = 10;

  private final Environment environment;
  private final boolean quiet;
  private final @Nullable SharedCrawl part;
  private final CrawlStatusView view = new CrawlStatusView(new Style(false));
  private final AtomicReference<@Nullable CrawlStatus> last = new AtomicReference<>();

  public CrawlStep(Environment environment, boolean quiet) {
    this(environment, quiet, null);
  }

  /**
   * @param part in a crawl that other processes share; null if it is this process's alone
   */
  CrawlStep(Environment environment, boolean quiet, @Nullable SharedCrawl part) {
    this.environment = environment;
    this.quiet = quiet;
    this.part = part;
  }

  /** Crawls as a plan says. */
  public CrawlReport run(
      Workspace workspace,
      CrawlConfig config,
      CrawlPlan plan,
      AdvertSink adverts,
      CrawlMetrics metrics)
      throws IOException, InterruptedException {
    try (CleanStop stop = CleanStop.of(environment, "the same command goes on with the crawl");
        Display display = Display.of(environment, quiet, "pages", Display.Unit.PAGES)) {
      CrawlOutlets outlets = new CrawlOutlets(adverts, metrics, status -> show(display, status));
      Mandate first = plan.seeds().getFirst().mandate();
      Crawl crawl = new Crawl(config, first, workspace.captures(), environment.clock(), outlets);
      Consumer<CrawlProgress> onProgress =
          progress ->
              display.show(
                  progress.fetched(), progress.fetched() + progress.waiting(), detail(progress));
      return part == null
          ? crawl.run(plan, onProgress)
          : share(part, crawl, workspace, config, plan, onProgress);
    }
  }

  private CrawlReport share(
      SharedCrawl part,
      Crawl crawl,
      Workspace workspace,
      CrawlConfig config,
      CrawlPlan plan,
      Consumer<CrawlProgress> onProgress)
      throws IOException, InterruptedException {
    FrontierLimits limits =
        FrontierLimits.of(config.maxPages(), config.threads(), plan.keepsGoing());
    try (SharedFrontier frontier =
        SharedFrontier.open(
            Crawl.frontierOf(workspace.captures()),
            part,
            config.hostDelay(),
            limits,
            environment.clock())) {
      return crawl.run(plan, frontier, onProgress);
    }
  }

  private void show(Display display, CrawlStatus status) {
    CrawlStatus before = last.getAndSet(status);
    boolean wasPaused = before != null && before.phase() == Phase.PAUSED;
    if (status.phase() == Phase.PAUSED && !wasPaused) {
      display.say("vigie: the crawl is paused; ./vigie crawl resume lets it go on");
    } else if (status.phase() == Phase.RUNNING && wasPaused) {
      display.say("vigie: the crawl goes on");
    }
    display.table(view.hosts(status, HOSTS_SHOWN));
  }

  private String detail(CrawlProgress progress) {
    CrawlStatus status = last.get();
    String counts =
        "%s waiting, %s failed, %s not allowed"
            .formatted(
                Words.number(progress.waiting()),
                Words.number(progress.failed()),
                Words.number(progress.disallowed()));
    if (status == null) {
      return counts;
    }
    return "%s, %s; hosts: %s%s"
        .formatted(
            counts,
            Words.count(status.totals().adverts(), "advert", "adverts"),
            CrawlStatusView.states(status),
            status.phase() == Phase.PAUSED ? "; paused" : "");
  }
}
