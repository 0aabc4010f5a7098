package org.vigie.cli.install;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/**
 * The manual page of one command, in the language of {@code man}: what {@code --help} says.
 *
 * @param name such as {@code vigie-cluster-fetch}
 * @param text in the macros of man(7)
 */
public record ManualPage(String name, String text) {

  /** Returns the pages of a command and all below it that aren't hidden. */
  public static List<ManualPage> of(CommandLine command, String version) {
    List<ManualPage> pages = new ArrayList<>();
    add(command, version, pages);
    return List.copyOf(pages);
  }

  private static void add(CommandLine command, String version, List<ManualPage> pages) {
    CommandSpec spec = command.getCommandSpec();
    if (spec.usageMessage().hidden()) {
      return;
    }
    String name = spec.qualifiedName("-");
    pages.add(new ManualPage(name, text(command, name, version)));
    for (CommandLine below : command.getSubcommands().values()) {
      add(below, version, pages);
    }
  }

  private static String text(CommandLine command, String name, String version) {
    CommandSpec spec = command.getCommandSpec();
    Help help = new Help(spec, Help.defaultColorScheme(Ansi.OFF));
    StringBuilder page = new StringBuilder();
    page.append(".TH \"%s\" 1 \"\" \"vigie %s\" \"Vigie\"\n".formatted(escaped(name), version));
    section(page, "NAME", name + " - " + flat(help.description()));
    section(page, "SYNOPSIS", flat(help.synopsis(0)));
    terms(page, "PARAMETERS", spec.positionalParameters());
    terms(page, "OPTIONS", spec.options());
    commands(page, command);
    List<String> footer = help.footer().strip().lines().toList();
    if (!footer.isEmpty()) {
      page.append(".SH NOTES\n.nf\n");
      footer.forEach(line -> page.append(escaped(line)).append('\n'));
      page.append(".fi\n");
    }
    return page.toString();
  }

  private static void section(StringBuilder page, String title, String text) {
    page.append(".SH ").append(title).append('\n').append(escaped(text)).append('\n');
  }

  private static void terms(StringBuilder page, String title, List<? extends ArgSpec> words) {
    List<? extends ArgSpec> shown = words.stream().filter(word -> !word.hidden()).toList();
    if (shown.isEmpty()) {
      return;
    }
    page.append(".SH ").append(title).append('\n');
    for (ArgSpec word : shown) {
      String about = flat(String.join(" ", word.renderedDescription()));
      page.append(".TP\n.B ").append(escaped(term(word))).append('\n');
      page.append(escaped(about)).append('\n');
    }
  }

  /** Returns what is typed: the names of an option and its value, or the label of a parameter. */
  static String term(ArgSpec word) {
    return switch (word) {
      case OptionSpec option ->
          String.join(", ", option.names())
              + (option.arity().max() > 0 ? " " + option.paramLabel() : "");
      case PositionalParamSpec parameter -> parameter.paramLabel();
      default -> word.paramLabel();
    };
  }

  private static void commands(StringBuilder page, CommandLine command) {
    if (command.getSubcommands().isEmpty()) {
      return;
    }
    page.append(".SH COMMANDS\n");
    for (CommandLine below : command.getSubcommands().values()) {
      CommandSpec spec = below.getCommandSpec();
      if (!spec.usageMessage().hidden()) {
        Help help = new Help(spec, Help.defaultColorScheme(Ansi.OFF));
        page.append(".TP\n.B ").append(escaped(spec.name())).append('\n');
        page.append(escaped(flat(help.description()))).append('\n');
      }
    }
  }

  /** Returns a text of picocli on one line. */
  static String flat(String text) {
    return text.strip().replaceAll("%n|\\s+", " ");
  }

  /** Writes what man would take for its own: backslashes, dashes, a dot that begins a line. */
  private static String escaped(String text) {
    String line = text.replace("\\", "\\e").replace("-", "\\-");
    return line.startsWith(".") || line.startsWith("'") ? "\\&" + line : line;
  }
}
