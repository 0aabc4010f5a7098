package org.vigie.lab.bench.independent;

import java.util.SplittableRandom;

/**
 * A linear model over hashed features, with a weight for each label in each of 65,536 slots.
 *
 * <p>Weights are drawn, not trained: what they are changes what is answered, and not what it costs.
 */
final class HashedModel {
  private static final int SLOTS = 1 << 16;

  private final int labels;
  private final float[] weights;

  /**
   * @param labels how many there are to choose from
   */
  HashedModel(int labels, long seed) {
    this.labels = labels;
    weights = new float[SLOTS * labels];
    SplittableRandom random = new SplittableRandom(seed);
    for (int i = 0; i < weights.length; i++) {
      weights[i] = (float) random.nextDouble(-1, 1);
    }
  }

  /** Scores a text by all runs of some letters of it; returns a score for each label. */
  float[] byLetters(String text, int shortest, int longest) {
    float[] scores = new float[labels];
    for (int from = 0; from < text.length(); from++) {
      int hash = 0;
      for (int length = 1; length <= longest && from + length <= text.length(); length++) {
        hash = 31 * hash + text.charAt(from + length - 1);
        if (length >= shortest) {
          add(hash, scores);
        }
      }
    }
    return scores;
  }

  /** Scores a text by its words and pairs of words; returns a score for each label. */
  float[] byWords(String[] words) {
    float[] scores = new float[labels];
    int before = 0;
    for (String word : words) {
      add(word.hashCode(), scores);
      add(31 * before + word.hashCode(), scores);
      before = word.hashCode();
    }
    return scores;
  }

  /** Returns the label with the highest score. */
  static int best(float[] scores) {
    int best = 0;
    for (int label = 1; label < scores.length; label++) {
      best = scores[label] > scores[best] ? label : best;
    }
    return best;
  }

  private void add(int hash, float[] scores) {
    int slot = ((hash * 0x9E3779B1) >>> 16) * labels;
    for (int label = 0; label < labels; label++) {
      scores[label] += weights[slot + label];
    }
  }
}
