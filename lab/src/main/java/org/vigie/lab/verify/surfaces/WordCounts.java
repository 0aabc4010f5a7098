package org.vigie.lab.verify.surfaces;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The words of a text, each with how often it stands there. */
record WordCounts(Map<String, Integer> counts, int size) {
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");

  static WordCounts of(String text) {
    Map<String, Integer> counts = new HashMap<>();
    int size = 0;
    Matcher words = WORD.matcher(folded(text));
    while (words.find()) {
      counts.merge(words.group(), 1, Integer::sum);
      size++;
    }
    return new WordCounts(counts, size);
  }

  /** Returns the harmonic mean of precision and recall, 0 to 1; of two empty texts 1. */
  double f1(WordCounts found) {
    if (size == 0 || found.size == 0) {
      return size == found.size ? 1 : 0;
    }
    int same = 0;
    for (Map.Entry<String, Integer> word : counts.entrySet()) {
      same += Math.min(word.getValue(), found.counts.getOrDefault(word.getKey(), 0));
    }
    return 2.0 * same / (size + found.size);
  }

  /** Returns a text without case, with one space for each run of signs that are no letters. */
  static String folded(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC)
        .toLowerCase(Locale.ROOT)
        .replaceAll("[^\\p{L}\\p{N}]+", " ")
        .strip();
  }
}
