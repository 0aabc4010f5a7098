package org.vigie.cli.command;

import java.util.concurrent.Callable;
import org.vigie.casework.environment.Environment;
import org.vigie.cli.install.Completion;
import org.vigie.files.failure.Exit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code vigie completion}. */
@Command(
    name = "completion",
    description = "Print the script with which a shell completes the words of vigie",
    footer = {"", "In bash, for one session: source <(vigie completion bash)"})
final class CompletionCommand implements Callable<Integer> {
  private final Environment environment;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(paramLabel = "SHELL", description = "One of ${COMPLETION-CANDIDATES}")
  private Completion.Shell shell = Completion.Shell.BASH;

  CompletionCommand(Environment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() {
    environment.out().print(Completion.of(spec.root().commandLine(), shell));
    environment.out().flush();
    return Exit.OK.code();
  }
}
