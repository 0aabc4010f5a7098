package org.vigie.training.sign;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.vigie.classifier.encoder.EncoderHead;

/**
 * Fits what an encoder's vectors add to what models say of texts whose authors they have not read:
 * a logistic model that starts from their log-odds, by Adam in small batches.
 *
 * <p>Beside the vectors it learns a slope and a bias of the log-odds, and leaves them out of what
 * it returns: how far models that have read two thirds of the authors are to be believed is not
 * what the encoder is for, and not what it is for models that have read all.
 */
final class EncoderFit {
  /** Beyond these models are sure, and moved by more than this what they know would be lost. */
  static final EncoderHead.Bounds BOUNDS = new EncoderHead.Bounds(-2.5f, 2.5f, 2.5f);

  private static final int BATCH = 64;
  private static final int EPOCHS = 30;
  private static final float RATE = 2e-3f;

  /** How strongly weights are drawn to 0: there are few texts for so many. */
  private static final float DECAY = 0.1f;

  /** Log-odds are made about as large as the numbers of a vector. */
  private static final float OF_ODDS = 1f / 4;

  /**
   * What is known of a text.
   *
   * @param vector by the encoder
   * @param says log-odds that it says a sign, by models that have not read its author
   * @param said whether it does
   * @param weight how much it counts
   */
  record Sample(float[] vector, float says, boolean said, float weight) {}

  private final int dimension;
  private final float[] mean;
  private final float[] weights;
  private final Adam adam;

  private EncoderFit(List<Sample> samples, int dimension) {
    this.dimension = dimension;
    this.mean = mean(samples, dimension);
    this.weights = new float[dimension + 2];
    this.adam = new Adam(new float[][] {weights});
  }

  private static float[] mean(List<Sample> samples, int dimension) {
    double[] sums = new double[dimension];
    double all = 0;
    for (Sample sample : samples) {
      all += sample.weight();
      for (int i = 0; i < dimension; i++) {
        sums[i] += sample.weight() * sample.vector()[i];
      }
    }
    float[] mean = new float[dimension];
    for (int i = 0; i < dimension; i++) {
      mean[i] = (float) (sums[i] / Math.max(1e-9, all));
    }
    return mean;
  }

  /**
   * Returns what the samples teach.
   *
   * @param trial the vector of {@link EncoderHead#TRIAL}
   */
  static EncoderHead fit(List<Sample> samples, float[] trial, long seed) {
    EncoderFit fit = new EncoderFit(samples, trial.length);
    List<Sample> order = new ArrayList<>(samples);
    Random random = new Random(seed);
    for (int epoch = 0; epoch < EPOCHS; epoch++) {
      Collections.shuffle(order, random);
      float rate = RATE * (1 - (float) epoch / EPOCHS);
      for (int from = 0; from < order.size(); from += BATCH) {
        fit.learn(order.subList(from, Math.min(from + BATCH, order.size())), rate);
      }
    }
    return fit.head(trial);
  }

  private void learn(List<Sample> batch, float rate) {
    batch.forEach(this::learn);
    float[] gradient = adam.gradients()[0];
    for (int i = 0; i < dimension; i++) {
      gradient[i] += DECAY * weights[i] * batch.size();
    }
    adam.step(batch.size(), rate);
  }

  private void learn(Sample sample) {
    float odds = sample.says() * OF_ODDS;
    double sum = sample.says() + weights[dimension] * odds + weights[dimension + 1];
    for (int i = 0; i < dimension; i++) {
      sum += weights[i] * number(sample, i);
    }
    float error =
        sample.weight() * ((float) (1 / (1 + StrictMath.exp(-sum))) - (sample.said() ? 1 : 0));
    float[] gradient = adam.gradients()[0];
    for (int i = 0; i < dimension; i++) {
      gradient[i] += error * number(sample, i);
    }
    gradient[dimension] += error * odds;
    gradient[dimension + 1] += error;
  }

  /** Numbers of a vector of length 1 are the smaller the more there are. */
  private float number(Sample sample, int at) {
    return (sample.vector()[at] - mean[at]) * spread();
  }

  private float spread() {
    return (float) Math.sqrt(dimension);
  }

  private EncoderHead head(float[] trial) {
    float[] ofVector = new float[dimension];
    float bias = 0;
    for (int i = 0; i < dimension; i++) {
      ofVector[i] = weights[i] * spread();
      bias -= ofVector[i] * mean[i];
    }
    return new EncoderHead(ofVector, bias, BOUNDS, trial);
  }
}
