package org.vigie.cli.command.stream;

import java.util.concurrent.Callable;
import org.vigie.files.failure.UserError;
import picocli.CommandLine.Command;

/** {@code vigie import}. */
@Command(name = "import", description = "Wrap pages saved elsewhere into the workspace's captures")
public final class ImportCommand implements Callable<Integer> {
  @Override
  public Integer call() {
    throw UserError.ofUsage(
        "import needs to know what, but nothing is named; type ./vigie import html DIR");
  }
}
