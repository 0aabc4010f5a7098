package org.vigie.cli.command.models;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.vigie.casework.environment.Environment;
import org.vigie.classifier.sign.ConceptCoverage;
import org.vigie.cli.command.option.ModelsOption;
import org.vigie.cli.render.LanguageNames;
import org.vigie.cli.terminal.Table;
import org.vigie.files.failure.Exit;
import org.vigie.files.failure.UserError;
import org.vigie.text.safe.SafeText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code vigie concepts coverage}. */
@Command(
    name = "coverage",
    description = "Show how many concepts each language has words for, and which it lacks")
public final class ConceptsCoverageCommand implements Callable<Integer> {
  private final Environment environment;

  @Option(
      names = "--lang",
      paramLabel = "CODE",
      description = "Name the concepts that this language has no words for")
  private @Nullable String language;

  @Mixin private ModelsOption models = new ModelsOption();

  public ConceptsCoverageCommand(Environment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() throws Exception {
    Path folder = models.folder(environment);
    List<ConceptCoverage> all = ConceptPaths.read(() -> ConceptCoverage.of(folder));
    List<ConceptCoverage> shown =
        all.stream().filter(c -> language == null || c.language().equals(language)).toList();
    if (shown.isEmpty()) {
      throw UserError.ofInput(
          "%s must have a file of concepts for %s, but has %s"
              .formatted(
                  folder,
                  language == null ? "a language" : SafeText.line(language),
                  all.isEmpty()
                      ? "none"
                      : String.join(", ", all.stream().map(ConceptCoverage::language).toList())));
    }
    Table table = new Table().row("language", "", "concepts", "of", "patterns", "missing");
    for (ConceptCoverage one : shown) {
      table.row(
          one.language(),
          LanguageNames.of(one.language()),
          String.valueOf(one.concepts()),
          String.valueOf(one.allConcepts()),
          String.valueOf(one.patterns()),
          String.valueOf(one.missing().size()));
    }
    table.lines().forEach(environment.out()::println);
    if (language != null) {
      shown.getFirst().missing().forEach(id -> environment.out().println("  " + id));
    }
    return Exit.OK.code();
  }
}
