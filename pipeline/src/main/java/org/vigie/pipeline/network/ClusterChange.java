package org.vigie.pipeline.network;

import java.util.Set;

/**
 * What a cluster is otherwise than it was before.
 *
 * @param gained contacts that it names and didn't, or that wait for one of their clusters to be
 *     told of again
 * @param lost contacts that it doesn't name any more
 * @param speaksForOthers whether it counts as another party's now, with {@link CutRule}
 * @param network the network that it stands in, or empty
 */
record ClusterChange(
    Set<String> gained, Set<String> lost, boolean speaksForOthers, String network) {
  /** Returns whether a network may have come, grown, changed or ended. */
  boolean reachesNetworks() {
    return !gained.isEmpty() || !lost.isEmpty() || !network.isEmpty();
  }
}
