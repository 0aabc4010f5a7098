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
  /** Stands for a number that an earlier release didn't keep. */
  static final long UNKNOWN = -1;

  public Set<String> clusters = new HashSet<>();

  /** How many clusters name it if they are {@link #countless}, or {@link #UNKNOWN}. */
  public long unnamed;

  /** Whether there were once more clusters than are remembered; then it is cut until it ends. */
  public boolean countless;

  /** Why it joins nothing; empty if it joins. */
  public String cut = "";

  /** Name of its network in the index, or empty. */
  public String network = "";

  /** Returns others that are alike and change by themselves. */
  ContactTies copy() {
    ContactTies copy = new ContactTies();
    copy.clusters = new HashSet<>(clusters);
    copy.unnamed = unnamed;
    copy.countless = countless;
    copy.cut = cut;
    copy.network = network;
    return copy;
  }

  void add(String cluster) {
    if (!countless) {
      clusters.add(cluster);
    } else if (unnamed != UNKNOWN) {
      unnamed++;
    }
  }

  /** Removes a cluster that was added. */
  void remove(String cluster) {
    if (!countless) {
      clusters.remove(cluster);
    } else if (unnamed != UNKNOWN) {
      unnamed--;
    }
  }

  /** Returns whether a cluster that is remembered names it, as far as that is known. */
  boolean isTied() {
    return countless ? unnamed != 0 : !clusters.isEmpty();
  }

  /**
   * Forgets the clusters if there are too many; called once all links of them have come.
   *
   * @return whether there were
   */
  boolean bound() {
    boolean tooMany = clusters.size() > NetworkConfig.MAX_TEXTS;
    if (tooMany) {
      countless = true;
      unnamed = clusters.size();
      clusters.clear();
    }
    return tooMany;
  }

  boolean joins() {
    return cut.isEmpty();
  }
}
