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
  public static final int WIDTH = 64;

  /** Filters of each length. */
  public static final int FILTERS = 128;

  private static final int[] LENGTHS = {1, 3, 5};
  private static final int[] GAPS = {1, 1, 2};

  /** How many lengths of filters there are. */
  public static final int KINDS = LENGTHS.length;

  /** Numbers that stand for a whole sequence. */
  public static final int POOLED = LENGTHS.length * FILTERS + WIDTH;

  /** Arrays of {@link #weights} that hold filters: one for each number that a filter reads. */
  public static final int FILTER_ROWS = Arrays.stream(LENGTHS).sum() * WIDTH;

  /** Where {@link #weights} holds the linear layer; its biases follow. */
  public static final int LINEAR = FILTER_ROWS + LENGTHS.length;

  /** The first row of the filters of each length. */
  private static final int[] FIRST_ROWS = {
    0, LENGTHS[0] * WIDTH, (LENGTHS[0] + LENGTHS[1]) * WIDTH
  };

  private static final int AT_ONCE = 4;

  private final int outcomes;

  /** What each filter makes of one number; apart, since the compiler then takes many at once. */
  private final float[][] filters = new float[FILTER_ROWS][FILTERS];

  private final float[][] filterBiases = new float[LENGTHS.length][FILTERS];
  private final float[] linear;
  private final float[] biases;

  /** Makes layers of zeros. */
  public SequenceLayers(int outcomes) {
    this.outcomes = outcomes;
    this.linear = new float[outcomes * POOLED];
    this.biases = new float[outcomes];
  }

  /** Returns all weights, to be read, written and learnt; changing them changes the layers. */
  public float[][] weights() {
    float[][] weights = Arrays.copyOf(filters, LINEAR + 2);
    System.arraycopy(filterBiases, 0, weights, FILTER_ROWS, LENGTHS.length);
    weights[LINEAR] = linear;
    weights[LINEAR + 1] = biases;
    return weights;
  }

  /** Returns the row of {@link #weights} that filters of a kind begin with. */
  public static int firstRow(int kind) {
    return FIRST_ROWS[kind];
  }

  /** Returns how many steps filters of a kind read, {@link #WIDTH} rows each. */
  public static int taps(int kind) {
    return LENGTHS[kind];
  }

  /** Returns how many steps further than its middle one a filter's tap reads. */
  public static int offset(int kind, int tap) {
    return (tap - LENGTHS[kind] / 2) * GAPS[kind];
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
   * Returns what each step's numbers are multiplied by before they are added up: a sum is divided
   * by the root of the length, so that longer counts more, but less than in proportion.
   */
  public static float share(int count) {
    return (float) (1 / Math.sqrt(count));
  }

  private void answer(int c, float[] sequence, int count, int step, float[] answers) {
    System.arraycopy(filterBiases[c], 0, answers, 0, FILTERS);
    int row = FIRST_ROWS[c];
    for (int tap = 0; tap < LENGTHS[c]; tap++) {
      int from = step + offset(c, tap);
      if (from < 0 || from >= count) {
        continue;
      }
      for (int d = 0; d < WIDTH; d += AT_ONCE) {
        addFour(sequence, from * WIDTH + d, row + tap * WIDTH + d, answers);
      }
    }
  }

  /** Adds four, one after the other: answers are then fetched and kept a quarter as often. */
  private void addFour(float[] sequence, int at, int row, float[] answers) {
    float first = sequence[at];
    float second = sequence[at + 1];
    float third = sequence[at + 2];
    float fourth = sequence[at + 3];
    float[] byFirst = filters[row];
    float[] bySecond = filters[row + 1];
    float[] byThird = filters[row + 2];
    float[] byFourth = filters[row + 3];
    for (int f = 0; f < FILTERS; f++) {
      answers[f] =
          answers[f]
              + first * byFirst[f]
              + second * bySecond[f]
              + third * byThird[f]
              + fourth * byFourth[f];
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
}
