package org.vigie.cli.command.deconflict;

import java.util.concurrent.Callable;
import org.vigie.files.failure.UserError;
import picocli.CommandLine.Command;

/** {@code vigie deconflict}. */
@Command(
    name = "deconflict",
    description = "Find which contacts another agency holds as well, without showing any other",
    footer = {
      "",
      "One agency asks, the other answers, by files (ask, answer, finish) or over a line between two",
      "consoles (ask, send, finish; listen); the one that asked learns what is shared and which desk",
      "to call, the other one a size. deconflict.yaml of the workspace names the",
      "desk to call here and the partners, by the fingerprints that ./vigie evidence key printed",
      "there and a person there said by telephone:",
      "  desk: 'Trafficking desk, +44 7700 900001'",
      "  per-week: 2048",
      "  partners:",
      "    - name: 'Agency, Exampleland'",
      "      fingerprint: 0123…"
    })
public final class DeconflictCommand implements Callable<Integer> {
  @Override
  public Integer call() {
    throw UserError.ofUsage(
        "deconflict needs to know what to do, but nothing is named; type ./vigie deconflict ask, send, listen, answer or finish");
  }
}
