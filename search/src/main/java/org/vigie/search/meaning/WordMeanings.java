package org.vigie.search.meaning;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The concepts and signs that a query may name.
 *
 * @param concepts name of a concept, such as {@code id-document} → its forms by language
 * @param signs name of a sign, such as {@code passport-kept} → ids of the indicators that stand for
 *     it
 */
public record WordMeanings(
    SortedMap<String, List<ConceptWording>> concepts, SortedMap<String, List<String>> signs) {
  /** No concepts and no signs. */
  public static final WordMeanings NONE = new WordMeanings(new TreeMap<>(), new TreeMap<>());

  public WordMeanings {
    concepts = copied(concepts);
    signs = copied(signs);
  }

  private static <T> SortedMap<String, List<T>> copied(Map<String, List<T>> lists) {
    SortedMap<String, List<T>> copy = new TreeMap<>();
    lists.forEach((name, list) -> copy.put(name, List.copyOf(list)));
    return Collections.unmodifiableSortedMap(copy);
  }
}
