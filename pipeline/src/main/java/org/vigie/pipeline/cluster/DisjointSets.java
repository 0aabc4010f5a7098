package org.vigie.pipeline.cluster;

import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.jspecify.annotations.Nullable;
import org.vigie.pipeline.state.IdSerializer;
import org.vigie.pipeline.state.InPlaceMap;

/**
 * The nodes of a forest of disjoint sets of adverts, in keyed state.
 *
 * <p>Each set is also a ring, so that its members can be listed: joining two sets swaps the
 * successors of their roots. An advert that is like no other has no node, for its cluster, which
 * stands under its id, tells all.
 *
 * @see <a href="https://doi.org/10.1145/321879.321884">Tarjan (1975)</a> on the cost of finding
 *     roots
 */
final class DisjointSets {
  private static final MapStateDescriptor<String, Node> NODES =
      new MapStateDescriptor<>("nodes", new IdSerializer(), new NodeSerializer());

  private final MapState<String, Node> nodes;
  private final InPlaceMap<ClusterState> clusters;

  DisjointSets(RuntimeContext context, InPlaceMap<ClusterState> clusters) {
    nodes = context.getMapState(NODES);
    this.clusters = clusters;
  }

  /** Returns the node that is kept of an advert; null if none is. */
  @Nullable Node kept(String id) throws Exception {
    return nodes.get(id);
  }

  Node node(String id) throws Exception {
    @Nullable Node node = nodes.get(id);
    return node == null ? standingAlone(id, clusters.look(id)) : node.named(id);
  }

  void put(String id, Node node) throws Exception {
    nodes.put(id, node.unnamed(id));
  }

  /** Joins two sets by their roots. */
  void join(String root, String joined) throws Exception {
    Node rootNode = node(root);
    Node joinedNode = node(joined);
    put(root, rootNode.before(joinedNode.next()));
    put(joined, joinedNode.under(root).before(rootNode.next()));
  }

  /** Removes all nodes of a set; returns the ids of its adverts, also of those to come. */
  List<String> remove(String root) throws Exception {
    List<String> members = new ArrayList<>();
    String at = root;
    do {
      members.add(at);
      at = node(at).next();
    } while (!at.equals(root));
    for (String member : members) {
      nodes.remove(member);
    }
    return members;
  }

  /** Returns the adverts of a set that have come. */
  List<String> knownMembers(String root) throws Exception {
    List<String> members = new ArrayList<>();
    String at = root;
    do {
      Node node = node(at);
      if (node.known()) {
        members.add(at);
      }
      at = node.next();
    } while (!at.equals(root));
    return members;
  }

  String rootOf(String id) throws Exception {
    String at = id;
    Node node = node(at);
    while (!node.parent().equals(at)) {
      Node parent = node(node.parent());
      if (!parent.parent().equals(node.parent())) {
        node = node.under(parent.parent()); // path halving
        put(at, node);
      }
      at = node.parent();
      node = node(at);
    }
    return at;
  }

  /**
   * Returns the node of an advert of which none is kept: no link leads to it, so that its cluster
   * tells all.
   */
  static Node standingAlone(String id, @Nullable ClusterState cluster) {
    Node alone = Node.alone(id);
    return cluster == null || cluster.size == 0
        ? alone
        : alone.knownAt(cluster.firstSeen.toEpochMilli());
  }
}
