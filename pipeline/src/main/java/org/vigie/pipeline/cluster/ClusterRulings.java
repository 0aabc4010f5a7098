package org.vigie.pipeline.cluster;

import java.io.Serializable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.vigie.pipeline.index.IndexPlace;
import org.vigie.pipeline.neardup.NearDuplicateConfig;

/**
 * All rulings that hold, with what it takes to apply them to adverts that came before.
 *
 * @param rulings in the order in which they were made, of different ids
 * @param index where the index is, which holds these adverts
 * @param nearDuplicates how adverts are found alike
 */
public record ClusterRulings(
    List<ClusterRuling> rulings, IndexPlace index, NearDuplicateConfig nearDuplicates)
    implements Serializable {
  public ClusterRulings {
    rulings = List.copyOf(rulings);
  }

  /** Returns advert → ruling → side, for the adverts that rulings name. */
  Map<String, Map<String, Integer>> sides() {
    Map<String, Map<String, Integer>> sides = new HashMap<>();
    for (ClusterRuling ruling : rulings) {
      switch (ruling.kind()) {
        case TOGETHER -> put(sides, ruling.adverts(), Map.of());
        case NO_CAMPAIGN -> put(sides, ruling.adverts(), Map.of(ruling.id(), Sides.ALONE));
        case APART -> {
          put(sides, ruling.others(), Map.of(ruling.id(), Sides.IN));
          put(sides, ruling.adverts(), Map.of(ruling.id(), Sides.OUT));
        }
      }
    }
    return sides;
  }

  private static void put(
      Map<String, Map<String, Integer>> sides, List<String> adverts, Map<String, Integer> side) {
    for (String advert : adverts) {
      sides.computeIfAbsent(advert, unused -> new HashMap<>()).putAll(side);
    }
  }

  Set<String> ids() {
    return rulings.stream().map(ClusterRuling::id).collect(Collectors.toCollection(TreeSet::new));
  }
}
