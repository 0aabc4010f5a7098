package org.vigie.console.command;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.vigie.console.failure.Exit;
import org.vigie.console.surroundings.Surroundings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

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
final class TrainSentencesCommand implements Callable<Integer> {
  /** What trains: writes a model and its card to a folder of models. */
  @FunctionalInterface
  interface Training {
    void train(Path models, String name) throws Exception;
  }

  private final Surroundings surroundings;
  private final Training training;

  @Mixin private ModelsOption models = new ModelsOption();

  @Option(
      names = "--name",
      paramLabel = "NAME",
      description = "The model's folder there. Default: ${DEFAULT-VALUE}")
  private String name = "sentences-1";

  TrainSentencesCommand(Surroundings surroundings, Training training) {
    this.surroundings = surroundings;
    this.training = training;
  }

  @Override
  public Integer call() throws Exception {
    Path folder = models.folder(surroundings);
    training.train(folder, name);
    surroundings
        .out()
        .println("Trained. The model and its card are in " + surroundings.shown(folder) + ".");
    return Exit.OK.code();
  }
}
