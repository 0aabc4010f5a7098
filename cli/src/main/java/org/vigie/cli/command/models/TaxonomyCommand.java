package org.vigie.cli.command.models;

import java.util.concurrent.Callable;
import org.vigie.files.failure.UserError;
import picocli.CommandLine.Command;

/** {@code vigie taxonomy}. */
@Command(name = "taxonomy", description = "List, show or export the published indicators")
public final class TaxonomyCommand implements Callable<Integer> {
  @Override
  public Integer call() {
    throw UserError.ofUsage(
        "taxonomy needs to know what, but nothing is named; type ./vigie taxonomy list");
  }
}
