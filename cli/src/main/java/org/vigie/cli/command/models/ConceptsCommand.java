package org.vigie.cli.command.models;

import java.util.concurrent.Callable;
import org.vigie.files.failure.UserError;
import picocli.CommandLine.Command;

/** {@code vigie concepts}. */
@Command(
    name = "concepts",
    description = "List, try, compare, count or propose the word forms by which signs are read")
public final class ConceptsCommand implements Callable<Integer> {
  @Override
  public Integer call() {
    throw UserError.ofUsage(
        "concepts needs to know what, but nothing is named; type ./vigie concepts coverage");
  }
}
