package org.vigie.lab.command;

import java.util.List;
import org.vigie.casework.environment.Environment;
import org.vigie.lab.verify.Check;
import picocli.CommandLine.Command;

/** {@code vigie verify crawler}. */
@Command(
    name = "crawler",
    description = "Put what is promised of the crawler to the test, against a world on loopback",
    footer = {
      "",
      "Nothing outside this machine is asked. 200 runs are the full size. The same seed draws the",
      "same hosts, files and waiting times; the operating system decides where a kill then falls."
    })
final class VerifyCrawlerCommand extends VerifyPartCommand {
  VerifyCrawlerCommand(Environment environment, List<Check> checks) {
    super(environment, "crawler", checks);
  }
}
