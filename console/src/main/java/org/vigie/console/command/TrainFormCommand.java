package org.vigie.console.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.vigie.classifier.risk.FormMeasured;
import org.vigie.classifier.risk.FormTraining;
import org.vigie.console.failure.Exit;
import org.vigie.console.failure.Refusal;
import org.vigie.console.surroundings.Surroundings;
import org.vigie.console.training.InventedAdverts;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code vigie train sexual} and its siblings for the other forms without public labels. */
@Command(
    description = "Train the model of this form by weak supervision on invented adverts",
    footer = {
      "",
      "No data is needed: adverts are invented, labelling functions of forms.yaml vote on them, and",
      "what the votes are sure of is trained on. The figures tell how well planted wording is found",
      "again, never how well trafficking is."
    })
final class TrainFormCommand implements Callable<Integer> {
  private final Surroundings surroundings;
  private final String form;

  @Mixin private ModelsOption models = new ModelsOption();

  @Option(
      names = "--name",
      paramLabel = "NAME",
      description = "The model's folder there. Default: risk-FORM-1")
  private @Nullable String name;

  TrainFormCommand(Surroundings surroundings, String form) {
    this.surroundings = surroundings;
    this.form = form;
  }

  @Override
  public Integer call() throws Exception {
    Path folder = models.folder(surroundings);
    String model = name == null ? "risk-" + form + "-1" : name;
    FormMeasured measured = train(folder, model);
    surroundings
        .out()
        .printf(
            Locale.ROOT,
            "Trained. The model and its card are in %s.%nOn invented adverts it has not seen:"
                + " average precision %.3f, ECE %.3f, %.0f %% abstentions.%n",
            surroundings.shown(folder.resolve(model)),
            measured.scored().averagePrecision(),
            measured.scored().calibrationError(),
            100 * measured.abstained());
    return Exit.OK.code();
  }

  private FormMeasured train(Path folder, String model) throws IOException {
    try {
      return FormTraining.withDefaults()
          .train(form, InventedAdverts.of(form, folder), folder, model);
    } catch (IllegalArgumentException e) {
      throw new Refusal(Exit.INPUT, String.valueOf(e.getMessage()), e);
    }
  }
}
