package org.vigie.cli.command.models;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.vigie.casework.environment.Environment;
import org.vigie.cli.command.option.ModelsOption;
import org.vigie.files.failure.Exit;
import org.vigie.files.failure.UserError;
import org.vigie.training.sign.EncoderTraining;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code vigie train encoder}. */
@Command(
    name = "encoder",
    description =
        "Learn what a sentence encoder of yours adds to the model of signs, and write its card",
    footer = {
      "",
      "FOLDER holds model.onnx, tokenizer.json and encoder.json, which says dimension, max-tokens,",
      "max-millis and languages. The card, which is printed, says what it adds on authors whom neither",
      "model nor encoder have read. ./vigie models encoder NAME puts it in use. It takes ten minutes",
      "and more; train it again after ./vigie train signs."
    })
public final class TrainEncoderCommand implements Callable<Integer> {
  private final Environment environment;

  @Parameters(index = "0", paramLabel = "FOLDER", description = "The encoder's files")
  private String given = "";

  @Mixin private ModelsOption models = new ModelsOption();

  @Option(
      names = "--name",
      paramLabel = "NAME",
      description = "The encoder's folder among the models. Default: ${DEFAULT-VALUE}")
  private String name = "encoder-1";

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "Folder of public data with job-ads, langid and lexical. Default: none")
  private String data = "";

  public TrainEncoderCommand(Environment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() throws Exception {
    Path from = environment.path(given);
    if (!Files.isDirectory(from)) {
      throw UserError.ofInput(
          "FOLDER must hold an encoder, but %s is not a folder".formatted(given));
    }
    Path folder = models.folder(environment);
    try {
      String card =
          EncoderTraining.load(folder, environment.path(data))
              .train(from, name, step -> environment.err().println(step + " ..."));
      environment.out().print(card);
    } catch (IllegalArgumentException e) {
      throw new UserError(Exit.INPUT, String.valueOf(e.getMessage()), e);
    }
    environment
        .out()
        .println("\nLearnt. It lies in " + environment.shown(folder) + ", and is not in use.");
    return Exit.OK.code();
  }
}
