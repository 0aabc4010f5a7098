package org.vigie.pipeline.network;

import java.util.HashSet;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.vigie.advert.SharedMeaning;

/** What came to clusters and contacts since networks were last told of. */
final class NetworkChanges {
  /** Clusters that changed, from which components are walked. */
  final SortedSet<String> seeds = new TreeSet<>();

  /** Contacts that may join or be cut since clusters changed; those that lost one are in both. */
  final SortedSet<String> touched = new TreeSet<>();

  final Set<String> shrunk = new HashSet<>();

  /** Clusters, or some of each part, of what has come apart. */
  final Set<String> parted = new HashSet<>();

  /** Names under which clusters that are no more, or contacts that are cut, were placed. */
  final SortedSet<String> left = new TreeSet<>();

  /** Takes note of a cluster that was put into the graph. */
  void put(NetworkNode node, ClusterChange change) {
    touched.addAll(change.gained());
    touched.addAll(change.lost());
    shrunk.addAll(change.lost());
    if (!change.lost().isEmpty()) {
      parted.add(node.cluster());
    }
    if (change.speaksForOthers()) {
      touched.addAll(node.contacts().keySet());
    }
    if (change.reachesNetworks()) {
      seeds.add(node.cluster());
    }
    if (!change.gained().isEmpty() || !change.lost().isEmpty()) {
      // An account and the end of a number are judged by the contacts of their texts.
      node.contacts().keySet().stream()
          .filter(key -> SharedMeaning.isOfParty(key) || SharedMeaning.isOfNumber(key))
          .forEach(touched::add);
    }
  }

  /** Takes note of a cluster that was removed from the graph. */
  void removed(PlacedNode before) {
    touched.addAll(before.node().contacts().keySet());
    shrunk.addAll(before.node().contacts().keySet());
    if (!before.network().isEmpty()) {
      left.add(before.network());
    }
  }
}
