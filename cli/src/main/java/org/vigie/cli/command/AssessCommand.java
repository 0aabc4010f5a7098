package org.vigie.cli.command;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
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
import org.vigie.cli.render.ReadAdvertJson;
import org.vigie.cli.render.ReadAdvertView;
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

/** {@code vigie assess}. */
@Command(
    name = "assess",
    description = "Read adverts and print at once what they say; nothing is kept",
    footer = {
      "",
      "Each line of a FILE is an advert of the schema advert-v1; - is standard input. It prints one",
      "JSON object an advert, or with --explain what each word was taken for. No workspace and no",
      "mandate is needed: nothing is collected."
    })
final class AssessCommand implements Callable<Integer> {
  private static final String STANDARD_INPUT = "-";

  private final Surroundings surroundings;

  @Parameters(paramLabel = "FILE", arity = "0..*", description = "Adverts, one a line")
  private List<String> files = new ArrayList<>();

  @Option(names = "--text", paramLabel = "TEXT", description = "A text to read, in place of files")
  private List<String> texts = new ArrayList<>();

  @Option(
      names = "--lang",
      paramLabel = "CODE",
      description = "The language that TEXT is declared to be in")
  private String language = "";

  @Option(names = "--explain", description = "Print it for people, with the concept of each word")
  private boolean explain;

  @Mixin private ModelsOption models = new ModelsOption();

  private int unread;

  AssessCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() throws Exception {
    if (files.isEmpty() == texts.isEmpty()) {
      throw Refusal.ofUsage("give files of adverts, or texts by --text");
    }
    AdvertAssessor assessor = AdvertAssessor.load(models.folder(surroundings));
    for (String text : texts) {
      if (text.isBlank()) {
        throw Refusal.ofUsage("--text needs a text, but was blank");
      }
      print(assessor, advert(text));
    }
    for (String file : files) {
      if (file.equals(STANDARD_INPUT)) {
        read(
            assessor,
            new InputStreamReader(surroundings.in(), StandardCharsets.UTF_8),
            STANDARD_INPUT);
      } else {
        Path path = surroundings.path(file);
        if (!Files.isRegularFile(path)) {
          throw Refusal.ofUsage("FILE must be a file of adverts, but " + file + " is none");
        }
        try (Reader reader = Files.newBufferedReader(path, StandardCharsets.UTF_8)) {
          read(assessor, reader, file);
        }
      }
    }
    return (unread == 0 ? Exit.OK : Exit.DEAD_LETTERS).code();
  }

  private Advert advert(String text) {
    return Advert.builder(Channel.FILE, "command line", surroundings.clock().instant())
        .body(text)
        .language(language)
        .build();
  }

  private void read(AdvertAssessor assessor, Reader reader, String name) throws IOException {
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
    BufferedReader buffered = new BufferedReader(reader);
    long number = 0;
    @Nullable String line;
    while ((line = buffered.readLine()) != null) {
      number++;
      String text = number == 1 && line.startsWith("\uFEFF") ? line.substring(1) : line;
      if (!text.isBlank()) {
        assess(assessor, lines.read(text, number), name, number);
      }
    }
  }

  private void assess(AdvertAssessor assessor, Intake intake, String name, long line) {
    if (intake.advert() != null) {
      print(assessor, intake.advert());
    } else {
      unread++;
      String reason = intake.deadLetter() == null ? "no advert" : intake.deadLetter().reason();
      surroundings.err().println(name + ":" + line + ": not read: " + reason);
    }
  }

  private void print(AdvertAssessor assessor, Advert advert) {
    var read = assessor.read(advert);
    if (explain) {
      new ReadAdvertView(new Style(surroundings.colours()))
          .lines(read)
          .forEach(surroundings.out()::println);
    } else {
      surroundings.out().println(ReadAdvertJson.line(read));
    }
  }
}
