package org.vigie.lab.command;

import java.util.List;
import org.vigie.casework.environment.Environment;
import org.vigie.lab.verify.Check;
import picocli.CommandLine.Command;

/** {@code vigie verify exchange}. */
@Command(
    name = "exchange",
    description =
        "Put what is promised of packages, formats, deconfliction and figures to the test",
    footer = {
      "",
      "Nothing outside this machine is asked. Authorities' schemas are read where VIGIE_SHARED says,",
      "else from ../shared; those that are absent are named. 100 runs are the full size, but for",
      "guessing and deconfliction-speed: 1000, a million contacts a side."
    })
final class VerifyExchangeCommand extends VerifyPartCommand {
  VerifyExchangeCommand(Environment environment, List<Check> checks) {
    super(environment, "exchange", checks);
  }
}
