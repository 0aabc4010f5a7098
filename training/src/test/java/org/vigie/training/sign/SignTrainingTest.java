package org.vigie.training.sign;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.classifier.ModelsFolder;
import org.vigie.classifier.indicator.MaskedWords;
import org.vigie.classifier.registry.Manifest;
import org.vigie.classifier.sign.SequenceModel;
import org.vigie.classifier.sign.SignModel;
import org.vigie.classifier.sign.SignReader;
import org.vigie.classifier.sign.SignSampler;
import org.vigie.classifier.sign.StackedModel;

/** The whole way from texts to a listed model, on few English texts of three authors. */
class SignTrainingTest {
  private static final int TEXTS = 200;

  @TempDir Path folder;

  @Test
  void writesAModelThatFindsSignsListsItAndTellsHowItFaresOnEachAuthorUnseen() throws Exception {
    SignSampler sampler = SignSampler.load(ModelsFolder.path());
    List<List<SignLine>> authors = new ArrayList<>();
    for (String author : SignCorpus.AUTHORS.subList(0, 3)) {
      List<SignLine> lines = SignCorpus.of(author, List.of("en"));
      authors.add(lines.subList(0, Math.min(TEXTS, lines.size())));
    }
    List<String> steps = Collections.synchronizedList(new ArrayList<>());

    new SignTraining(sampler, MaskedWords.load(ModelsFolder.path()), authors, List.of())
        .train(folder, "signs-9", steps::add);

    assertThat(steps)
        .contains(
            "learning from all authors but a few (1 of 2)",
            "learning from all authors but a few (2 of 2)",
            "learning from all authors");
    Path written = folder.resolve("signs-9");
    assertThat(Files.readAllLines(written.resolve("card.md")))
        .filteredOn(line -> line.startsWith("| first |") || line.startsWith("| third |"))
        .as("a row of texts, and one of how it fares, for each author")
        .hasSize(4)
        .noneMatch(line -> line.contains("NaN"));
    Manifest manifest = Manifest.read(folder);
    manifest.requireUnaltered(folder, "signs-9");
    assertThat(manifest.requireActive(SignReader.FORM)).isEqualTo("signs-9");
    SignReader reader =
        SignReader.of(
            sampler,
            SignModel.read(written),
            SequenceModel.read(written),
            StackedModel.read(written));
    assertThat(SignFigures.of(reader, authors.getFirst(), false).recall())
        .as("of texts that it learnt from")
        .isGreaterThan(0.5);
  }
}
