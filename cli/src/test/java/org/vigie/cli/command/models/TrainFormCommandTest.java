package org.vigie.cli.command.models;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.casework.environment.Here;
import org.vigie.casework.environment.SharedFixture;
import org.vigie.classifier.registry.Manifest;

/** The bench of an operator who has labelled adverts of another form than recruitment. */
class TrainFormCommandTest {
  @TempDir Path folder;
  private Here here = Here.in(Path.of(""));

  @BeforeEach
  void copyModels() throws IOException {
    here = Here.in(folder);
    SharedFixture.copy(
        Path.of(System.getProperty("vigie.root", "..")).resolve("models"),
        folder.resolve("home/models"),
        "");
  }

  @Test
  @Tag("end-to-end")
  void trainsMeasuresAndPutsInUseWhatReviewersLabelled() throws IOException {
    Files.writeString(folder.resolve("ours.jsonl"), adverts(1, 120));
    Files.writeString(folder.resolve("gold.jsonl"), adverts(2, 60));

    assertThat(here.vigie("train", "other", "--data", "ours.jsonl")).as(here.err()).isZero();
    assertThat(here.out())
        .contains("risk-other-labelled-1", "On campaigns it has not seen", "average precision 0.")
        .contains("Next: ./vigie models approve, then ./vigie evaluate --data ours.jsonl");
    assertThat(inUse()).isEqualTo("risk-other-1");

    String model = "risk-other-labelled-1";
    assertThat(here.vigie("evaluate", "--data", "ours.jsonl", "--model", model, "--out", "page"))
        .as(here.err())
        .isZero();
    assertThat(here.out())
        .contains("120 adverts, 40 labelled as risky; 5 folds, no campaign on both sides")
        .contains("Confusion by language", "Most weighted features", "Worst mistakes");
    assertThat(folder.resolve("page/index.html")).exists();

    assertThat(here.vigie("models", "promote", model, "--gold", "ours.jsonl")).isEqualTo(4);
    assertThat(here.err()).contains("was not trained on");
    assertThat(here.vigie("models", "promote", model, "--gold", "gold.jsonl"))
        .as(here.err())
        .isZero();
    assertThat(inUse()).isEqualTo(model);
    assertThat(here.vigie("models", "rollback", "other")).isZero();
    assertThat(inUse()).isEqualTo("risk-other-1");
  }

  @Test
  void refusesDataThatItCannotTrainOn() throws IOException {
    assertThat(here.vigie("train", "other", "--data", "none.jsonl")).isEqualTo(4);
    assertThat(here.err()).contains("--data must be a readable file");

    Files.writeString(folder.resolve("few.jsonl"), adverts(1, 6));
    assertThat(here.vigie("train", "other", "--data", "few.jsonl")).isEqualTo(4);
    assertThat(here.err()).contains("needs at least 10 campaigns with risky adverts");
    assertThat(here.vigie("train", "work", "--data", "few.jsonl")).isEqualTo(4);
    assertThat(here.err()).contains("of which labels say nothing");
    assertThat(folder.resolve("home/models/risk-other-labelled-1")).doesNotExist();
  }

  @Test
  void measuresTheModelInUseOnLabelsAndNoModelOfAnythingElse() throws IOException {
    Files.writeString(folder.resolve("gold.jsonl"), adverts(2, 60));

    assertThat(here.vigie("evaluate", "--data", "gold.jsonl", "--model", "risk-other-1"))
        .as(here.err())
        .isZero();
    assertThat(here.out()).startsWith("risk-other-1 on gold.jsonl: 60 adverts, 20 labelled");
    assertThat(here.vigie("evaluate", "--data", "gold.jsonl", "--model", "sentences-1"))
        .isEqualTo(4);
    assertThat(here.err())
        .contains("--model must be one of risk-forced-criminality-1, risk-other-1");
    assertThat(here.vigie("evaluate", "--all", "--model", "risk-other-1")).isEqualTo(4);
    assertThat(here.err()).contains("--model must be of recruitment");
  }

  private String inUse() throws IOException {
    return Manifest.read(folder.resolve("home/models")).requireActive("other");
  }

  /** Invented adverts of marriages, two a campaign, a third of them labelled as risky. */
  private static String adverts(long seed, int count) {
    Random random = new Random(seed);
    List<String> ordinary = List.of("music", "flowers", "cake", "church", "photos", "guests");
    List<String> risky = List.of("papers", "arranged", "paid", "stranger", "abroad", "quickly");
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < count; i++) {
      boolean risk = i / 2 % 3 == 0;
      StringBuilder text = new StringBuilder("Looking for a husband or wife:");
      for (int word = 0; word < 12; word++) {
        List<String> from = random.nextInt(5) == 0 == risk ? ordinary : risky;
        text.append(' ').append(from.get(random.nextInt(from.size())));
      }
      lines.append(
          "{\"id\":\"a%d-%d\",\"label\":%d,\"group\":\"g%d-%d\",\"text\":\"%s\"}\n"
              .formatted(seed, i, risk ? 1 : 0, seed, i / 2, text));
    }
    return lines.toString();
  }
}
