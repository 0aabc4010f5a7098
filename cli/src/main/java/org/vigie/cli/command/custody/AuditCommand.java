package org.vigie.cli.command.custody;

import java.util.concurrent.Callable;
import org.vigie.files.failure.UserError;
import picocli.CommandLine.Command;

/** {@code vigie audit}. */
@Command(name = "audit", description = "Look after the log of who did what and why")
public final class AuditCommand implements Callable<Integer> {
  @Override
  public Integer call() {
    throw UserError.ofUsage(
        "audit needs to know what to do, but nothing is named; type ./vigie audit verify or ./vigie audit who-saw ID");
  }
}
