package org.vigie.cli.command.models;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.vigie.advert.Advert;
import org.vigie.casework.environment.Environment;
import org.vigie.casework.render.Style;
import org.vigie.classifier.AdvertAssessor;
import org.vigie.classifier.encoder.EncoderUse;
import org.vigie.cli.command.option.LooseAdverts;
import org.vigie.cli.command.option.ModelsOption;
import org.vigie.cli.render.ReadAdvertJson;
import org.vigie.cli.render.ReadAdvertView;
import org.vigie.files.failure.UserError;
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
      "Each line of a FILE is an advert of the schema advert-v1; - is standard input. On a terminal",
      "it prints each advert's signs and risks, with --explain also what each word was taken for;",
      "piped, or with --json, one JSON object an advert. No workspace and no mandate is needed:",
      "nothing is collected."
    })
public final class AssessCommand implements Callable<Integer> {
  private static final String STANDARD_INPUT = "-";

  private final Environment environment;

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

  @Option(names = "--json", description = "Print one JSON object an advert on a terminal, too")
  private boolean json;

  @Mixin private ModelsOption models = new ModelsOption();

  public AssessCommand(Environment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() throws Exception {
    if (files.isEmpty() == texts.isEmpty()) {
      throw UserError.ofUsage("give files of adverts, or texts by --text");
    }
    if (explain && json) {
      throw UserError.ofUsage("--explain prints for people, so it doesn't go with --json");
    }
    requireReadable(); // before the models are loaded, which takes seconds
    AdvertAssessor assessor = AdvertAssessor.load(models.folder(environment));
    LooseAdverts loose = new LooseAdverts(environment);
    for (String text : texts) {
      print(assessor, loose.of("command line", text, language).build());
    }
    for (String file : files) {
      try (Reader reader = open(file)) {
        loose.read(reader, file, null, advert -> print(assessor, advert));
      }
    }
    assessor.encoderUse().filter(use -> use.failed() > 0).ifPresent(this::tell);
    return loose.exitCode();
  }

  private void requireReadable() {
    if (texts.stream().anyMatch(String::isBlank)) {
      throw UserError.ofUsage("--text needs a text, but was blank");
    }
    for (String file : files) {
      if (!file.equals(STANDARD_INPUT) && !Files.isRegularFile(environment.path(file))) {
        throw UserError.ofInput("FILE must be a file of adverts, but %s is none".formatted(file));
      }
    }
  }

  private void tell(EncoderUse use) {
    environment
        .err()
        .printf(
            "the encoder %s failed for %d of %d stretches of text, which were read without it%n",
            use.name(), use.failed(), use.asked());
  }

  private Reader open(String file) throws IOException {
    if (file.equals(STANDARD_INPUT)) {
      return new InputStreamReader(environment.in(), StandardCharsets.UTF_8);
    }
    return Files.newBufferedReader(environment.path(file), StandardCharsets.UTF_8);
  }

  private void print(AdvertAssessor assessor, Advert advert) {
    var read = assessor.read(advert);
    if (json || !(explain || environment.terminals().out())) {
      environment.out().println(ReadAdvertJson.line(read));
      return;
    }
    ReadAdvertView view = new ReadAdvertView(new Style(environment.colours()));
    (explain ? view.explained(read) : view.lines(read)).forEach(environment.out()::println);
    if (explain) {
      // A quarantined text isn't told of by sentence, nor one of a language without concepts.
      if (read.isRead() && !read.assessed().minorRisk()) {
        assessor.kindWeights(advert).map(ReadAdvertView::kind).orElse(List.of()).stream()
            .forEach(environment.out()::println);
      }
    }
  }
}
