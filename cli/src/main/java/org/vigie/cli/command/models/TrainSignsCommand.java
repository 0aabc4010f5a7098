package org.vigie.cli.command.models;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.vigie.casework.environment.Environment;
import org.vigie.cli.command.option.ModelsOption;
import org.vigie.files.failure.Exit;
import org.vigie.training.sign.SignTraining;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code vigie train signs}. */
@Command(
    name = "signs",
    description = "Train the categorisers that tell what a text says, and write their card",
    footer = {
      "",
      "They learn from invented texts that Vigie brings along, and from ordinary ones in the",
      "folder of --data where it is. The same texts make the same model, byte for byte. Train them",
      "again after changing concepts or frames; it takes half an hour."
    })
public final class TrainSignsCommand implements Callable<Integer> {
  private final Environment environment;

  @Mixin private ModelsOption models = new ModelsOption();

  @Option(
      names = "--name",
      paramLabel = "NAME",
      description = "The model's folder there. Default: ${DEFAULT-VALUE}")
  private String name = "signs-1";

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "Folder of public data with job-ads, langid and lexical. Default: none")
  private String data = "";

  public TrainSignsCommand(Environment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() throws Exception {
    Path folder = models.folder(environment);
    SignTraining.load(folder, environment.path(data))
        .train(folder, name, step -> environment.err().println(step + " ..."));
    environment
        .out()
        .println("Trained. The model and its card are in " + environment.shown(folder) + ".");
    return Exit.OK.code();
  }
}
