package org.vigie.cli.command.models;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.vigie.casework.surroundings.Surroundings;
import org.vigie.cli.command.option.ModelsOption;
import org.vigie.files.failure.Exit;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** A training that needs no data but what Vigie brings along. */
abstract class TrainAloneCommand implements Callable<Integer> {
  /** What trains: writes a model and its card to a folder of models. */
  @FunctionalInterface
  public interface Training {
    void train(Path models, String name) throws Exception;
  }

  private final Surroundings surroundings;
  private final Training training;

  @Mixin private ModelsOption models = new ModelsOption();

  @Option(
      names = "--name",
      paramLabel = "NAME",
      description = "The model's folder there. Default: ${DEFAULT-VALUE}")
  private String name;

  TrainAloneCommand(Surroundings surroundings, String name, Training training) {
    this.surroundings = surroundings;
    this.name = name;
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
