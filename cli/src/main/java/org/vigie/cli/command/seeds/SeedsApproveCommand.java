package org.vigie.cli.command.seeds;

import java.util.concurrent.Callable;
import org.vigie.casework.environment.Environment;
import org.vigie.cli.command.read.Reading;
import org.vigie.files.failure.Exit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code vigie seeds approve}. */
@Command(
    name = "approve",
    description = "Approve a proposed seed, so that a crawl may start from it")
public final class SeedsApproveCommand implements Callable<Integer> {
  private final Environment environment;

  @Parameters(paramLabel = "SEED", description = "Its id, such as s-0123456789abcdef0123")
  private String seed = "";

  @Option(
      names = "--why",
      paramLabel = "TEXT",
      required = true,
      description = "The grounds, which are kept with the decision; name nobody")
  private String why = "";

  @Mixin private Reading reading = new Reading();

  public SeedsApproveCommand(Environment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() throws Exception {
    new SeedDecision(environment, reading, true).on(seed, why);
    return Exit.OK.code();
  }
}
