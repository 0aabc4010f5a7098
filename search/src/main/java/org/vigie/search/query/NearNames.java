package org.vigie.search.query;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Names that somebody may have meant. */
public final class NearNames {
  private static final int MOST = 5;

  private NearNames() {}

  /** Returns the names that are most like one, the likest first; none if none is like it. */
  public static List<String> of(String typed, Collection<String> names) {
    Map<String, Double> likeness = new TreeMap<>();
    for (String name : names) {
      double alike = alike(typed, name);
      if (alike >= 0.3) {
        likeness.put(name, alike);
      }
    }
    return likeness.entrySet().stream()
        .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
        .limit(MOST)
        .map(Map.Entry::getKey)
        .toList();
  }

  /** The share of their pairs of letters that two names have in common (Dice 1945). */
  private static double alike(String a, String b) {
    Set<String> ofA = pairs(a);
    Set<String> ofB = pairs(b);
    Set<String> both = new HashSet<>(ofA);
    both.retainAll(ofB);
    return 2.0 * both.size() / Math.max(1, ofA.size() + ofB.size());
  }

  private static Set<String> pairs(String name) {
    String framed = "^" + name + "$";
    Set<String> pairs = new HashSet<>();
    for (int i = 0; i + 1 < framed.length(); i++) {
      pairs.add(framed.substring(i, i + 2));
    }
    return pairs;
  }
}
