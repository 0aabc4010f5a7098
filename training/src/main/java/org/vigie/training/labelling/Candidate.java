package org.vigie.training.labelling;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/**
 * An advert that a person may be asked about.
 *
 * @param id its name in its file
 * @param group its campaign
 * @param text its text
 * @param probability what the model in use takes its risk to be, in [0, 1]
 */
public record Candidate(String id, String group, String text, double probability) {
  /** Returns how unsure the model is: 1 at a probability of one half, 0 at none or all. */
  double uncertainty() {
    return 1 - Math.abs(2 * probability - 1);
  }

  /** Returns the hashes of its pairs of words. */
  Set<Integer> pairs() {
    Set<Integer> pairs = new HashSet<>();
    String before = "";
    for (String word : text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]++")) {
      pairs.add(31 * before.hashCode() + word.hashCode());
      before = word;
    }
    return pairs;
  }
}
