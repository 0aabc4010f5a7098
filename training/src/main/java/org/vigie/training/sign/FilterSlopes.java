package org.vigie.training.sign;

import java.util.Arrays;
import org.vigie.classifier.sign.SequenceLayers;

/**
 * The gradients of filters, filter by filter: what one filter reads and learns then lies side by
 * side in memory, and many numbers are learnt at once.
 */
final class FilterSlopes {
  private static final int WIDTH = SequenceLayers.WIDTH;
  private static final int FILTERS = SequenceLayers.FILTERS;

  private final float[][] weights;
  private final float[][] filters = new float[SequenceLayers.KINDS * FILTERS][];
  private final float[][] slopes = new float[filters.length][];
  private final float[] ofBiases = new float[filters.length];

  /**
   * Takes the weights as they are.
   *
   * @param weights as {@link SequenceLayers#weights} returns them
   */
  FilterSlopes(float[][] weights) {
    this.weights = weights;
    for (int i = 0; i < filters.length; i++) {
      filters[i] = new float[SequenceLayers.taps(i / FILTERS) * WIDTH];
      slopes[i] = new float[filters[i].length];
    }
    begin();
  }

  /** Begins anew with the weights as they are now. */
  void begin() {
    for (int i = 0; i < filters.length; i++) {
      int first = SequenceLayers.firstRow(i / FILTERS);
      for (int read = 0; read < filters[i].length; read++) {
        filters[i][read] = weights[first + read][i % FILTERS];
      }
      Arrays.fill(slopes[i], 0);
    }
    Arrays.fill(ofBiases, 0);
  }

  /**
   * Adds what an error says.
   *
   * @param sequence as it was read, {@link SequenceLayers#WIDTH} numbers a step
   * @param pooled what was left of it
   * @param byPooled the gradient of each of its values
   * @return the gradient of each number of the sequence
   */
  float[] add(float[] sequence, SequenceLayers.Pooled pooled, float[] byPooled) {
    float[] bySequence = new float[sequence.length];
    for (int i = 0; i < filters.length; i++) {
      int step = pooled.steps()[i];
      if (step >= 0 && byPooled[i] != 0) {
        ofBiases[i] += byPooled[i];
        add(i, step, byPooled[i], sequence, bySequence);
      }
    }
    int count = sequence.length / WIDTH;
    float share = SequenceLayers.share(count);
    for (int step = 0; step < count; step++) {
      for (int d = 0; d < WIDTH; d++) {
        bySequence[step * WIDTH + d] += byPooled[SequenceLayers.POOLED - WIDTH + d] * share;
      }
    }
    return bySequence;
  }

  private void add(int filter, int step, float error, float[] sequence, float[] bySequence) {
    int kind = filter / FILTERS;
    for (int tap = 0; tap < SequenceLayers.taps(kind); tap++) {
      int from = (step + SequenceLayers.offset(kind, tap)) * WIDTH;
      if (from >= 0 && from < sequence.length) {
        addScaled(slopes[filter], tap * WIDTH, error, sequence, from);
        addScaled(bySequence, from, error, filters[filter], tap * WIDTH);
      }
    }
  }

  private static void addScaled(float[] to, int at, float factor, float[] of, int from) {
    for (int d = 0; d < WIDTH; d++) {
      to[at + d] += factor * of[from + d];
    }
  }

  /**
   * Adds all gradients since the beginning.
   *
   * @param gradients in the order of the weights
   */
  void addTo(float[][] gradients) {
    for (int i = 0; i < filters.length; i++) {
      int first = SequenceLayers.firstRow(i / FILTERS);
      for (int read = 0; read < slopes[i].length; read++) {
        gradients[first + read][i % FILTERS] += slopes[i][read];
      }
      gradients[SequenceLayers.FILTER_ROWS + i / FILTERS][i % FILTERS] += ofBiases[i];
    }
  }
}
