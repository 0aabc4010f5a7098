package org.vigie.pipeline.network;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.jspecify.annotations.Nullable;
import org.vigie.pipeline.state.IdSerializer;

/** Clusters by their names, each with the network that it stands in, in keyed state. */
final class PlacedNodes {
  private static final MapStateDescriptor<String, PlacedNode> CLUSTERS =
      new MapStateDescriptor<>("clusters", new IdSerializer(), new PlacedNodeSerializer());

  /** More nodes than these are not kept beside the state. */
  private static final int MOST_READ = 1_000;

  private final MapState<String, PlacedNode> clusters;

  /**
   * Clusters that were read since changes were forgotten: many contacts lead to the same, and state
   * on disk would make it anew for each.
   */
  private final Map<String, PlacedNode> read = new HashMap<>();

  PlacedNodes(RuntimeContext context) {
    clusters = context.getMapState(CLUSTERS);
  }

  @Nullable PlacedNode find(String name) throws Exception {
    PlacedNode known = read.get(name);
    if (known == null) {
      known = clusters.get(name);
      if (known != null) {
        known = new PlacedNode(known.node().named(name), known.network());
        if (read.size() == MOST_READ) {
          read.clear();
        }
        read.put(name, known);
      }
    }
    return known;
  }

  /** Keeps a cluster, without its name, under which it stands. */
  void keep(String name, NetworkNode node, String network) throws Exception {
    clusters.put(name, new PlacedNode(node.named(""), network));
    read.remove(name);
  }

  void remove(String name) throws Exception {
    clusters.remove(name);
    read.remove(name);
  }

  /** Returns all, without their names. */
  Iterable<PlacedNode> all() throws Exception {
    return clusters.values();
  }

  /** Returns the names of those that meet a condition. */
  Set<String> named(Predicate<PlacedNode> condition) throws Exception {
    Set<String> names = new TreeSet<>();
    for (Map.Entry<String, PlacedNode> cluster : clusters.entries()) {
      if (condition.test(cluster.getValue())) {
        names.add(cluster.getKey());
      }
    }
    return names;
  }

  /** Forgets what was read, of which all changes are kept. */
  void forgetRead() {
    read.clear();
  }
}
