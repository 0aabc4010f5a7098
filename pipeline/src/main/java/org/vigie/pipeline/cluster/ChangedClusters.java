package org.vigie.pipeline.cluster;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** The clusters that changed since all was last told, by their roots. */
final class ChangedClusters {
  /** Root → adverts that joined it; a root without any has changed otherwise. */
  private final SortedMap<String, List<String>> newcomers = new TreeMap<>();

  /** Returns roots, each with the adverts that joined it. */
  SortedMap<String, List<String>> newcomers() {
    return newcomers;
  }

  /** Takes note that a cluster changed, but for its adverts. */
  void add(String root) {
    newcomers.computeIfAbsent(root, unused -> new ArrayList<>());
  }

  /** Takes note that an advert joined a cluster. */
  void add(String root, String advert) {
    newcomers.computeIfAbsent(root, unused -> new ArrayList<>()).add(advert);
  }

  /** Takes note of what a cluster is made of that was put together anew. */
  void put(String root, Collection<String> adverts) {
    newcomers.put(root, new ArrayList<>(adverts));
  }

  /** Takes note that two clusters became one. */
  void join(ClusterForest.Join join) {
    List<String> joined = newcomers.computeIfAbsent(join.root(), unused -> new ArrayList<>());
    joined.addAll(join.newcomers());
    List<String> moved = newcomers.remove(join.joined());
    if (moved != null) {
      joined.addAll(moved);
    }
  }

  void clear() {
    newcomers.clear();
  }
}
