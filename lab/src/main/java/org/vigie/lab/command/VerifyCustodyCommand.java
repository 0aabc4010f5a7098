package org.vigie.lab.command;

import java.util.List;
import org.vigie.casework.environment.Environment;
import org.vigie.lab.verify.Check;
import picocli.CommandLine.Command;

/** {@code vigie verify custody}. */
@Command(
    name = "custody",
    description = "Put what is promised of log, backups, budgets and the door to the test",
    footer = {"", "Nothing outside this machine is asked. 1000 runs are the full size."})
final class VerifyCustodyCommand extends VerifyPartCommand {
  VerifyCustodyCommand(Environment environment, List<Check> checks) {
    super(environment, "custody", checks);
  }
}
