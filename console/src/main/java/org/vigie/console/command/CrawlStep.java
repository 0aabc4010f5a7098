package org.vigie.console.command;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import org.vigie.advert.Mandate;
import org.vigie.console.progress.CleanStop;
import org.vigie.console.progress.Display;
import org.vigie.console.render.Words;
import org.vigie.console.surroundings.Surroundings;
import org.vigie.crawler.Crawl;
import org.vigie.crawler.CrawlConfig;
import org.vigie.crawler.CrawlProgress;
import org.vigie.crawler.CrawlReport;
import org.vigie.pipeline.workspace.Workspace;

/** A crawl into a workspace's captures, with its progress shown and Ctrl-C heeded. */
final class CrawlStep {
  private final Surroundings surroundings;
  private final boolean quiet;

  CrawlStep(Surroundings surroundings, boolean quiet) {
    this.surroundings = surroundings;
    this.quiet = quiet;
  }

  CrawlReport run(Workspace workspace, CrawlConfig config, Mandate mandate, List<URI> seeds)
      throws IOException, InterruptedException {
    try (CleanStop stop = CleanStop.of(surroundings, "the same command goes on with the crawl");
        Display display = Display.of(surroundings, quiet, "pages", Display.Unit.PAGES)) {
      return new Crawl(config, mandate, workspace.captures(), surroundings.clock())
          .run(
              seeds,
              progress ->
                  display.show(
                      progress.fetched(),
                      progress.fetched() + progress.waiting(),
                      detail(progress)));
    }
  }

  private static String detail(CrawlProgress progress) {
    return "%s waiting, %s failed, %s not allowed"
        .formatted(
            Words.number(progress.waiting()),
            Words.number(progress.failed()),
            Words.number(progress.disallowed()));
  }
}
