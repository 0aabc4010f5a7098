package org.vigie.world;

import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** The set of neighbouring words of a text, in lower case, as sorted hashes. */
record WordPairs(long[] hashes) {
  static WordPairs of(String text) {
    Set<Long> pairs = new TreeSet<>();
    String previous = "";
    for (String word : text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{M}\\p{N}]+")) {
      if (!previous.isEmpty()) {
        pairs.add(31L * 31 * previous.hashCode() * 0x9e3779b9L + word.hashCode());
      }
      previous = word;
    }
    return new WordPairs(pairs.stream().mapToLong(Long::longValue).toArray());
  }

  /** Returns the Jaccard similarity: shared pairs over all pairs. */
  double similarity(WordPairs other) {
    int shared = 0;
    int i = 0;
    int j = 0;
    while (i < hashes.length && j < other.hashes.length) {
      int order = Long.compare(hashes[i], other.hashes[j]);
      shared += order == 0 ? 1 : 0;
      i += order <= 0 ? 1 : 0;
      j += order >= 0 ? 1 : 0;
    }
    return shared / (double) (hashes.length + other.hashes.length - shared);
  }
}
