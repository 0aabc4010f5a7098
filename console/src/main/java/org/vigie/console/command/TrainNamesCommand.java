package org.vigie.console.command;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.vigie.console.failure.Exit;
import org.vigie.console.surroundings.Surroundings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code vigie train names}. */
@Command(
    name = "names",
    description = "Train the finder of persons' names, and write its card",
    footer = {
      "",
      "It learns from the names and sentences in the folder names of the models: no other data is",
      "needed, and the same lists make the same model, byte for byte."
    })
final class TrainNamesCommand implements Callable<Integer> {
  /** What trains: reads lists of names and sentences of a folder of models, and writes a model. */
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
  private String name = "person-names-1";

  TrainNamesCommand(Surroundings surroundings, Training training) {
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
