package org.vigie.console.command;

import java.util.concurrent.Callable;
import org.vigie.console.failure.Exit;
import org.vigie.console.failure.Refusal;
import org.vigie.console.surroundings.Surroundings;
import org.vigie.crawler.status.CrawlStatus.Phase;
import org.vigie.pipeline.workspace.Workspace;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code vigie crawl pause}. */
@Command(
    name = "pause",
    description = "Let the running crawl of a workspace pause",
    footer = {
      "",
      "Requests under way end, and no further ones are made. It stays paused if it is stopped and",
      "started again, until ./vigie crawl resume."
    })
final class CrawlPauseCommand implements Callable<Integer> {
  private final Surroundings surroundings;

  @Mixin private WorkspaceOption workspaceOption = new WorkspaceOption();

  CrawlPauseCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() throws Exception {
    Workspace workspace = workspaceOption.in(surroundings);
    RunningCrawl crawl = new RunningCrawl(surroundings, workspace);
    if (!crawl.runs()) {
      throw Refusal.ofInput(
          "a crawl must run in %s to be paused, but none does"
              .formatted(surroundings.shown(workspace.root())));
    }
    crawl.pause().wish();
    surroundings
        .out()
        .println(
            crawl.await(Phase.PAUSED)
                ? "The crawl is paused; ./vigie crawl resume lets it go on."
                : "The crawl was asked to pause, but hasn't said yet that it does.");
    return Exit.OK.code();
  }
}
