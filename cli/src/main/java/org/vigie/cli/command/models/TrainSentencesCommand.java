package org.vigie.cli.command.models;

import org.vigie.casework.environment.Environment;
import picocli.CommandLine.Command;

/** {@code vigie train sentences}. */
@Command(
    name = "sentences",
    description =
        "Train the categoriser that tells what a sentence does with a sign, and write its card",
    footer = {
      "",
      "It learns from invented sentences that Vigie brings along: no other data is needed, and the",
      "same sentences make the same model, byte for byte. The other models read signs through it:",
      "train them again after it."
    })
public final class TrainSentencesCommand extends TrainAloneCommand {
  public TrainSentencesCommand(Environment environment, Training training) {
    super(environment, "sentences-1", training);
  }
}
