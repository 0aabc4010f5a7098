package org.vigie.lab.command;

import java.util.concurrent.Callable;
import org.vigie.files.failure.UserError;
import picocli.CommandLine.Command;

/** {@code vigie bench}. */
@Command(name = "bench", description = "Measure a part under load, on this machine")
final class BenchCommand implements Callable<Integer> {
  @Override
  public Integer call() {
    throw UserError.ofUsage(
        "bench needs a part, such as console or pipeline, but none is named; lab/bench/ has a script"
            + " for each but console");
  }
}
