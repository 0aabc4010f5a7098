package org.vigie.training.sign;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;
import org.vigie.classifier.sign.PlaceIndex;
import org.vigie.classifier.sign.SignFeatures;
import org.vigie.classifier.sign.SignModel;

/**
 * Fits one logistic model of two outcomes for each of several questions, all in one pass over the
 * examples, by stochastic gradients whose steps shrink feature by feature.
 *
 * <p>OpenNLP's quasi-Newton trainer makes as good weights and takes sixty times as long with so
 * many features and questions; learning from an analyst's judgements should take seconds.
 *
 * @see <a href="https://jmlr.org/papers/v12/duchi11a.html">Duchi, Hazan, Singer (2011): adaptive
 *     subgradient methods</a>
 */
final class SignFit {
  /** Steps of the bias are this much smaller: it is in every example. */
  private static final float BIAS_STEP = 0.05f;

  private static final float SMOOTHING = 0.1f;

  /** Nothing is learnt from an answer that is nearer to the right one than this. */
  private static final float RIGHT = 0.01f;

  /** What fewer examples have tells nothing that holds for others. */
  private static final int SEEN = 3;

  private final int epochs;
  private final double rate;
  private final double l2;
  private final float words;
  private final long seed;

  /**
   * @param epochs how often each example is seen
   * @param rate length of the first steps
   * @param l2 how strongly weights are drawn to 0
   * @param words what a feature of words counts beside one of concepts, which are the same in all
   *     languages
   * @param seed of the order in which examples are seen
   */
  SignFit(int epochs, double rate, double l2, double words, long seed) {
    this.epochs = epochs;
    this.rate = rate;
    this.l2 = l2;
    this.words = (float) words;
    this.seed = seed;
  }

  /** Returns a fit with the settings that fared best on the second author's sentences. */
  static SignFit withDefaults() {
    return new SignFit(6, 0.1, 1e-4, 0.8, 1);
  }

  /**
   * A question that a categoriser answers.
   *
   * @param name such as {@code family:debt}
   * @param asked which lines it is learnt from
   * @param yes which of these say yes
   */
  record Question(String name, Predicate<SignLine> asked, Predicate<SignLine> yes) {}

  /**
   * A line as it is learnt from.
   *
   * @param line the line
   * @param places of its features, as often as its sentences have them
   * @param steps the places of each of its steps
   */
  record Example(SignLine line, int[] places, int[][] steps) {}

  /** An example's features by their number in an index, each once, and its answers. */
  private record Row(int[] places, float[] values, boolean[] asked, boolean[] yes) {}

  /** Returns the weights, with thresholds of one half. */
  SignModel fit(List<Question> questions, List<Example> examples) {
    int count = questions.size();
    PlaceIndex index = index(examples);
    float[] weights = new float[index.size() * count];
    float[] squares = new float[index.size() * count];
    float[] biases = new float[count];
    List<Row> rows = new ArrayList<>();
    examples.forEach(example -> rows.add(row(example, questions, index)));
    Random random = new Random(seed);
    for (int epoch = 0; epoch < epochs; epoch++) {
      Collections.shuffle(rows, random);
      float step = (float) (rate / (1 + 0.3 * epoch));
      for (Row row : rows) {
        learn(row, weights, squares, biases, step);
      }
    }
    return model(questions, index, weights, biases);
  }

  private static PlaceIndex index(List<Example> examples) {
    int[] counts = new int[SignFeatures.SIZE];
    for (Example example : examples) {
      Arrays.stream(example.places()).distinct().forEach(place -> counts[place]++);
    }
    return PlaceIndex.of(counts, SEEN);
  }

  private void learn(Row row, float[] weights, float[] squares, float[] biases, float step) {
    int count = biases.length;
    float[] odds = biases.clone();
    for (int i = 0; i < row.places().length; i++) {
      int at = row.places()[i] * count;
      for (int k = 0; k < count; k++) {
        odds[k] += weights[at + k] * row.values()[i];
      }
    }
    float[] errors = new float[count];
    int[] wrong = new int[count];
    int many = 0;
    for (int k = 0; k < count; k++) {
      if (row.asked()[k]) {
        errors[k] = (float) (1 / (1 + Math.exp(-odds[k]))) - (row.yes()[k] ? 1 : 0);
        if (Math.abs(errors[k]) >= RIGHT) {
          biases[k] -= step * BIAS_STEP * errors[k];
          wrong[many++] = k;
        }
      }
    }
    for (int i = 0; i < row.places().length; i++) {
      int at = row.places()[i] * count;
      for (int j = 0; j < many; j++) {
        int k = wrong[j];
        float gradient = errors[k] * row.values()[i] + (float) l2 * weights[at + k];
        squares[at + k] += gradient * gradient;
        weights[at + k] -= step * gradient / ((float) Math.sqrt(squares[at + k]) + SMOOTHING);
      }
    }
  }

  private Row row(Example example, List<Question> questions, PlaceIndex index) {
    int[] known =
        Arrays.stream(example.places())
            .filter(place -> index.number(place) >= 0)
            .sorted()
            .toArray();
    int[] places = Arrays.stream(known).distinct().toArray();
    float[] values = new float[places.length];
    int at = 0;
    for (int place : known) {
      if (places[at] != place) {
        at++;
      }
      values[at] += place < SignFeatures.WORDS_FROM ? 1 : words;
    }
    for (int i = 0; i < places.length; i++) {
      places[i] = index.number(places[i]);
    }
    boolean[] asked = new boolean[questions.size()];
    boolean[] yes = new boolean[questions.size()];
    for (int k = 0; k < asked.length; k++) {
      asked[k] = questions.get(k).asked().test(example.line());
      yes[k] = asked[k] && questions.get(k).yes().test(example.line());
    }
    return new Row(places, values, asked, yes);
  }

  private SignModel model(
      List<Question> questions, PlaceIndex index, float[] weights, float[] biases) {
    int count = questions.size();
    int ofConcepts = index.before(SignFeatures.WORDS_FROM);
    List<float[]> columns = new ArrayList<>();
    float[] thresholds = new float[count];
    for (int k = 0; k < count; k++) {
      float[] column = new float[index.size()];
      for (int number = 0; number < column.length; number++) {
        float worth = number < ofConcepts ? 1 : words;
        column[number] = weights[number * count + k] * worth;
      }
      columns.add(column);
      thresholds[k] = 0.5f;
    }
    return SignModel.of(
        questions.stream().map(Question::name).toList(), index, columns, biases, thresholds);
  }
}
