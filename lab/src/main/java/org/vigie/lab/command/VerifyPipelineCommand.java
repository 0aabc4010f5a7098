package org.vigie.lab.command;

import java.util.List;
import org.vigie.casework.environment.Environment;
import org.vigie.lab.verify.Check;
import picocli.CommandLine.Command;

/** {@code vigie verify pipeline}. */
@Command(
    name = "pipeline",
    description =
        "Put what is promised of the stream to the test: runs are killed, stopped, rescaled",
    footer = {
      "",
      "Each run reads invented adverts in processes of its own, and must find what an undisturbed",
      "run finds; Lucene checks the index after each fault. The same seed draws the same adverts and",
      "faults; the operating system decides where a kill then falls. 200 runs take hours."
    })
final class VerifyPipelineCommand extends VerifyPartCommand {
  VerifyPipelineCommand(Environment environment, List<Check> checks) {
    super(environment, "pipeline", checks);
  }
}
