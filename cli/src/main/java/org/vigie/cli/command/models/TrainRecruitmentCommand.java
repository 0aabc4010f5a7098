package org.vigie.cli.command.models;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.vigie.casework.environment.Environment;
import org.vigie.cli.command.option.ModelsOption;
import org.vigie.files.failure.Exit;
import org.vigie.files.failure.UserError;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code vigie train recruitment}. */
@Command(
    name = "recruitment",
    description = "Train the model of deceptive recruitment, and write its card",
    footer = {
      "",
      "The data: JSON Lines with the keys id, label, group and text. The figures on the card are",
      "about employment scams, which stand in for recruitment into trafficking: no set of adverts",
      "labelled for trafficking is public."
    })
public final class TrainRecruitmentCommand implements Callable<Integer> {
  /** What trains: reads labelled adverts, and writes a model and its card to a folder of models. */
  @FunctionalInterface
  public interface Training {
    void train(Path data, Path models, String name) throws Exception;
  }

  private final Environment environment;
  private final Training training;

  @Option(names = "--data", required = true, paramLabel = "FILE", description = "Labelled adverts")
  private String data = "";

  @Mixin private ModelsOption models = new ModelsOption();

  @Option(
      names = "--name",
      paramLabel = "NAME",
      description = "The model's folder there. Default: ${DEFAULT-VALUE}")
  private String name = "risk-recruitment-1";

  public TrainRecruitmentCommand(Environment environment, Training training) {
    this.environment = environment;
    this.training = training;
  }

  @Override
  public Integer call() throws Exception {
    Path file = environment.path(data);
    if (!Files.isReadable(file)) {
      throw UserError.ofInput("--data must be a readable file, but %s isn't".formatted(data));
    }
    Path folder = models.folder(environment);
    training.train(file, folder, name);
    environment
        .out()
        .println("Trained. The model and its card are in " + environment.shown(folder) + ".");
    return Exit.OK.code();
  }
}
