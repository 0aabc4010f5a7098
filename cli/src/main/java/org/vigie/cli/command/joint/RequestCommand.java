package org.vigie.cli.command.joint;

import java.util.concurrent.Callable;
import org.vigie.casework.environment.Environment;
import org.vigie.files.failure.UserError;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code vigie request}. */
@Command(
    name = "request",
    description = "Ask a partner about a case, and answer, by signed and encrypted files",
    footer = {
      "",
      "One agency asks (make), the other opens the question, has evidence granted and answers; each",
      "may withdraw what it sent. Letters are files: send them as you like, or from console to",
      "console (line, listen, send). Partners stand in",
      "deconflict.yaml (./vigie deconflict --help). Once, on both sides:",
      "  ./vigie evidence key",
      "  ./vigie request key",
      "Tell each other the fingerprints by telephone; send the certificate exchange/reader.pem."
    })
public final class RequestCommand implements Callable<Integer> {
  /** Returns the command with what it can do. */
  public static CommandLine commandLine(Environment environment) {
    return new CommandLine(new RequestCommand())
        .addSubcommand(new RequestKeyCommand(environment))
        .addSubcommand(new RequestMakeCommand(environment))
        .addSubcommand(new RequestOpenCommand(environment))
        .addSubcommand(new RequestShowCommand(environment))
        .addSubcommand(new RequestAnswerCommand(environment))
        .addSubcommand(new RequestWithdrawCommand(environment))
        .addSubcommand(new RequestLineCommand(environment))
        .addSubcommand(new RequestListenCommand(environment))
        .addSubcommand(new RequestSendCommand(environment));
  }

  @Override
  public Integer call() {
    throw UserError.ofUsage(
        "request needs to know what to do, but nothing is named; type ./vigie request key, make, open, show, answer, withdraw, line, send or listen");
  }
}
