package org.vigie.cli.command;

import java.util.Set;
import org.vigie.casework.environment.Environment;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** {@code vigie} itself, which lists its commands. */
@Command(
    name = "vigie",
    synopsisSubcommandLabel = "COMMAND",
    description = {
      "Watches public online channels for signs of trafficking in human beings.",
      "What it finds are leads for a person to look at, never verdicts."
    },
    commandListHeading = "%nCommands:%n")
public final class RootCommand implements Runnable {
  /** Commands that tell of all the others. */
  private static final Set<String> NEEDS_ALL = Set.of("completion", "manual");

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--debug",
      scope = ScopeType.INHERIT,
      description = "Show a stack trace where there is an error")
  private boolean debug;

  /** Returns the command line with every command, ready to execute. */
  public static CommandLine commandLine(Environment environment) {
    CommandLine line = new CommandLine(new RootCommand());
    new CommandList(environment).addTo(line);
    Conventions.apply(line, environment);
    return line;
  }

  /**
   * Returns the command line for some words, ready to execute them and no others: with the command
   * alone that the first word names, if it names one.
   */
  public static CommandLine commandLine(Environment environment, String... words) {
    if (words.length == 0 || NEEDS_ALL.contains(words[0])) {
      return commandLine(environment);
    }
    CommandLine line = new CommandLine(new RootCommand());
    new CommandList(environment).addTo(line, words[0]);
    Conventions.apply(line, environment);
    return line;
  }

  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getOut());
  }
}
