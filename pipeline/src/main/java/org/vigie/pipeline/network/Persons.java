package org.vigie.pipeline.network;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** How many persons adverts name between them, a count and no more. */
public final class Persons {
  private Persons() {}

  /**
   * Returns how many persons adverts name, or 0 if some advert names several: that is what {@code
   * OA-03} says of an advert, or one name read in parts. A name within a longer one is taken for
   * the same person's.
   *
   * @param names name → adverts
   */
  public static int count(Map<String, Long> names, long adverts) {
    Set<String> parts = new HashSet<>();
    names.keySet().forEach(name -> addParts(name, parts));
    List<String> persons = names.keySet().stream().filter(n -> !parts.contains(n)).toList();
    long times = persons.stream().mapToLong(name -> names.getOrDefault(name, 0L)).sum();
    return times <= adverts ? persons.size() : 0;
  }

  /** Adds every run of words of a name but the whole. */
  private static void addParts(String name, Set<String> parts) {
    List<String> words = List.of(name.split(" ", -1));
    for (int from = 0; from < words.size(); from++) {
      for (int to = from + 1; to <= words.size(); to++) {
        if (to - from < words.size()) {
          parts.add(String.join(" ", words.subList(from, to)));
        }
      }
    }
  }
}
