package org.vigie.cli.command.seeds;

import java.util.concurrent.Callable;
import org.vigie.casework.environment.Environment;
import org.vigie.files.failure.Exit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code vigie seeds decline}. */
@Command(name = "decline", description = "Decline a proposed seed, which isn't proposed again")
public final class SeedsDeclineCommand implements Callable<Integer> {
  private final Environment environment;

  @Mixin private SeedDecision decision = new SeedDecision();

  public SeedsDeclineCommand(Environment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() throws Exception {
    decision.decide(environment, false);
    return Exit.OK.code();
  }
}
