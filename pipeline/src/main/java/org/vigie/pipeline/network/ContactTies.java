package org.vigie.pipeline.network;

import java.util.HashSet;
import java.util.Set;

/**
 * The clusters that name one contact.
 *
 * <p>Mutable, with public fields, so that counts are added up in place; nothing outside this
 * package holds one.
 */
public final class ContactTies {
  public Set<String> clusters = new HashSet<>();

  /** Whether there were once more clusters than are remembered; then it is cut for good. */
  public boolean countless;

  /** Why it joins nothing; empty if it joins. */
  public String cut = "";

  /** Name of its network in the index, or empty. */
  public String network = "";

  void add(String cluster) {
    if (!countless) {
      clusters.add(cluster);
    }
  }

  /** Forgets the clusters if there are too many; called once all links of them have come. */
  void bound() {
    if (clusters.size() > NetworkConfig.MAX_TEXTS) {
      countless = true;
      clusters.clear();
    }
  }

  boolean joins() {
    return cut.isEmpty();
  }
}
