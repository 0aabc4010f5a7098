package org.vigie.training.risk;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.vigie.advert.ContentId;

/** A split of adverts into parts of like size and share of risk, no campaign in two of them. */
final class GroupedFolds {
  private GroupedFolds() {}

  /**
   * Returns the fold of each advert, 0 to {@code folds - 1}.
   *
   * @param seed another seed, another split
   */
  static int[] of(List<LabelledAdvert> adverts, int folds, long seed) {
    Map<String, List<Integer>> groups = new LinkedHashMap<>();
    for (int i = 0; i < adverts.size(); i++) {
      groups.computeIfAbsent(adverts.get(i).group(), g -> new ArrayList<>()).add(i);
    }
    List<String> order = new ArrayList<>(groups.keySet());
    order.sort(
        Comparator.comparingInt((String g) -> -sizeOf(groups, g))
            .thenComparing(g -> ContentId.of("", g, Long.toString(seed))));
    double[][] filled = new double[folds][2];
    int[] foldOf = new int[adverts.size()];
    for (String group : order) {
      List<Integer> members = groups.getOrDefault(group, List.of());
      long risks = members.stream().filter(i -> adverts.get(i).risk()).count();
      int fold = emptiest(filled, risks * 2 >= members.size() ? 1 : 0);
      members.forEach(i -> foldOf[i] = fold);
      filled[fold][1] += risks;
      filled[fold][0] += members.size() - risks;
    }
    return foldOf;
  }

  private static int sizeOf(Map<String, List<Integer>> groups, String group) {
    return groups.getOrDefault(group, List.of()).size();
  }

  private static int emptiest(double[][] filled, int kind) {
    int best = 0;
    for (int fold = 1; fold < filled.length; fold++) {
      if (filled[fold][kind] < filled[best][kind]) {
        best = fold;
      }
    }
    return best;
  }
}
