package org.vigie.cli.command.models;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.vigie.casework.environment.Environment;
import org.vigie.classifier.sign.Family;
import org.vigie.cli.command.option.ModelsOption;
import org.vigie.cli.command.option.Require;
import org.vigie.files.failure.Exit;
import org.vigie.text.safe.Defanged;
import org.vigie.text.safe.SafeText;
import org.vigie.training.sign.WordingSuggestions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code vigie concepts suggest}. */
@Command(
    name = "suggest",
    description = "Propose wording from labelled texts in which a sign was missed, with sentences",
    footer = {
      "",
      "Each line of FILE holds family, stance, genre, style and text, tabs between, as the sentences",
      "that categorisers learn from; texts that say no sign are the ordinary ones, in which the",
      "wording must be rare. Which concept it is a pattern of, a person decides. Example:",
      "  ./vigie concepts suggest judged.tsv --lang fr"
    })
public final class ConceptsSuggestCommand implements Callable<Integer> {
  private final Environment environment;

  @Parameters(index = "0", paramLabel = "FILE", description = "Labelled texts of one language")
  private String file = "";

  @Option(
      names = "--lang",
      paramLabel = "CODE",
      required = true,
      description = "The language of the texts")
  private String language = "";

  @Option(
      names = "--least",
      paramLabel = "N",
      defaultValue = "3",
      description = "In how many missed texts it must stand. Default: ${DEFAULT-VALUE}")
  private int least;

  @Option(
      names = "--most",
      paramLabel = "N",
      defaultValue = "10",
      description = "How much to propose for a family. Default: ${DEFAULT-VALUE}")
  private int most;

  @Option(
      names = "--examples",
      paramLabel = "N",
      defaultValue = "2",
      description = "Texts to show of each. Default: ${DEFAULT-VALUE}")
  private int examples;

  @Mixin private ModelsOption models = new ModelsOption();

  public ConceptsSuggestCommand(Environment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() throws Exception {
    Require.atLeast("--least", least, 2);
    Require.atLeast("--most", most, 1);
    Require.between("--examples", examples, 0, 1000);
    Path path = ConceptPaths.require(environment, file);
    Path folder = models.folder(environment);
    WordingSuggestions all =
        ConceptPaths.read(() -> WordingSuggestions.of(path, language, folder, least));
    all.missed().forEach((family, missed) -> print(all, family, missed));
    if (all.missed().isEmpty()) {
      environment.out().println("no text that says a sign was missed");
    }
    return Exit.OK.code();
  }

  private void print(WordingSuggestions all, Family family, int missed) {
    environment.out().printf("%s: missed in texts: %d%n", family.label(), missed);
    all.suggestions().stream()
        .filter(one -> one.family() == family)
        .limit(most)
        .forEach(one -> {
          environment
              .out()
              .printf(
                  "  %s: in texts: %d, in ordinary ones: %d%n",
                  SafeText.line(one.words()), one.in(), one.ordinary());
          one.texts().stream()
              .limit(examples)
              .forEach(
                  text -> environment.out().println("    " + SafeText.line(Defanged.text(text))));
        });
  }
}
