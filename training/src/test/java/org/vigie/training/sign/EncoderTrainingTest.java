package org.vigie.training.sign;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.classifier.ModelsFolder;
import org.vigie.classifier.encoder.EncoderHead;
import org.vigie.classifier.encoder.EnglishEncoder;
import org.vigie.classifier.encoder.MaskedEncoder;
import org.vigie.classifier.encoder.SignEncoder;
import org.vigie.classifier.indicator.MaskedWords;
import org.vigie.classifier.registry.Manifest;
import org.vigie.classifier.sign.SignSampler;

/** The whole way from an encoder's folder to a listed one, on few English texts. */
class EncoderTrainingTest {
  private static final int TEXTS = 60;

  @TempDir Path folder;

  @Test
  void writesAnEncoderThatWorksListsItAndTellsWhatItAdds() throws Exception {
    Path models = Files.createDirectories(folder.resolve("models"));
    Files.copy(ModelsFolder.path().resolve(MaskedWords.FILE), models.resolve(MaskedWords.FILE));
    Path given = EnglishEncoder.in(folder.resolve("given"), EnglishEncoder.sheet());
    SignTraining texts = texts();
    EncoderFolds folds = EncoderFolds.of(texts, step -> {});
    String card;
    try (MaskedEncoder encoder = MaskedEncoder.open(given, models)) {
      card =
          new EncoderTraining(models, texts, 0.5f)
              .learn(folds, encoder, encoder.trial(), step -> {})
              .write(given, models, "encoder-1");
    }

    assertThat(folds.all())
        .extracting(EncoderFolds.Fold::authors)
        .containsExactly(List.of(0), List.of(1), List.of(2));
    assertThat(card.lines())
        .anyMatch(line -> line.startsWith("| first | " + TEXTS + " | "))
        .anyMatch(line -> line.startsWith("| all | " + 3 * TEXTS + " | "));
    Manifest manifest = Manifest.read(models);
    manifest.requireUnaltered(models, "encoder-1");
    assertThat(manifest.active()).isEmpty();
    assertThat(EncoderHead.read(models.resolve("encoder-1")).bounds()).isEqualTo(EncoderFit.BOUNDS);
    SignEncoder.open(models, "encoder-1").close();
  }

  private static SignTraining texts() throws Exception {
    Path models = ModelsFolder.path();
    List<List<SignLine>> authors = new ArrayList<>();
    for (String author : SignCorpus.AUTHORS.subList(0, 3)) {
      authors.add(SignCorpus.of(author, List.of("en")).subList(0, TEXTS));
    }
    return new SignTraining(SignSampler.load(models), MaskedWords.load(models), authors, List.of());
  }
}
