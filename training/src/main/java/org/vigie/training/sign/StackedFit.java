package org.vigie.training.sign;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.vigie.classifier.sign.StackedModel;

/**
 * Fits the network that hears the other models of signs, by Adam in small batches. It is several
 * networks, which began with other weights and saw the examples in another order, side by side:
 * what it tells is the mean of what they tell.
 *
 * @see <a href="https://doi.org/10.1109/34.58871">Hansen and Salamon (1990): neural network
 *     ensembles</a>
 * @see <a href="https://doi.org/10.1016/S0893-6080(05)80023-1">Wolpert (1992): stacked
 *     generalization</a>
 */
final class StackedFit {
  private static final String SAID = "said";
  private static final int UNITS = 64;
  private static final int NETWORKS = 5;
  private static final int BATCH = 128;
  private static final int EPOCHS = 8;
  private static final float RATE = 2e-3f;

  /** How much of what a kind's share of the examples tells is taken back. */
  private static final float BALANCE = 0.75f;

  /** Of six kinds each counts so much beside whether anything is said. */
  private static final float OF_KIND = 1f / 3;

  /**
   * What was heard of a text.
   *
   * @param line the text
   * @param inputs what models say of it that have not read its author
   */
  record Heard(SignLine line, float[] inputs) {}

  private final List<SignFit.Question> questions;
  private final Random random;
  private final float[] means;
  private final float[] spreads;
  private final float[][] weights;
  private final StackedModel model;
  private final Adam adam;

  private StackedFit(List<SignFit.Question> questions, List<Heard> all, long seed) {
    this.questions = questions;
    this.random = new Random(seed);
    int inputs = all.getFirst().inputs().length;
    this.means = new float[inputs];
    this.spreads = new float[inputs];
    measure(all);
    this.weights = new float[UNITS + questions.size()][];
    for (int row = 0; row < weights.length; row++) {
      weights[row] = first(row < UNITS ? inputs : UNITS);
    }
    this.model =
        new StackedModel(
            questions.stream().map(SignFit.Question::name).toList(),
            Arrays.copyOfRange(weights, 0, UNITS),
            Arrays.copyOfRange(weights, UNITS, weights.length));
    this.adam = new Adam(weights);
  }

  /** Returns the network that answers what is said and what kind it is. */
  static StackedModel fit(List<Heard> all, long seed) {
    return together(
        IntStream.range(0, NETWORKS).mapToObj(network -> one(all, seed + network)).toList());
  }

  private static StackedModel one(List<Heard> all, long seed) {
    List<SignFit.Question> questions =
        SignQuestions.all().stream()
            .filter(q -> q.name().equals(SAID) || q.name().startsWith("genre:"))
            .toList();
    StackedFit fit = new StackedFit(questions, all, seed);
    List<Heard> order = new ArrayList<>(all);
    for (int epoch = 0; epoch < EPOCHS; epoch++) {
      Collections.shuffle(order, fit.random);
      float rate = RATE * (1 - (float) epoch / EPOCHS);
      for (int from = 0; from < order.size(); from += BATCH) {
        List<Heard> batch = order.subList(from, Math.min(from + BATCH, order.size()));
        batch.forEach(fit::learn);
        fit.adam.step(batch.size(), rate);
      }
    }
    fit.balance(all);
    return fit.ofRawInputs();
  }

  /** Returns one network with the units of all, which answers as they do on average. */
  private static StackedModel together(List<StackedModel> networks) {
    List<String> outcomes = networks.getFirst().outcomes();
    float[][] hidden = new float[NETWORKS * UNITS][];
    float[][] out = new float[outcomes.size()][NETWORKS * UNITS + 1];
    for (int network = 0; network < NETWORKS; network++) {
      StackedModel one = networks.get(network);
      System.arraycopy(one.hidden(), 0, hidden, network * UNITS, UNITS);
      for (int k = 0; k < out.length; k++) {
        for (int unit = 0; unit < UNITS; unit++) {
          out[k][network * UNITS + unit] = one.out()[k][unit] / NETWORKS;
        }
        out[k][NETWORKS * UNITS] += one.out()[k][UNITS] / NETWORKS;
      }
    }
    return new StackedModel(outcomes, hidden, out);
  }

  /**
   * Asks more of a kind of text that has more examples: which kinds authors wrote most of says
   * little about what will be read.
   */
  private void balance(List<Heard> all) {
    for (int k = 0; k < questions.size(); k++) {
      SignFit.Question question = questions.get(k);
      if (!question.name().equals(SAID)) {
        long asked = all.stream().filter(heard -> question.asked().test(heard.line())).count();
        long yes = all.stream().filter(heard -> question.yes().test(heard.line())).count();
        double odds = yes == 0 ? 1 : (yes + 1.0) / (asked - yes + 1);
        weights[UNITS + k][UNITS] -= BALANCE * (float) StrictMath.log(odds);
      }
    }
  }

  private void measure(List<Heard> all) {
    for (int i = 0; i < means.length; i++) {
      double sum = 0;
      double squares = 0;
      for (Heard heard : all) {
        sum += heard.inputs()[i];
        squares += (double) heard.inputs()[i] * heard.inputs()[i];
      }
      double mean = sum / all.size();
      means[i] = (float) mean;
      spreads[i] = (float) Math.sqrt(Math.max(1e-6, squares / all.size() - mean * mean));
    }
  }

  /** Uniform, narrower the more numbers are added up; the bias last. */
  private float[] first(int added) {
    float reach = (float) (1 / Math.sqrt(added));
    float[] row = new float[added + 1];
    for (int i = 0; i < row.length; i++) {
      row[i] = (random.nextFloat() * 2 - 1) * reach;
    }
    return row;
  }

  private void learn(Heard heard) {
    float[] inputs = new float[means.length];
    for (int i = 0; i < inputs.length; i++) {
      inputs[i] = (heard.inputs()[i] - means[i]) / spreads[i];
    }
    float[] answers = model.answers(inputs);
    float[] odds = model.ofAnswers(answers);
    float[] byAnswers = new float[UNITS];
    for (int k = 0; k < odds.length; k++) {
      SignFit.Question question = questions.get(k);
      if (question.asked().test(heard.line())) {
        float yes = question.yes().test(heard.line()) ? 1 : 0;
        float error = (float) (1 / (1 + StrictMath.exp(-odds[k]))) - yes;
        learn(UNITS + k, error * (question.name().equals(SAID) ? 1 : OF_KIND), answers, byAnswers);
      }
    }
    for (int unit = 0; unit < UNITS; unit++) {
      if (answers[unit] > 0) {
        learn(unit, byAnswers[unit], inputs, null);
      }
    }
  }

  /** Adds to the gradients of a row, and to those of what it added up. */
  private void learn(int row, float error, float[] values, float @Nullable [] byValues) {
    float[] gradient = adam.gradients()[row];
    for (int i = 0; i < values.length; i++) {
      gradient[i] += error * values[i];
      if (byValues != null) {
        byValues[i] += error * weights[row][i];
      }
    }
    gradient[values.length] += error;
  }

  /** Returns the same network for inputs as they come. */
  private StackedModel ofRawInputs() {
    float[][] hidden = new float[UNITS][];
    for (int unit = 0; unit < UNITS; unit++) {
      hidden[unit] = weights[unit].clone();
      for (int i = 0; i < means.length; i++) {
        hidden[unit][i] /= spreads[i];
        hidden[unit][means.length] -= hidden[unit][i] * means[i];
      }
    }
    return new StackedModel(model.outcomes(), hidden, model.out());
  }
}
