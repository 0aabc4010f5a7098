package org.vigie.training.sign;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.vigie.classifier.sign.SequenceLayers;
import org.vigie.classifier.sign.SequenceModel;
import org.vigie.classifier.sign.SignSteps;

/**
 * Fits the network that reads signs in their order: each place has a row of numbers, which learns
 * by steps that shrink row by row, and the layers learn by Adam in small batches. Words are left
 * out now and then where a concept stands, so that what concepts say in one language is learnt for
 * all.
 *
 * @see <a href="https://jmlr.org/papers/v15/srivastava14a.html">Srivastava et al. (2014):
 *     dropout</a>
 */
final class SequenceFit {
  private static final int WIDTH = SequenceLayers.WIDTH;
  private static final int BATCH = 64;
  private static final float ROW_RATE = 0.03f;
  private static final float RATE = 1e-3f;
  private static final float KEPT_NUMBERS = 0.8f;
  private static final float KEPT_POOLED = 0.6f;
  private static final float WORDLESS = 0.2f;
  private static final float FIRST_ROWS = 0.05f;

  /** What fewer steps have tells nothing that holds for others. */
  private static final int SEEN = 3;

  private final int epochs;
  private final long seed;

  /**
   * @param epochs how often each example is seen
   * @param seed of first weights, of the order of examples and of what is left out
   */
  SequenceFit(int epochs, long seed) {
    this.epochs = epochs;
    this.seed = seed;
  }

  /** Returns the network that answers the questions, as it learnt from the examples. */
  SequenceModel fit(List<SignFit.Question> questions, List<SignFit.Example> examples) {
    Run run = new Run(questions, epochs, new Random(seed));
    List<SignFit.Example> order = new ArrayList<>(examples);
    for (int epoch = 0; epoch < epochs; epoch++) {
      Collections.shuffle(order, run.random);
      float left = 1 - (float) epoch / epochs;
      for (int from = 0; from < order.size(); from += BATCH) {
        List<SignFit.Example> batch = order.subList(from, Math.min(from + BATCH, order.size()));
        batch.forEach(example -> run.learn(example, ROW_RATE * left));
        run.step(batch.size(), RATE * left);
      }
    }
    return run.model();
  }

  /** What one fit has learnt so far. */
  private static final class Run {
    private final List<SignFit.Question> questions;
    private final int epochs;
    private final Random random;
    private final float[] table = new float[SignSteps.PLACES * WIDTH];
    private final float[] squares = new float[SignSteps.PLACES];
    private final int[] seen = new int[SignSteps.PLACES];
    private final SequenceLayers layers;
    private final float[] linear;
    private final Adam adam;
    private final FilterSlopes slopes;

    Run(List<SignFit.Question> questions, int epochs, Random random) {
      this.epochs = epochs;
      this.questions = questions;
      this.random = random;
      this.layers = new SequenceLayers(questions.size());
      for (int i = 0; i < table.length; i++) {
        table[i] = (float) random.nextGaussian() * FIRST_ROWS;
      }
      float[][] weights = layers.weights();
      for (int kind = 0; kind < SequenceLayers.KINDS; kind++) {
        int added = SequenceLayers.taps(kind) * WIDTH;
        for (int i = 0; i < added; i++) {
          begin(weights[SequenceLayers.firstRow(kind) + i], added);
        }
      }
      this.linear = weights[SequenceLayers.LINEAR];
      begin(linear, SequenceLayers.POOLED);
      this.adam = new Adam(weights);
      this.slopes = new FilterSlopes(weights);
    }

    /** Uniform, narrower the more numbers are added up. */
    private void begin(float[] weights, int added) {
      float reach = (float) (1 / Math.sqrt(added));
      for (int i = 0; i < weights.length; i++) {
        weights[i] = (random.nextFloat() * 2 - 1) * reach;
      }
    }

