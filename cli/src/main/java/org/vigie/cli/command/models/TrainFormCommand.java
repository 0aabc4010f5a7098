package org.vigie.cli.command.models;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.vigie.casework.environment.Environment;
import org.vigie.cli.command.option.ModelsOption;
import org.vigie.cli.invented.InventedAdverts;
import org.vigie.files.failure.Exit;
import org.vigie.files.failure.UserError;
import org.vigie.training.evaluation.Figures;
import org.vigie.training.risk.FormMeasured;
import org.vigie.training.risk.FormTraining;
import org.vigie.training.risk.LabelledFormTraining;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code vigie train sexual} and its siblings for the other forms without public labels. */
@Command(
    description = "Train the model of this form, by weak supervision or from labelled adverts",
    footer = {
      "",
      "No data is needed: adverts are invented, labelling functions of forms.yaml vote on them, and",
      "what the votes are sure of is trained on. The figures tell how well planted wording is found",
      "again, never how well trafficking is.",
      "With --data: JSON Lines with the keys id, label (1 risky, 0 ordinary), group (the campaign) and",
      "text, as ./vigie label --export writes them. Labels tell what is risky; adverts of one group are",
      "never on both sides of a split. Not for work, of whose outcomes labels say nothing."
    })
public final class TrainFormCommand implements Callable<Integer> {
  private final Environment environment;
  private final String form;

  @Mixin private ModelsOption models = new ModelsOption();

  @Option(names = "--data", paramLabel = "FILE", description = "Labelled adverts, gzipped or not")
  private @Nullable String data;

  @Option(
      names = "--name",
      paramLabel = "NAME",
      description =
          "The model's folder there. Default: risk-FORM-1, with --data risk-FORM-labelled-1")
  private @Nullable String name;

  public TrainFormCommand(Environment environment, String form) {
    this.environment = environment;
    this.form = form;
  }

  @Override
  public Integer call() throws Exception {
    Path folder = models.folder(environment);
    try {
      if (data == null) {
        fromVotes(folder, name == null ? "risk-" + form + "-1" : name);
      } else {
        fromLabels(environment.path(data), folder, labelledName());
      }
    } catch (IllegalArgumentException e) {
      throw new UserError(Exit.INPUT, String.valueOf(e.getMessage()), e);
    }
    return Exit.OK.code();
  }

  private String labelledName() {
    return name == null ? "risk-" + form + "-labelled-1" : name;
  }

  private void fromVotes(Path folder, String model) throws IOException {
    FormMeasured measured =
        FormTraining.withDefaults().train(form, InventedAdverts.of(form, folder), folder, model);
    environment
        .out()
        .printf(
            Locale.ROOT,
            "Trained. The model and its card are in %s.%nOn invented adverts it has not seen:"
                + " average precision %.3f, ECE %.3f, %.0f %% abstentions.%n",
            environment.shown(folder.resolve(model)),
            measured.scored().averagePrecision(),
            measured.scored().calibrationError(),
            100 * measured.abstained());
  }

  private void fromLabels(Path file, Path folder, String model) throws IOException {
    if (!Files.isReadable(file)) {
      throw UserError.ofInput("--data must be a readable file, but %s isn't".formatted(data));
    }
    Figures mean =
        LabelledFormTraining.train(form, file, InventedAdverts.of(form, folder), folder, model)
            .mean();
    environment
        .out()
        .printf(
            Locale.ROOT,
            "Trained. The model and its card are in %s.%nOn campaigns it has not seen, mean of folds:"
                + " average precision %.3f, F1 %.3f, ECE %.3f.%nNext: ./vigie models approve,"
                + " then ./vigie evaluate --data %s --model %s --out DIR%n",
            environment.shown(folder.resolve(model)),
            mean.averagePrecision(),
            mean.f1(),
            mean.calibrationError(),
            data,
            model);
  }
}
