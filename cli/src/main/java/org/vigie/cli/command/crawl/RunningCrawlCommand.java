package org.vigie.cli.command.crawl;

import java.util.concurrent.Callable;
import org.vigie.casework.environment.Environment;
import org.vigie.cli.command.option.WorkspaceOption;
import org.vigie.files.failure.Exit;
import org.vigie.files.failure.UserError;
import org.vigie.pipeline.workspace.Workspace;
import picocli.CommandLine.Mixin;

/** A command that asks something of the crawl of a workspace, and tells what came of it. */
abstract class RunningCrawlCommand implements Callable<Integer> {
  private final Environment environment;

  @Mixin private WorkspaceOption workspaceOption = new WorkspaceOption();

  RunningCrawlCommand(Environment environment) {
    this.environment = environment;
  }

  /**
   * Asks, and returns what came of it, in a sentence.
   *
   * @throws UserError if the crawl is in no state to be asked
   */
  abstract String ask(RunningCrawl crawl) throws Exception;

  @Override
  public Integer call() throws Exception {
    Workspace workspace = workspaceOption.in(environment);
    environment.out().println(ask(new RunningCrawl(environment, workspace)));
    return Exit.OK.code();
  }
}
