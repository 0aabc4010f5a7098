package org.vigie.cli.command.seeds;

import java.util.concurrent.Callable;
import org.vigie.casework.environment.Environment;
import org.vigie.files.failure.Exit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code vigie seeds approve}. */
@Command(
    name = "approve",
    description = "Approve a proposed seed, so that a crawl may start from it")
public final class SeedsApproveCommand implements Callable<Integer> {
  private final Environment environment;

  @Mixin private SeedDecision decision = new SeedDecision();

  public SeedsApproveCommand(Environment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() throws Exception {
    decision.decide(environment, true);
    return Exit.OK.code();
  }
}