    void learn(SignFit.Example example, float rate) {
      int[][] steps = read(example.steps());
      float[] kept = dropped(steps.length * WIDTH, KEPT_NUMBERS);
      float[] sequence = new float[steps.length * WIDTH];
      for (int step = 0; step < steps.length; step++) {
        for (int place : steps[step]) {
          for (int d = 0; d < WIDTH; d++) {
            sequence[step * WIDTH + d] += table[place * WIDTH + d];
          }
        }
      }
      multiply(sequence, kept);
      SequenceLayers.Pooled pooled = layers.pool(sequence, steps.length);
      float[] keptPooled = dropped(SequenceLayers.POOLED, KEPT_POOLED);
      float[] values = pooled.values().clone();
      multiply(values, keptPooled);
      float[] byPooled = learnLinear(example, values);
      multiply(byPooled, keptPooled);
      float[] bySequence = slopes.add(sequence, pooled, byPooled);
      multiply(bySequence, kept);
      for (int step = 0; step < steps.length; step++) {
        learnRows(steps[step], bySequence, step * WIDTH, rate);
      }
    }

    void step(int examples, float rate) {
      slopes.addTo(adam.gradients());
      adam.step(examples, rate);
      slopes.begin();
    }

    /** Leaves the words of some steps out at which a concept stands. */
    private int[][] read(int[][] steps) {
      int[][] read = new int[steps.length][];
      for (int i = 0; i < steps.length; i++) {
        boolean wordless =
            Arrays.stream(steps[i]).anyMatch(SignSteps::isConcept) && random.nextFloat() < WORDLESS;
        read[i] =
            wordless ? Arrays.stream(steps[i]).filter(SignSteps::isConcept).toArray() : steps[i];
      }
      return read;
    }

    private float[] dropped(int count, float kept) {
      float[] factors = new float[count];
      for (int i = 0; i < count; i++) {
        factors[i] = random.nextFloat() < kept ? 1 / kept : 0;
      }
      return factors;
    }

    private static void multiply(float[] values, float[] factors) {
      for (int i = 0; i < values.length; i++) {
        values[i] *= factors[i];
      }
    }

    /** Returns the gradient of what the linear layer read. */
    private float[] learnLinear(SignFit.Example example, float[] values) {
      float[] odds = layers.logOdds(values);
      float[] byLinear = adam.gradients()[SequenceLayers.LINEAR];
      float[] byBiases = adam.gradients()[SequenceLayers.LINEAR + 1];
      float[] byValues = new float[values.length];
      for (int k = 0; k < odds.length; k++) {
        SignFit.Question question = questions.get(k);
        if (!question.asked().test(example.line())) {
          continue;
        }
        float yes = question.yes().test(example.line()) ? 1 : 0;
        float error = (float) (1 / (1 + StrictMath.exp(-odds[k])) - yes) * weight(question);
        byBiases[k] += error;
        int row = k * SequenceLayers.POOLED;
        for (int i = 0; i < values.length; i++) {
          byLinear[row + i] += error * values[i];
          byValues[i] += error * linear[row + i];
        }
      }
      return byValues;
    }

    private static float weight(SignFit.Question question) {
      return question.name().equals("said") ? 2 : 1;
    }

    private void learnRows(int[] places, float[] gradient, int from, float rate) {
      float square = 0;
      for (int d = 0; d < WIDTH; d++) {
        square += gradient[from + d] * gradient[from + d];
      }
      if (square == 0) {
        return;
      }
      for (int place : places) {
        seen[place]++;
        squares[place] += square / WIDTH;
        float step = rate / ((float) Math.sqrt(squares[place]) + 1e-6f);
        for (int d = 0; d < WIDTH; d++) {
          table[place * WIDTH + d] -= step * gradient[from + d];
        }
      }
    }

    /** Returns what was learnt; what next to no example had says nothing. */
    SequenceModel model() {
      for (int place = 0; place < squares.length; place++) {
        if (seen[place] < SEEN * epochs) {
          Arrays.fill(table, place * WIDTH, (place + 1) * WIDTH, 0);
        }
      }
      return SequenceModel.of(
          questions.stream().map(SignFit.Question::name).toList(), table, layers);
    }
  }
}
