package org.vigie.cli.command;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.vigie.casework.environment.Environment;
import org.vigie.casework.mandate.UncountedActs;
import org.vigie.cli.command.option.WorkspaceOption;
import org.vigie.cli.failure.Failure;
import org.vigie.files.failure.Exit;
import org.vigie.text.safe.SafeText;
import picocli.CommandLine;
import picocli.CommandLine.ExecutionException;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Help.ColorScheme;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.UnmatchedArgumentException;

/** What holds for every command: help, exit codes, one line per error, no stack trace unasked. */
public final class Conventions {
  private Conventions() {}

  public static void apply(CommandLine line, Environment environment) {
    PrintWriter out = new PrintWriter(environment.out(), true, StandardCharsets.UTF_8);
    PrintWriter err = new PrintWriter(environment.err(), true, StandardCharsets.UTF_8);
    line.setOut(out);
    line.setErr(err);
    line.setColorScheme(scheme(environment.colours()));
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.setUsageHelpWidth(98);
    line.setExecutionStrategy(parsed -> execute(parsed, environment));
    line.setExecutionExceptionHandler(
        (problem, command, parsed) -> report(problem, command, parsed.originalArgs(), err));
    line.setParameterExceptionHandler((problem, words) -> refuse(problem, err));
    addHelp(line.getCommandSpec());
  }

  /** Runs a command, whose last line of the log is followed by what it did to the database. */
  private static int execute(ParseResult parsed, Environment environment) {
    int exit;
    try {
      exit = execute(parsed);
    } catch (ExecutionException e) {
      try {
        UncountedActs.count(environment.clock().instant());
      } catch (RuntimeException also) {
        e.addSuppressed(also);
      }
      throw e;
    }
    try {
      UncountedActs.count(environment.clock().instant());
    } catch (RuntimeException e) {
      throw new ExecutionException(parsed.commandSpec().commandLine(), e.getMessage(), e);
    }
    return exit;
  }

  /** Runs the last command named, which is the only one that looks at its options. */
  private static int execute(ParseResult parsed) {
    for (ParseResult at = parsed; at.hasSubcommand(); at = at.subcommand()) {
      for (OptionSpec option : at.matchedOptions()) {
        if (!holdsForAll(option)) {
          CommandSpec last = at.subcommand().commandSpec();
          throw new ParameterException(
              last.commandLine(),
              "%s says nothing to %s, so it must not stand before it"
                  .formatted(option.longestName(), last.qualifiedName()));
        }
      }
    }
    return new CommandLine.RunLast().execute(parsed);
  }

  private static boolean holdsForAll(OptionSpec option) {
    return option.scopeType() == ScopeType.INHERIT
        || option.usageHelp()
        || option.versionHelp()
        || option.longestName().equals(WorkspaceOption.NAME);
  }

  private static ColorScheme scheme(boolean colours) {
    return CommandLine.Help.defaultColorScheme(colours ? Ansi.ON : Ansi.OFF);
  }

  private static void addHelp(CommandSpec spec) {
    spec.mixinStandardHelpOptions(true);
    spec.versionProvider(() -> {
      String version = RootCommand.class.getPackage().getImplementationVersion();
      return new String[] {
        "vigie " + (version == null ? "(development)" : version), "Java " + Runtime.version()
      };
    });
    spec.usageMessage().abbreviateSynopsis(true);
    spec.usageMessage().optionListHeading("%nOptions:%n");
    List<String> footer = new ArrayList<>(List.of(spec.usageMessage().footer()));
    footer.add("");
    if (spec.parent() == null) {
      footer.add("Exit codes:");
      footer.addAll(Exit.lines());
    } else {
      footer.add("Exit codes: 0 if done; ./vigie --help lists the others.");
    }
    spec.usageMessage().footer(footer.toArray(String[]::new));
    spec.subcommands().values().forEach(sub -> addHelp(sub.getCommandSpec()));
  }

  private static int report(
      Exception problem, CommandLine command, List<String> words, PrintWriter err) {
    Failure failure = Failure.of(problem);
    err.println("vigie: " + failure.line());
    if (words.contains("--debug")) {
      problem.printStackTrace(err);
    }
    return failure.exit().code();
  }

  private static int refuse(ParameterException problem, PrintWriter err) {
    err.println("vigie: " + oneLine(problem));
    err.println("Try ./" + problem.getCommandLine().getCommandSpec().qualifiedName() + " --help");
    return Exit.USAGE.code();
  }

  private static String oneLine(ParameterException problem) {
    if (problem instanceof UnmatchedArgumentException unmatched) {
      List<String> known = unmatched.getSuggestions();
      return "'%s' is no command or option here%s"
          .formatted(
              SafeText.line(unmatched.getUnmatched().getFirst()),
              known.isEmpty() ? "" : "; did you mean " + String.join(", ", known) + "?");
    }
    return SafeText.line(String.valueOf(problem.getMessage()));
  }
}
