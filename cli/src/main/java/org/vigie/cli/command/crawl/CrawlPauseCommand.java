package org.vigie.cli.command.crawl;

import org.vigie.casework.environment.Environment;
import org.vigie.crawler.status.CrawlStatus.Phase;
import org.vigie.files.failure.UserError;
import picocli.CommandLine.Command;

/** {@code vigie crawl pause}. */
@Command(
    name = "pause",
    description = "Let the running crawl of a workspace pause",
    footer = {
      "",
      "Requests under way end, and no further ones are made. It stays paused if it is stopped and",
      "started again, until ./vigie crawl resume."
    })
public final class CrawlPauseCommand extends RunningCrawlCommand {
  public CrawlPauseCommand(Environment environment) {
    super(environment);
  }

  @Override
  String ask(RunningCrawl crawl) throws Exception {
    if (!crawl.runs()) {
      throw UserError.ofInput(
          "a crawl must run in %s to be paused, but none does".formatted(crawl.place()));
    }
    crawl.pause().wish();
    return crawl.await(Phase.PAUSED)
        ? "The crawl is paused; ./vigie crawl resume lets it go on."
        : "The crawl was asked to pause, but hasn't said yet that it does.";
  }
}
