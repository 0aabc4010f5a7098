package org.vigie.classifier.sign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SignModelTest {
  private static final int[] PLACES = {3, 64, SignFeatures.SIZE - 1};

  @TempDir Path folder;
  private SignModel model;

  @BeforeEach
  void write() throws IOException {
    int[] counts = new int[SignFeatures.SIZE];
    for (int place : PLACES) {
      counts[place] = 1;
    }
    model =
        SignModel.of(
            List.of("said", "genre:offer"),
            PlaceIndex.of(counts, 1),
            List.of(new float[] {1, -2, 0.5f}, new float[] {0, 4, 0}),
            new float[] {-1, 0},
            new float[] {0.5f, 0.5f});
    model.write(folder);
  }

  @Test
  void weighsTheSameAfterItWasWritten() throws IOException {
    SignModel read = SignModel.read(folder);

    int[] sums = new int[2];
    read.add(new int[] {3, 5, 64}, sums);
    assertThat(read.logOdds(0, sums)).isCloseTo(-2, org.assertj.core.data.Offset.offset(0.02));
    assertThat(read.logOdds(1, sums)).isCloseTo(4, org.assertj.core.data.Offset.offset(0.05));
    assertThat(read.believedFrom(0.25f).thresholds()).containsExactly(0.25f, 0.25f);
    assertThat(read.rightness()).containsExactly(1, 0);
  }

  @Test
  void believesOneOutcomeSooner() throws IOException {
    SignModel read = SignModel.read(folder).believedFrom(0.7f);
    String last = read.outcomes().getLast();

    assertThat(read.believedFrom(last, 0.5f).thresholds()).containsExactly(0.7f, 0.5f);
    assertThatThrownBy(() -> read.believedFrom("family:none", 0.5f))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("family:none");
  }

  @Test
  void keepsHowOftenItIsRight() throws IOException {
    model.withRightness(0.5f, -0.25f).write(folder);

    assertThat(SignModel.read(folder).believedFrom(0.3f).rightness()).containsExactly(0.5f, -0.25f);
  }

  @Test
  void keepsWhatLessIsAskedOfFewWords() throws IOException {
    model.withAllowance(0.5f).write(folder);

    assertThat(SignModel.read(folder).believedFrom(0.3f).allowance()).isEqualTo(0.5f);
  }

  @Test
  void namesAFileThatDoesNotSayHowOftenItIsRight() throws IOException {
    Path file = folder.resolve(SignModel.CALIBRATION);
    Files.writeString(file, Files.readString(file).replace("rightness", "other"));

    assertThatThrownBy(() -> SignModel.read(folder))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("rightness");
  }

  @Test
  void saysWhichFileHasNotTheWeightsThatItTellsOf() throws IOException {
    Path weights = folder.resolve(SignModel.WEIGHTS);
    try (DataOutputStream out =
        new DataOutputStream(new DeflaterOutputStream(Files.newOutputStream(weights)))) {
      for (int i = 0; i < PlaceIndex.words(); i++) {
        out.writeLong(-1);
      }
      out.write(new byte[10]);
    }
    assertThatThrownBy(() -> SignModel.read(folder))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(SignModel.WEIGHTS);

    Files.write(weights, new byte[] {1, 2, 3});
    assertThatThrownBy(() -> SignModel.read(folder))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(SignModel.WEIGHTS);
  }
}
