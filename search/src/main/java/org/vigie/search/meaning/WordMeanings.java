package org.vigie.search.meaning;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The concepts and signs that a query may name.
 *
 * @param concepts name of a concept, such as {@code id-document} → its forms by language
 * @param signs name of a sign, such as {@code passport-kept} → ids of the indicators that stand for
 *     it
 * @param quarantined ids of the indicators whose adverts no index holds
 */
public record WordMeanings(
    SortedMap<String, List<ConceptWording>> concepts,
    SortedMap<String, List<String>> signs,
    Set<String> quarantined) {
  /** No concepts and no signs. */
  public static final WordMeanings NONE = new WordMeanings(new TreeMap<>(), new TreeMap<>());

  public WordMeanings {
    concepts = copied(concepts);
    signs = copied(signs);
    quarantined = Set.copyOf(quarantined);
  }

  /** Concepts and signs, with no indicator that is quarantined. */
  public WordMeanings(
      SortedMap<String, List<ConceptWording>> concepts, SortedMap<String, List<String>> signs) {
    this(concepts, signs, Set.of());
  }

  private static <T> SortedMap<String, List<T>> copied(Map<String, List<T>> lists) {
    SortedMap<String, List<T>> copy = new TreeMap<>();
    lists.forEach((name, list) -> copy.put(name, List.copyOf(list)));
    return Collections.unmodifiableSortedMap(copy);
  }
}
