package org.vigie.cli.command.crawl;

import org.vigie.casework.environment.Environment;
import org.vigie.crawler.status.CrawlStatus.Phase;
import org.vigie.files.failure.UserError;
import picocli.CommandLine.Command;

/** {@code vigie crawl resume}. */
@Command(name = "resume", description = "Let the paused crawl of a workspace go on")
public final class CrawlResumeCommand extends RunningCrawlCommand {
  public CrawlResumeCommand(Environment environment) {
    super(environment);
  }

  @Override
  String ask(RunningCrawl crawl) throws Exception {
    boolean wished = crawl.pause().takeBack();
    if (!crawl.runs()) {
      if (!wished) {
        throw UserError.ofInput(
            "a crawl must be paused in %s to go on, but none is".formatted(crawl.place()));
      }
      return "No crawl runs now; the next one will not begin paused.";
    }
    if (!wished) {
      return "The crawl was not paused; it goes on.";
    }
    return crawl.await(Phase.RUNNING)
        ? "The crawl goes on."
        : "The crawl was asked to go on, but hasn't said yet that it does.";
  }
}
