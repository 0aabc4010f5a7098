package org.vigie.training.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.advert.Outcome;
import org.vigie.classifier.ModelsFolder;
import org.vigie.classifier.registry.ExpectedScoresFile;
import org.vigie.classifier.registry.Manifest;
import org.vigie.classifier.risk.CalibrationFile;
import org.vigie.classifier.risk.ModelFile;
import org.vigie.classifier.weak.LabelModel;

class FormTrainingTest {
  private static final String MODEL = "risk-other-1";

  @Test
  void writesTheSameBytesASecondTimeWhateverTheTruthOfWhatItTrainsOn(@TempDir Path folder)
      throws IOException {
    Path first = copyOfModels(folder.resolve("first"));
    Path second = copyOfModels(folder.resolve("second"));
    List<FormExample> examples = examples();

    FormMeasured measured = FormTraining.withDefaults().train("other", examples, first, MODEL);
    FormTraining.withDefaults()
        .train("other", examples.stream().map(FormTrainingTest::belied).toList(), second, MODEL);

    assertThat(measured.scored().averagePrecision()).isGreaterThan(0.8);
    assertThat(Manifest.read(first).requireActive("other")).isEqualTo(MODEL);
    for (String name : List.of(ModelFile.NAME, CalibrationFile.NAME, ExpectedScoresFile.NAME)) {
      assertThat(second.resolve(MODEL).resolve(name))
          .hasSameBinaryContentAs(first.resolve(MODEL).resolve(name));
    }
    FormTraining.withDefaults().train("other", examples, second, MODEL);
    for (String name : List.of(DataSheet.NAME, "card.md")) {
      assertThat(second.resolve(MODEL).resolve(name))
          .hasSameBinaryContentAs(first.resolve(MODEL).resolve(name));
    }
  }

  @Test
  void refusesToTrainWhereNoAdvertIsOfAnOutcome(@TempDir Path folder) throws IOException {
    Path models = copyOfModels(folder);
    List<FormExample> examples =
        examples().stream().filter(e -> e.truth() != Outcome.SPAM_OR_SCAM).toList();

    assertThatThrownBy(() -> FormTraining.withDefaults().train("other", examples, models, MODEL))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("spam-or-scam");
  }

  /** The truth of what is trained on must have no effect. */
  private static FormExample belied(FormExample example) {
    return example.heldOut()
        ? example
        : new FormExample(
            example.id(),
            Outcome.SPAM_OR_SCAM,
            example.template(),
            example.language(),
            false,
            example.text());
  }

  static List<FormExample> examples() {
    // The gate has no words of its own for these, so that English ones open it.
    List<String> languages = List.of("da", "fi", "lt", "no", "sv");
    List<FormExample> examples = new ArrayList<>();
    for (int i = 0; i < 240; i++) {
      Outcome truth = LabelModel.OUTCOMES.get(i % 4);
      String own =
          switch (truth) {
            case RISK ->
                "Marriage for papers, debt must be repaid, passport is kept by the company";
            case INDEPENDENT -> "Marriage music, my own band, I work alone";
            case BUSINESS -> "Registered marriage agency, invoices at the reception";
            default -> "Marriage bonus, limited offer, click the link and win today";
          };
      examples.add(
          new FormExample(
              "e" + i,
              truth,
              "t" + i / 2,
              languages.get(i % 5),
              i / 20 % 4 == 0,
              own + ". Number " + i + "."));
    }
    return examples;
  }

  static Path copyOfModels(Path target) throws IOException {
    Path source = ModelsFolder.path();
    try (Stream<Path> files = Files.walk(source)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".yaml")).toList()) {
        Path copy = target.resolve(source.relativize(file).toString());
        Files.createDirectories(copy.getParent());
        Files.copy(file, copy);
      }
    }
    return target;
  }
}
