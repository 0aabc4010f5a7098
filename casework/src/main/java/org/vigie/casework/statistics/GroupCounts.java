package org.vigie.casework.statistics;

import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * How many groups have an advert in each cell, where no group counts in more than a few cells of a
 * table: the ones that most of its adverts are in. What one group adds is so bounded by itself.
 */
final class GroupCounts {
  private final int perGroup;
  private final Map<Integer, Map<FigureCell, Integer>> adverts = new HashMap<>();

  /**
   * Counts.
   *
   * @param perGroup cells of each table that a group counts in at most
   */
  GroupCounts(int perGroup) {
    this.perGroup = perGroup;
  }

  /** Takes an advert of a group that is in a cell. */
  void add(int group, FigureCell cell) {
    adverts.computeIfAbsent(group, unused -> new HashMap<>()).merge(cell, 1, Integer::sum);
  }

  /** Returns the cells with the number of groups in them; cells without any are left out. */
  Map<FigureCell, Long> counts() {
    Comparator<Map.Entry<FigureCell, Integer>> mostFirst =
        Map.Entry.<FigureCell, Integer>comparingByValue(Comparator.reverseOrder())
            .thenComparing(Map.Entry.comparingByKey());
    Map<FigureCell, Long> counts = new TreeMap<>();
    for (Map<FigureCell, Integer> ofGroup : adverts.values()) {
      for (CountedBy table : CountedBy.values()) {
        ofGroup.entrySet().stream()
            .filter(entry -> entry.getKey().table() == table)
            .sorted(mostFirst)
            .limit(perGroup)
            .forEach(entry -> counts.merge(entry.getKey(), 1L, Long::sum));
      }
    }
    return counts;
  }
}
