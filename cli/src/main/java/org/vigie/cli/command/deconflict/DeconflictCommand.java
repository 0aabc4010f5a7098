package org.vigie.cli.command.deconflict;

import java.util.concurrent.Callable;
import org.vigie.casework.environment.Environment;
import org.vigie.files.failure.UserError;
import picocli.CommandLine;
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
  /** Returns the command with what it can do. */
  public static CommandLine commandLine(Environment environment) {
    return new CommandLine(new DeconflictCommand())
        .addSubcommand(new DeconflictAskCommand(environment))
        .addSubcommand(new DeconflictSendCommand(environment))
        .addSubcommand(new DeconflictListenCommand(environment))
        .addSubcommand(new DeconflictAnswerCommand(environment))
        .addSubcommand(new DeconflictFinishCommand(environment));
  }

  @Override
  public Integer call() {
    throw UserError.ofUsage(
        "deconflict needs to know what to do, but nothing is named; type ./vigie deconflict ask, send, listen, answer or finish");
  }
}
