package org.vigie.classifier.sign;

import java.util.Arrays;

/**
 * The layers of a small convolutional network over a sequence: filters of one, three and five steps
 * (the last with gaps), of each the largest answer anywhere, and the mean of all steps; then one
 * linear layer.
 *
 * <p>Numbers are added in one order on all machines, so that the same weights give the same answer.
 *
 * @see <a href="https://aclanthology.org/D14-1181/">Kim (2014): convolutional neural networks for
 *     sentence classification</a>
 */
public final class SequenceLayers {
  /** Numbers that stand for a step. */
  public static final int WIDTH = 32;

  /** Filters of each length. */
  public static final int FILTERS = 64;

  private static final int[] LENGTHS = {1, 3, 5};
  private static final int[] GAPS = {1, 1, 2};

  /** Numbers that stand for a whole sequence. */
  public static final int POOLED = LENGTHS.length * FILTERS + WIDTH;

  private final int outcomes;
  private final float[][] filters = new float[LENGTHS.length][];
  private final float[][] filterBiases = new float[LENGTHS.length][FILTERS];
  private final float[] linear;
  private final float[] biases;

  /** Makes layers of zeros. */
  public SequenceLayers(int outcomes) {
    this.outcomes = outcomes;
    for (int c = 0; c < LENGTHS.length; c++) {
      filters[c] = new float[LENGTHS[c] * WIDTH * FILTERS];
    }
    this.linear = new float[outcomes * POOLED];
    this.biases = new float[outcomes];
  }

  /** Returns all weights, to be read, written and learnt; changing them changes the layers. */
  public float[][] weights() {
    return new float[][] {
      filters[0],
      filters[1],
      filters[2],
      filterBiases[0],
      filterBiases[1],
      filterBiases[2],
      linear,
      biases
    };
  }

  /**
   * A pooled sequence.
   *
   * @param values the largest answer of each filter, 0 at least, then the mean of all steps
   * @param steps where each filter answered most; -1 where its largest answer is not above 0
   */
  public record Pooled(float[] values, int[] steps) {}

  /**
   * Reads a sequence.
   *
   * @param sequence so many numbers a step as {@link #WIDTH}
   * @param count of its steps, at least one
   */
  public Pooled pool(float[] sequence, int count) {
    float[] values = new float[POOLED];
    int[] steps = new int[LENGTHS.length * FILTERS];
    float[] answers = new float[FILTERS];
    for (int c = 0; c < LENGTHS.length; c++) {
      int at = c * FILTERS;
      Arrays.fill(steps, at, at + FILTERS, -1);
      for (int step = 0; step < count; step++) {
        answer(c, sequence, count, step, answers);
        for (int f = 0; f < FILTERS; f++) {
          if (answers[f] > values[at + f]) {
            values[at + f] = answers[f];
            steps[at + f] = step;
          }
        }
      }
    }
    float share = share(count);
    for (int step = 0; step < count; step++) {
      for (int d = 0; d < WIDTH; d++) {
        values[POOLED - WIDTH + d] += sequence[step * WIDTH + d] * share;
      }
    }
    return new Pooled(values, steps);
  }

  /**
   * A sum is divided by the root of the length: longer counts more, but less than in proportion.
   */
  private static float share(int count) {
    return (float) (1 / Math.sqrt(count));
  }

  private void answer(int c, float[] sequence, int count, int step, float[] answers) {
    System.arraycopy(filterBiases[c], 0, answers, 0, FILTERS);
    float[] filter = filters[c];
    for (int tap = 0; tap < LENGTHS[c]; tap++) {
      int from = step + (tap - LENGTHS[c] / 2) * GAPS[c];
      if (from < 0 || from >= count) {
        continue;
      }
      for (int d = 0; d < WIDTH; d++) {
        float value = sequence[from * WIDTH + d];
        int row = (tap * WIDTH + d) * FILTERS;
        for (int f = 0; f < FILTERS; f++) {
          answers[f] += value * filter[row + f];
        }
      }
    }
  }

  /** Returns the log-odds of each outcome. */
  public float[] logOdds(float[] pooled) {
    float[] odds = biases.clone();
    for (int k = 0; k < outcomes; k++) {
      float sum = odds[k];
      for (int i = 0; i < POOLED; i++) {
        sum += linear[k * POOLED + i] * pooled[i];
      }
      odds[k] = sum;
    }
    return odds;
  }

  /**
   * Adds to the gradients what an error says.
   *
   * @param sequence as it was read
   * @param pooled what was left of it
   * @param byPooled the gradient of each of its values
   * @param gradients as {@link #weights}; those of filters are added to
   * @return the gradient of each number of the sequence
   */
  public float[] learn(
      float[] sequence, int count, Pooled pooled, float[] byPooled, float[][] gradients) {
    float[] bySequence = new float[count * WIDTH];
    for (int i = 0; i < pooled.steps().length; i++) {
      int step = pooled.steps()[i];
      if (step >= 0 && byPooled[i] != 0) {
        learn(i / FILTERS, i % FILTERS, step, byPooled[i], sequence, bySequence, gradients);
      }
    }
    float share = share(count);
    for (int step = 0; step < count; step++) {
      for (int d = 0; d < WIDTH; d++) {
        bySequence[step * WIDTH + d] += byPooled[POOLED - WIDTH + d] * share;
      }
    }
    return bySequence;
  }

  private void learn(
      int c,
      int f,
      int step,
      float error,
      float[] sequence,
      float[] bySequence,
      float[][] gradients) {
    int count = sequence.length / WIDTH;
    gradients[LENGTHS.length + c][f] += error;
    for (int tap = 0; tap < LENGTHS[c]; tap++) {
      int from = step + (tap - LENGTHS[c] / 2) * GAPS[c];
      if (from < 0 || from >= count) {
        continue;
      }
      for (int d = 0; d < WIDTH; d++) {
        int weight = (tap * WIDTH + d) * FILTERS + f;
        gradients[c][weight] += error * sequence[from * WIDTH + d];
        bySequence[from * WIDTH + d] += error * filters[c][weight];
      }
    }
  }
}
