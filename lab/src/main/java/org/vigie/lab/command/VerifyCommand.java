package org.vigie.lab.command;

import java.util.concurrent.Callable;
import org.vigie.files.failure.UserError;
import picocli.CommandLine.Command;

/** {@code vigie verify}. */
@Command(name = "verify", description = "Put the promises of a part to the test at length")
final class VerifyCommand implements Callable<Integer> {
  @Override
  public Integer call() {
    throw UserError.ofUsage(
        "verify needs a part, crawler, pipeline, surfaces, pictures, signs, custody, exchange or house, but none is named;"
            + " type ./vigie verify crawler --runs 20");
  }
}
