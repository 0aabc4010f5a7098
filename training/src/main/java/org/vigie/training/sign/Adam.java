package org.vigie.training.sign;

import java.util.Arrays;

/**
 * Steps by running means of gradients and of their squares, with weights drawn to 0.
 *
 * @see <a href="https://arxiv.org/abs/1412.6980">Kingma, Ba (2015): Adam</a>
 */
final class Adam {
  private static final float FIRST = 0.9f;
  private static final float SECOND = 0.999f;
  private static final float DECAY = 1e-2f;

  private final float[][] weights;
  private final float[][] gradients;
  private final float[][] means;
  private final float[][] squares;
  private double firsts = 1;
  private double seconds = 1;

  /** Learns weights, which it changes. */
  Adam(float[][] weights) {
    this.weights = weights;
    this.gradients = zeros(weights);
    this.means = zeros(weights);
    this.squares = zeros(weights);
  }

  private static float[][] zeros(float[][] like) {
    return Arrays.stream(like).map(row -> new float[row.length]).toArray(float[][]::new);
  }

  /** Returns the sums of the gradients since the last step, to be added to. */
  float[][] gradients() {
    return gradients;
  }

  /** Makes a step by the mean gradient of some examples. */
  void step(int examples, float rate) {
    firsts *= FIRST;
    seconds *= SECOND;
    float first = (float) (1 / (1 - firsts));
    float second = (float) (1 / (1 - seconds));
    for (int w = 0; w < weights.length; w++) {
      for (int i = 0; i < weights[w].length; i++) {
        float gradient = gradients[w][i] / examples;
        means[w][i] = FIRST * means[w][i] + (1 - FIRST) * gradient;
        squares[w][i] = SECOND * squares[w][i] + (1 - SECOND) * gradient * gradient;
        float step = means[w][i] * first / ((float) Math.sqrt(squares[w][i] * second) + 1e-8f);
        weights[w][i] -= rate * (step + DECAY * weights[w][i]);
      }
      Arrays.fill(gradients[w], 0);
    }
  }
}
