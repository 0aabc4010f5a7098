package org.vigie.cli.command.read;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.vigie.casework.environment.Environment;
import org.vigie.casework.mandate.AuditEvent;
import org.vigie.classifier.indicator.DeclaredMedians;
import org.vigie.files.failure.Exit;
import org.vigie.files.failure.UserError;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code vigie medians}. */
@Command(
    name = "medians",
    description = "Work median pay and prices out of the adverts that a query finds",
    footer = {
      "",
      "They are what the indicators RC-01 and SX-12 hold declared pay and prices against, in euro",
      "per hour by country. A country needs 30 adverts that declare an amount. To use them, write",
      "them to medians.yaml in the folder of models, then ./vigie models seal. Example:",
      "  ./vigie medians 'channel:job_board' --out medians.yaml"
    })
public final class MediansCommand implements Callable<Integer> {
  private final Environment environment;

  @Parameters(
      arity = "0..1",
      paramLabel = "QUERY",
      description = "As for search. Default: every advert")
  private String query = "";

  @Option(
      names = {"--out", "--output"},
      paramLabel = "FILE",
      description = "A file that does not exist yet. Default: the terminal")
  private @Nullable String output;

  @Mixin private Reading reading = new Reading();

  public MediansCommand(Environment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() throws Exception {
    DeclaredMedians medians = new DeclaredMedians();
    try (Reading.Opened opened =
        reading.open(environment, AuditEvent.of("medians", "").typed("query", query))) {
      opened
          .index()
          .forEachAdvert(
              query, hit -> medians.add(hit.advert().advert(), hit.advert().indicators()));
    }
    String day = environment.clock().instant().toString().substring(0, 10);
    write(medians.yaml("adverts of this workspace, counted on " + day));
    return Exit.OK.code();
  }

  private void write(String yaml) throws IOException {
    if (output == null) {
      environment.out().print(yaml);
      return;
    }
    Path file = environment.path(output);
    if (Files.exists(file)) {
      throw UserError.ofInput("--out must not exist yet, but %s does".formatted(output));
    }
    Files.writeString(file, yaml, StandardOpenOption.CREATE_NEW);
    environment.out().println("medians written to " + output);
  }
}
