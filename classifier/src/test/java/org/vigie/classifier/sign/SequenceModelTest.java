package org.vigie.classifier.sign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SequenceModelTest {
  private static final int WIDTH = SequenceLayers.WIDTH;

  @TempDir Path folder;

  @Test
  void saysTheSameAfterItWasWritten() throws IOException {
    Random random = new Random(4);
    SequenceLayers layers = layers(2, random);
    float[] table = new float[SignSteps.PLACES * WIDTH];
    for (int i = 0; i < 40 * WIDTH; i++) {
      table[i] = (float) random.nextGaussian();
    }
    SequenceModel model = SequenceModel.of(List.of("said", "genre:news"), table, layers);
    model.write(folder);

    SequenceModel read = SequenceModel.read(folder);

    int[][] steps = {{1, 2}, {}, {39, 7, 8}, {100}};
    assertThat(read.outcomes()).isEqualTo(model.outcomes());
    assertThat(read.outcome("genre:news")).isOne();
    assertThat(read.logOdds(steps)).containsExactly(model.logOdds(steps));
  }

  @Test
  void tellsOrderApart() {
    Random random = new Random(5);
    float[] table = numbers(SignSteps.PLACES * WIDTH, random);
    SequenceModel model = SequenceModel.of(List.of("said"), table, layers(1, random));

    assertThat(model.logOdds(new int[][] {{1}, {2}, {3}}))
        .isNotEqualTo(model.logOdds(new int[][] {{3}, {2}, {1}}));
  }

  @Test
  void namesAFileThatIsNone() throws IOException {
    Random random = new Random(6);
    SequenceModel.of(List.of("said"), new float[SignSteps.PLACES * WIDTH], layers(1, random))
        .write(folder);
    Path file = folder.resolve(SequenceModel.FILE);
    byte[] whole = Files.readAllBytes(file);

    Files.write(file, Arrays.copyOf(whole, whole.length - 1));
    assertRefused(file);
    Files.write(file, Arrays.copyOf(whole, whole.length + 1));
    assertRefused(file);
    whole[0] = 1;
    Files.write(file, whole);
    assertRefused(file);
  }

  private void assertRefused(Path file) {
    assertThatThrownBy(() -> SequenceModel.read(folder))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(file.toString());
  }

  private static SequenceLayers layers(int outcomes, Random random) {
    SequenceLayers layers = new SequenceLayers(outcomes);
    for (float[] weights : layers.weights()) {
      for (int i = 0; i < weights.length; i++) {
        weights[i] = (float) random.nextGaussian() * 0.1f;
      }
    }
    return layers;
  }

  private static float[] numbers(int count, Random random) {
    float[] numbers = new float[count];
    for (int i = 0; i < count; i++) {
      numbers[i] = (float) random.nextGaussian();
    }
    return numbers;
  }
}
