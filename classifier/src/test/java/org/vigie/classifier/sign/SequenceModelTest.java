package org.vigie.classifier.sign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SequenceModelTest {
  private static final int WIDTH = SequenceLayers.WIDTH;

  @TempDir Path folder;

  @Test
  void gradientsAreWhatASmallChangeOfAWeightDoes() {
    Random random = new Random(3);
    SequenceLayers layers = layers(2, random);
    int steps = 7;
    float[] sequence = numbers(steps * WIDTH, random);
    float[] byPooled = numbers(SequenceLayers.POOLED, random);
    float[][] gradients =
        Arrays.stream(layers.weights()).map(w -> new float[w.length]).toArray(float[][]::new);
    SequenceLayers.Pooled pooled = layers.pool(sequence, steps);
    float[] bySequence = layers.learn(sequence, steps, pooled, byPooled, gradients);

    for (int w = 0; w < 6; w++) {
      for (int tried = 0; tried < 20; tried++) {
        int i = random.nextInt(gradients[w].length);
        double slope = slope(layers.weights()[w], i, layers, sequence, steps, byPooled);
        assertThat(slope)
            .as("weight %d of %d", i, w)
            .isCloseTo(gradients[w][i], near(gradients[w][i]));
      }
    }
    for (int tried = 0; tried < 40; tried++) {
      int i = random.nextInt(sequence.length);
      assertThat(slope(sequence, i, layers, sequence, steps, byPooled))
          .as("number %d of the sequence", i)
          .isCloseTo(bySequence[i], near(bySequence[i]));
    }
  }

  /** Numbers of single precision are added up, the more the larger the slope. */
  private static Offset<Double> near(double slope) {
    return Offset.offset(0.015 + 0.01 * Math.abs(slope));
  }

  /** How much more is pooled, weighed by {@code byPooled}, when one number grows. */
  private static double slope(
      float[] numbers,
      int at,
      SequenceLayers layers,
      float[] sequence,
      int steps,
      float[] byPooled) {
    float before = numbers[at];
    float change = 1e-3f;
    numbers[at] = before + change;
    double more = weighed(layers.pool(sequence, steps).values(), byPooled);
    numbers[at] = before - change;
    double less = weighed(layers.pool(sequence, steps).values(), byPooled);
    numbers[at] = before;
    return (more - less) / (2 * change);
  }

  private static double weighed(float[] values, float[] by) {
    double sum = 0;
    for (int i = 0; i < values.length; i++) {
      sum += (double) values[i] * by[i];
    }
    return sum;
  }

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
