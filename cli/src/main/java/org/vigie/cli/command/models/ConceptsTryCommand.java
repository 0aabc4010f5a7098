package org.vigie.cli.command.models;

import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.vigie.advert.Advert;
import org.vigie.casework.environment.Environment;
import org.vigie.casework.render.Style;
import org.vigie.classifier.AdvertAssessor;
import org.vigie.classifier.sign.ConceptFile;
import org.vigie.classifier.sign.ConceptTrial;
import org.vigie.cli.command.option.LooseAdverts;
import org.vigie.cli.command.option.ModelsOption;
import org.vigie.cli.command.option.Require;
import org.vigie.cli.render.ConceptTrialView;
import org.vigie.files.failure.UserError;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code vigie concepts try}. */
@Command(
    name = "try",
    description = "Show what a changed file of concepts finds and loses on a sample of texts",
    footer = {
      "",
      "FILE is a changed copy of concepts/LANG.yaml in the folder of models, which stays as it is.",
      "A sample holds a text on each line: an advert of the schema advert-v1, or plain text. No",
      "workspace is needed, and nothing is kept. Example:",
      "  ./vigie concepts try changed-fr.yaml --sample adverts.jsonl"
    })
public final class ConceptsTryCommand implements Callable<Integer> {
  private final Environment environment;

  @Parameters(index = "0", paramLabel = "FILE", description = "The changed file of concepts")
  private String file = "";

  @Option(
      names = "--sample",
      arity = "1..*",
      paramLabel = "FILE",
      required = true,
      description = "Texts to read, one a line")
  private List<String> samples = new ArrayList<>();

  @Option(
      names = "--lang",
      paramLabel = "CODE",
      description = "The language of plain texts. Default: that of the changed file")
  private @Nullable String language;

  @Option(
      names = "--examples",
      paramLabel = "N",
      defaultValue = "3",
      description = "Sentences to show of each. Default: ${DEFAULT-VALUE}")
  private int examples;

  @Mixin private ModelsOption models = new ModelsOption();

  public ConceptsTryCommand(Environment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() throws Exception {
    Require.between("--examples", examples, 0, 1000);
    Path changed = ConceptPaths.require(environment, file);
    List<Path> paths = samples.stream().map(this::sample).toList();
    Path folder = models.folder(environment);
    ConceptFile read = ConceptPaths.read(() -> ConceptFile.read(changed));
    String own = read.language();
    Path former = ConceptPaths.of(folder, own);
    if (Files.exists(former) && Files.isSameFile(former, changed)) {
      throw UserError.ofInput(
          "FILE must be a changed copy, but %s is the file that it is held against"
              .formatted(file));
    }
    ConceptSlips.in(read, folder).forEach(environment.out()::println);
    ConceptTrial trial = ConceptPaths.read(() -> ConceptTrial.of(folder, changed));
    AdvertAssessor assessor = ConceptPaths.read(() -> AdvertAssessor.load(folder));
    ConceptTrialView view = new ConceptTrialView(new Style(environment.colours()), examples);
    LooseAdverts loose = new LooseAdverts(environment);
    for (int i = 0; i < paths.size(); i++) {
      try (Reader reader = Files.newBufferedReader(paths.get(i), StandardCharsets.UTF_8)) {
        loose.read(
            reader,
            samples.get(i),
            language == null ? own : language,
            advert -> add(advert, trial, assessor, view));
      }
    }
    view.lines().forEach(environment.out()::println);
    return loose.exitCode();
  }

  private static void add(
      Advert advert, ConceptTrial trial, AdvertAssessor assessor, ConceptTrialView view) {
    ConceptTrial.Difference difference = trial.read(advert.text(), advert.language());
    boolean hidden =
        !difference.isNone()
            && (difference.found().stream().anyMatch(ConceptTrial.Find::concernsChild)
                || assessor.assess(advert).minorRisk());
    view.add(advert, difference, hidden);
  }

  private Path sample(String sample) {
    Path path = environment.path(sample);
    if (!Files.isRegularFile(path)) {
      throw UserError.ofInput("--sample must be a file of texts, but %s is none".formatted(sample));
    }
    return path;
  }
}
