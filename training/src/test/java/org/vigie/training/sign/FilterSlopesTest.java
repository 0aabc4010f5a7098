package org.vigie.training.sign;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.vigie.classifier.sign.SequenceLayers;

class FilterSlopesTest {
  private static final int WIDTH = SequenceLayers.WIDTH;

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
    FilterSlopes slopes = new FilterSlopes(layers.weights());
    float[] bySequence = slopes.add(sequence, pooled, byPooled);
    slopes.addTo(gradients);

    // Of filters of each length.
    for (int w = 0; w < SequenceLayers.FILTER_ROWS; w += SequenceLayers.FILTER_ROWS / 6) {
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
