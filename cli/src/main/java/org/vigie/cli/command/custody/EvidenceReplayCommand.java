package org.vigie.cli.command.custody;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.vigie.casework.environment.Environment;
import org.vigie.casework.evidence.ScoreReplay;
import org.vigie.cli.command.option.ModelsOption;
import org.vigie.exchange.bag.BagCheck;
import org.vigie.files.failure.Exit;
import org.vigie.files.failure.UserError;
import org.vigie.text.safe.SafeText;
import org.vigie.text.safe.Words;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code vigie evidence replay}. */
@Command(
    name = "replay",
    description = "Read the adverts of an evidence package again, and say whether all scores agree",
    footer = {
      "",
      "Needs the models that the package names by hash, on any machine; --models says where they",
      "are. Ends with 4 if a score, sign, contact or reason isn't the same to the last bit."
    })
public final class EvidenceReplayCommand implements Callable<Integer> {
  private final Environment environment;

  @Parameters(paramLabel = "FOLDER", description = "The package")
  private String folder = "";

  @Mixin private ModelsOption models = new ModelsOption();

  public EvidenceReplayCommand(Environment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() throws Exception {
    Path place = environment.path(folder);
    if (!BagCheck.check(place, "").problems().isEmpty()) {
      throw UserError.ofInput(
          "a package must be as it was signed, but isn't; ./vigie evidence verify says what differs");
    }
    ScoreReplay.Outcome outcome = ScoreReplay.of(place, models.folder(environment));
    outcome.differences().forEach(line -> environment.out().println(SafeText.line(line)));
    environment
        .out()
        .printf(
            "%s in %s: %s.%n",
            Words.count(outcome.scores(), "score", "scores"),
            Words.count(outcome.adverts(), "advert", "adverts"),
            outcome.differences().isEmpty()
                ? "all as the package says, bit for bit"
                : Words.count(outcome.differences().size(), "difference", "differences"));
    return outcome.differences().isEmpty() ? Exit.OK.code() : Exit.INPUT.code();
  }
}
