package org.vigie.pipeline.network;

import java.util.List;
import java.util.Map;

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
    List<String> persons =
        names.keySet().stream()
            .filter(name -> names.keySet().stream().noneMatch(n -> isPart(name, n)))
            .toList();
    long times = persons.stream().mapToLong(name -> names.getOrDefault(name, 0L)).sum();
    return times <= adverts ? persons.size() : 0;
  }

  private static boolean isPart(String name, String whole) {
    return !name.equals(whole) && (" " + whole + " ").contains(" " + name + " ");
  }
}
