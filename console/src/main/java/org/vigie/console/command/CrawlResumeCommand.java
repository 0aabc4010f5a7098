package org.vigie.console.command;

import java.util.concurrent.Callable;
import org.vigie.console.failure.Exit;
import org.vigie.console.failure.Refusal;
import org.vigie.console.surroundings.Surroundings;
import org.vigie.crawler.status.CrawlStatus.Phase;
import org.vigie.pipeline.workspace.Workspace;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code vigie crawl resume}. */
@Command(name = "resume", description = "Let the paused crawl of a workspace go on")
final class CrawlResumeCommand implements Callable<Integer> {
  private final Surroundings surroundings;

  @Mixin private WorkspaceOption workspaceOption = new WorkspaceOption();

  CrawlResumeCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() throws Exception {
    Workspace workspace = workspaceOption.in(surroundings);
    RunningCrawl crawl = new RunningCrawl(surroundings, workspace);
    boolean wished = crawl.pause().takeBack();
    surroundings.out().println(told(workspace, crawl, wished));
    return Exit.OK.code();
  }

  private String told(Workspace workspace, RunningCrawl crawl, boolean wished) throws Exception {
    if (!crawl.runs()) {
      if (!wished) {
        throw Refusal.ofInput(
            "a crawl must be paused in %s to go on, but none is"
                .formatted(surroundings.shown(workspace.root())));
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
