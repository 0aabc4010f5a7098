package org.vigie.cli.command;

import java.util.concurrent.Callable;
import org.vigie.files.failure.UserError;
import picocli.CommandLine.Command;

/** {@code vigie test}, which the launcher carries out: it needs the sources, not the program. */
@Command(
    name = "test",
    description = "Build everything and run every test (Maven's verify)",
    footer = {"", "Further words go to Maven, such as ./vigie test -pl search -am"})
final class TestCommand implements Callable<Integer> {
  @Override
  public Integer call() {
    throw UserError.ofUsage("test must be started by the launcher, but wasn't; type ./vigie test");
  }
}
