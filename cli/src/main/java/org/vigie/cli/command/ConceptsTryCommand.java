package org.vigie.cli.command;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.vigie.advert.Advert;
import org.vigie.advert.Channel;
import org.vigie.casework.render.Style;
import org.vigie.casework.surroundings.Surroundings;
import org.vigie.classifier.AdvertAssessor;
import org.vigie.classifier.sign.ConceptFile;
import org.vigie.classifier.sign.ConceptTrial;
import org.vigie.cli.render.ConceptTrialView;
import org.vigie.files.failure.Exit;
import org.vigie.files.failure.Refusal;
import org.vigie.pipeline.intake.AdvertLines;
import org.vigie.pipeline.intake.InputFormat;
import org.vigie.pipeline.intake.InputManifest;
import org.vigie.pipeline.intake.Intake;
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
final class ConceptsTryCommand implements Callable<Integer> {
  private final Surroundings surroundings;

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

  private int unread;

  ConceptsTryCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() throws Exception {
    Require.between("--examples", examples, 0, 1000);
    Path changed = ConceptPaths.require(surroundings, file);
    List<Path> paths = samples.stream().map(this::sample).toList();
    Path folder = models.folder(surroundings);
    String own = ConceptPaths.read(() -> ConceptFile.read(changed)).language();
    Path former = ConceptPaths.of(folder, own);
    if (Files.exists(former) && Files.isSameFile(former, changed)) {
      throw Refusal.ofInput(
          "FILE must be a changed copy, but %s is the file that it is held against"
              .formatted(file));
    }
    ConceptTrial trial = ConceptPaths.read(() -> ConceptTrial.of(folder, changed));
    AdvertAssessor assessor = ConceptPaths.read(() -> AdvertAssessor.load(folder));
    ConceptTrialView view = new ConceptTrialView(new Style(surroundings.colours()), examples);
    for (int i = 0; i < paths.size(); i++) {
      for (Advert advert :
          adverts(paths.get(i), samples.get(i), language == null ? own : language)) {
        ConceptTrial.Difference difference = trial.read(advert.text(), advert.language());
        boolean hidden =
            !difference.isNone()
                && (difference.found().stream().anyMatch(ConceptTrial.Find::concernsChild)
                    || assessor.assess(advert).minorRisk());
        view.add(advert, difference, hidden);
      }
    }
    view.lines().forEach(surroundings.out()::println);
    return (unread == 0 ? Exit.OK : Exit.DEAD_LETTERS).code();
  }

  private Path sample(String sample) {
    Path path = surroundings.path(sample);
    if (!Files.isRegularFile(path)) {
      throw Refusal.ofInput("--sample must be a file of texts, but %s is none".formatted(sample));
    }
    return path;
  }

  private List<Advert> adverts(Path path, String name, String plain) throws IOException {
    AdvertLines lines =
        new AdvertLines(
            new InputManifest(
                name,
                name,
                name,
                0,
                InputFormat.JSONL,
                Map.of(),
                name,
                "",
                surroundings.clock().instant()));
    List<Advert> adverts = new ArrayList<>();
    try (BufferedReader reader = Files.newBufferedReader(path, StandardCharsets.UTF_8)) {
      long number = 0;
      @Nullable String line;
      while ((line = reader.readLine()) != null) {
        number++;
        String text = number == 1 && line.startsWith("\uFEFF") ? line.substring(1) : line;
        if (text.stripLeading().startsWith("{")) {
          add(adverts, lines.read(text, number), name, number);
        } else if (!text.isBlank()) {
          adverts.add(
              Advert.builder(Channel.FILE, name, surroundings.clock().instant())
                  .sourceId(name + ":" + number)
                  .body(text)
                  .language(plain)
                  .build());
        }
      }
    }
    return adverts;
  }

  private void add(List<Advert> adverts, Intake intake, String name, long line) {
    if (intake.advert() != null) {
      adverts.add(intake.advert());
    } else {
      unread++;
      String reason = intake.deadLetter() == null ? "no advert" : intake.deadLetter().reason();
      surroundings.err().println(name + ":" + line + ": not read: " + reason);
    }
  }
}
