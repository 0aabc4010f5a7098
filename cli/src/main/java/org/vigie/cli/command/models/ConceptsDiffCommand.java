package org.vigie.cli.command.models;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.vigie.casework.environment.Environment;
import org.vigie.classifier.sign.ConceptDiff;
import org.vigie.classifier.sign.ConceptFile;
import org.vigie.cli.command.option.ModelsOption;
import org.vigie.cli.terminal.Table;
import org.vigie.files.failure.Exit;
import org.vigie.text.safe.SafeText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code vigie concepts diff}. */
@Command(
    name = "diff",
    description = "List the patterns that one file of concepts adds to another, removes or moves",
    footer = {
      "",
      "With one FILE, it is held against the file of its language in the folder of models. Examples:",
      "  ./vigie concepts diff changed-fr.yaml",
      "  ./vigie concepts diff before.yaml after.yaml"
    })
public final class ConceptsDiffCommand implements Callable<Integer> {
  private final Environment environment;

  @Parameters(index = "0", paramLabel = "FILE", description = "The changed file, or the former one")
  private String first = "";

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "OTHER",
      description = "The changed file, if FILE is the former one")
  private @Nullable String second;

  @Mixin private ModelsOption models = new ModelsOption();

  public ConceptsDiffCommand(Environment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() throws Exception {
    Path given = ConceptPaths.require(environment, first);
    @Nullable Path other = second == null ? null : ConceptPaths.require(environment, second);
    Path folder = models.folder(environment);
    ConceptDiff diff =
        ConceptPaths.read(() -> {
          ConceptFile read = ConceptFile.read(given);
          return other == null
              ? ConceptDiff.of(
                  ConceptFile.read(
                      ConceptPaths.require(
                          environment, ConceptPaths.of(folder, read.language()).toString())),
                  read)
              : ConceptDiff.of(read, ConceptFile.read(other));
        });
    ConceptFile changed = ConceptPaths.read(() -> ConceptFile.read(other == null ? given : other));
    ConceptPaths.read(() -> ConceptSlips.in(changed, folder)).forEach(environment.out()::println);
    print(diff);
    return Exit.OK.code();
  }

  private void print(ConceptDiff diff) {
    Table table = new Table();
    for (ConceptDiff.Change change : diff.changes()) {
      String pattern = SafeText.line(change.pattern());
      if (change.isMove()) {
        table.row("moved", change.to(), pattern + ", from " + change.from());
      } else if (change.from().isEmpty()) {
        table.row("added", change.to(), pattern);
      } else {
        table.row("removed", change.from(), pattern);
      }
    }
    table.lines().forEach(environment.out()::println);
    environment
        .out()
        .printf(
            "patterns: %d added, %d removed, %d moved%n",
            diff.added(), diff.removed(), diff.moved());
  }
}
