package org.vigie.cli.command.models;

import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.vigie.casework.environment.Environment;
import org.vigie.cli.command.option.ModelsOption;
import org.vigie.cli.invented.InventedGroups;
import org.vigie.files.failure.Exit;
import org.vigie.files.failure.UserError;
import org.vigie.training.evaluation.ScoredSet;
import org.vigie.training.risk.GroupTraining;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code vigie train group}. */
@Command(
    name = "group",
    description = "Train the model of clusters and networks on invented groups of adverts",
    footer = {
      "",
      "No data is needed: campaigns are planted among independent persons, firms and spam. The figures",
      "tell how well they are found again, never how well trafficking is."
    })
public final class TrainGroupCommand implements Callable<Integer> {
  private final Environment environment;

  @Mixin private ModelsOption models = new ModelsOption();

  @Option(
      names = "--name",
      paramLabel = "NAME",
      description = "The model's folder there. Default: ${DEFAULT-VALUE}")
  private String name = "risk-group-1";

  public TrainGroupCommand(Environment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() throws Exception {
    Path folder = models.folder(environment);
    try {
      ScoredSet measured =
          GroupTraining.withDefaults().train(InventedGroups.of(folder), folder, name);
      environment
          .out()
          .printf(
              Locale.ROOT,
              "Trained. The model and its card are in %s.%nOn invented groups it has not seen:"
                  + " average precision %.3f, ECE %.3f.%n",
              environment.shown(folder.resolve(name)),
              measured.averagePrecision(),
              measured.calibrationError());
    } catch (IllegalArgumentException e) {
      throw new UserError(Exit.INPUT, String.valueOf(e.getMessage()), e);
    }
    return Exit.OK.code();
  }
}
