package org.vigie.cli.install;

import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;

/** The reference of all commands as one page of Markdown: what {@code --help} says of each. */
public final class CommandReference {
  private CommandReference() {}

  /** Returns the page of a command and all below it that aren't hidden. */
  public static String of(CommandLine command) {
    StringBuilder page = new StringBuilder("# Commands\n");
    add(command, page);
    return page.toString();
  }

  private static void add(CommandLine command, StringBuilder page) {
    CommandSpec spec = command.getCommandSpec();
    if (spec.usageMessage().hidden()) {
      return;
    }
    Help help = new Help(spec, Help.defaultColorScheme(Ansi.OFF));
    page.append("\n## ").append(spec.qualifiedName()).append("\n\n");
    page.append(prose(help.description())).append("\n\n");
    code(page, help.synopsis(0).strip());
    table(page, "What is named", spec.positionalParameters());
    table(page, "Option", spec.options());
    code(page, help.footer().strip());
    command.getSubcommands().values().forEach(below -> add(below, page));
  }

  private static void code(StringBuilder page, String text) {
    if (!text.isBlank()) {
      page.append("```\n").append(text).append("\n```\n\n");
    }
  }

  private static void table(StringBuilder page, String title, List<? extends ArgSpec> words) {
    List<? extends ArgSpec> shown = words.stream().filter(word -> !word.hidden()).toList();
    if (shown.isEmpty()) {
      return;
    }
    page.append("|%s|What it does|\n|---|---|\n".formatted(title));
    for (ArgSpec word : shown) {
      String about = prose(String.join(" ", word.renderedDescription()));
      page.append("|%s|%s|\n".formatted(prose(ManualPage.term(word)), about));
    }
    page.append('\n');
  }

  /** Returns a text on one line, in which nothing is taken for Markdown or HTML. */
  private static String prose(String text) {
    return ManualPage.flat(text)
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replaceAll("[\\\\`*_|\\[\\]{}#]", "\\\\$0");
  }
}
