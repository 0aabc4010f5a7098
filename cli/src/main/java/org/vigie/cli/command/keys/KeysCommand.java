package org.vigie.cli.command.keys;

import java.util.concurrent.Callable;
import org.vigie.files.failure.UserError;
import picocli.CommandLine.Command;

/** {@code vigie keys}. */
@Command(
    name = "keys",
    description = "Change a workspace's keys, and give them into the hands of several people",
    footer = {
      "",
      "Rotation and splitting need a second admin's yes, on the page of accounts; each goes into the",
      "audit log. A rotation that was killed goes on when it is typed again."
    })
public final class KeysCommand implements Callable<Integer> {
  @Override
  public Integer call() {
    throw UserError.ofUsage(
        "keys needs to know what to do, but nothing is named; type ./vigie keys --help");
  }
}
