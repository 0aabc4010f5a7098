package org.vigie.cli.command.models;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.vigie.casework.environment.Environment;
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

  private final Environment environment;
  private final Training training;

  @Mixin private ModelsOption models = new ModelsOption();

  @Option(
      names = "--name",
      paramLabel = "NAME",
      description = "The model's folder there. Default: ${DEFAULT-VALUE}")
  private String name;

  TrainAloneCommand(Environment environment, String name, Training training) {
    this.environment = environment;
    this.name = name;
    this.training = training;
  }

  @Override
  public Integer call() throws Exception {
    Path folder = models.folder(environment);
    training.train(folder, name);
    environment
        .out()
        .println("Trained. The model and its card are in " + environment.shown(folder) + ".");
    return Exit.OK.code();
  }
}
