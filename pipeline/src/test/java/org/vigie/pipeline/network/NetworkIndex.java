package org.vigie.pipeline.network;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.vigie.advert.NetworkProfile;
import org.vigie.pipeline.index.IndexChange;

/** What the index holds of networks after all changes were applied in order. */
final class NetworkIndex {
  final SortedMap<String, NetworkProfile> networks = new TreeMap<>();
  final SortedMap<String, String> placed = new TreeMap<>();
  final SortedMap<String, String> cuts = new TreeMap<>();
  final SortedMap<String, String> aliases = new TreeMap<>();
  final SortedMap<String, String> alerts = new TreeMap<>();

  void apply(IndexChange change) {
    if (change.alert() != null) {
      alerts.put(change.key(), change.alert().subject());
    } else if (change.deleted() == IndexChange.Deletion.ALERT) {
      alerts.remove(change.key());
    }
    if (change.network() != null) {
      networks.put(change.key(), change.network());
    } else if (change.placement() != null) {
      placed.put(change.key(), change.placement().networkId());
    } else if (change.cut() != null) {
      cuts.put(change.key(), change.cut().reason());
    } else if (change.alias() != null) {
      aliases.put(change.key(), change.alias().id());
    } else if (change.deleted() == IndexChange.Deletion.NETWORK) {
      networks.remove(change.key());
    } else if (change.deleted() == IndexChange.Deletion.NETWORK_MEMBERSHIP) {
      placed.remove(change.key());
    } else if (change.deleted() == IndexChange.Deletion.CONTACT_CUT) {
      cuts.remove(change.key());
    }
  }

  Set<Set<String>> members() {
    Map<String, Set<String>> members = new HashMap<>();
    placed.forEach((member, network) ->
        members.computeIfAbsent(network, unused -> new TreeSet<>()).add(member));
    return Set.copyOf(members.values());
  }

  /** Aliases tell of the past, which may differ. */
  @Override
  public boolean equals(Object other) {
    return other instanceof NetworkIndex index
        && networks.equals(index.networks)
        && placed.equals(index.placed)
        && alerts.equals(index.alerts)
        && cuts.equals(index.cuts);
  }

  @Override
  public int hashCode() {
    return placed.hashCode();
  }

  @Override
  public String toString() {
    return networks + " " + placed + " " + cuts;
  }
}
