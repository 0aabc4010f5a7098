package org.vigie.cli.install;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** The completion of {@code vigie} in fish, which picocli doesn't write. */
final class FishCompletion {
  private final List<String> lines = new ArrayList<>();

  private FishCompletion() {}

  /** Returns the script. */
  static String of(CommandLine vigie) {
    FishCompletion completion = new FishCompletion();
    completion.lines.add("# Completion of vigie in fish.");
    completion.lines.add("complete -c vigie -e");
    completion.add(vigie.getCommandSpec(), List.of());
    return String.join("\n", completion.lines) + "\n";
  }

  private void add(CommandSpec command, List<String> path) {
    Map<String, CommandSpec> below = new LinkedHashMap<>();
    for (Map.Entry<String, CommandLine> entry : command.subcommands().entrySet()) {
      CommandSpec spec = entry.getValue().getCommandSpec();
      if (!spec.usageMessage().hidden()) {
        below.put(entry.getKey(), spec);
      }
    }
    String here = condition(path, List.copyOf(below.keySet()));
    below.forEach((name, spec) ->
        lines.add("complete -c vigie -f -n %s -a %s -d %s".formatted(here, name, about(spec))));
    for (OptionSpec option : command.options()) {
      if (!option.hidden()) {
        lines.add("complete -c vigie -n %s%s".formatted(here, words(option)));
      }
    }
    below.forEach((name, spec) -> add(spec, with(path, name)));
  }

  private static List<String> with(List<String> path, String name) {
    List<String> longer = new ArrayList<>(path);
    longer.add(name);
    return longer;
  }

  /** Holds where the words so far lead to a command and not to one below it. */
  private static String condition(List<String> path, List<String> below) {
    List<String> tests = new ArrayList<>();
    for (String name : path) {
      tests.add("__fish_seen_subcommand_from " + name);
    }
    if (!below.isEmpty()) {
      tests.add("not __fish_seen_subcommand_from " + String.join(" ", below));
    }
    return quoted(tests.isEmpty() ? "true" : String.join("; and ", tests));
  }

  private static String words(OptionSpec option) {
    StringBuilder words = new StringBuilder();
    for (String name : option.names()) {
      if (name.startsWith("--")) {
        words.append(" -l ").append(name.substring(2));
      } else if (name.length() == 2) {
        words.append(" -s ").append(name.substring(1));
      }
    }
    if (option.arity().max() > 0) {
      words.append(" -r");
    }
    return words.append(" -d ").append(quoted(line(option.description()))).toString();
  }

  private static String about(CommandSpec command) {
    return quoted(line(command.usageMessage().description()));
  }

  private static String line(String[] texts) {
    return String.join(" ", texts).replaceAll("%n|\\s+", " ");
  }

  private static String quoted(String text) {
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
  }
}
