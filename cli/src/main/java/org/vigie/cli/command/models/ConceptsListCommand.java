package org.vigie.cli.command.models;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.vigie.casework.environment.Environment;
import org.vigie.casework.meaning.ConceptLabels;
import org.vigie.casework.meaning.ModelWords;
import org.vigie.cli.command.option.ModelsOption;
import org.vigie.cli.terminal.Table;
import org.vigie.files.failure.Exit;
import org.vigie.search.query.QueryLexicon;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code vigie concepts list}. */
@Command(
    name = "list",
    description = "Show the concepts and signs that a search may name, as in concept:id-document")
public final class ConceptsListCommand implements Callable<Integer> {
  private final Environment environment;

  @Option(
      names = "--lang",
      paramLabel = "CODE",
      description = "Language of what they stand for: en or fr. Default: en")
  private String language = "en";

  @Mixin private ModelsOption models = new ModelsOption();

  public ConceptsListCommand(Environment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() throws Exception {
    Path folder = models.folder(environment);
    QueryLexicon lexicon = ModelWords.lexicon(folder);
    ConceptLabels labels = ConceptLabels.typed("--lang", language);
    Table table = new Table().row("concept", "stands for");
    ConceptPaths.read(lexicon::concepts).forEach(name -> table.row(name, labels.of(name)));
    table.row("", "").row("sign", "indicators");
    lexicon
        .signs()
        .forEach((name, rows) -> {
          if (!lexicon.concepts().contains(name)) {
            table.row(name, String.join(", ", rows));
          }
        });
    table.lines().forEach(environment.out()::println);
    return Exit.OK.code();
  }
}
