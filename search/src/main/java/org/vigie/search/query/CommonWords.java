package org.vigie.search.query;

import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import org.apache.lucene.util.BytesRef;

/**
 * The words of an index that something stands for; of more than are wanted, those that most adverts
 * hold, and of these the shortest, which are nearest to a form. Else a few adverts with thousands
 * of invented words that begin like it would make every search for its concept slow.
 */
final class CommonWords {
  private static final Comparator<Map.Entry<BytesRef, Integer>> MOST_ADVERTS_FIRST =
      Map.Entry.<BytesRef, Integer>comparingByValue()
          .reversed()
          .thenComparing(word -> word.getKey().length)
          .thenComparing(Map.Entry.comparingByKey());

  private final int most;
  private Map<BytesRef, Integer> adverts = new TreeMap<>();

  /**
   * @param most how many words are wanted, at least 1
   */
  CommonWords(int most) {
    this.most = most;
  }

  /**
   * Adds a word of a segment.
   *
   * @param held how many adverts of the segment hold it
   */
  void add(BytesRef word, int held) {
    adverts.merge(BytesRef.deepCopyOf(word), held, Integer::sum);
    if (adverts.size() > 2 * most) {
      adverts = commonest();
    }
  }

  /** Returns the words, in their order, each with the number of adverts that hold it. */
  Map<BytesRef, Integer> all() {
    return adverts.size() > most ? commonest() : adverts;
  }

  private Map<BytesRef, Integer> commonest() {
    Map<BytesRef, Integer> left = new TreeMap<>();
    adverts.entrySet().stream()
        .sorted(MOST_ADVERTS_FIRST)
        .limit(most)
        .forEach(word -> left.put(word.getKey(), word.getValue()));
    return left;
  }
}
