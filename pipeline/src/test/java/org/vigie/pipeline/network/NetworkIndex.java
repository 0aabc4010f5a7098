package org.vigie.pipeline.network;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
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
  final SortedMap<String, String> alertAliases = new TreeMap<>();
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
      (change.key().startsWith("n-") ? aliases : alertAliases)
          .put(change.key(), change.alias().id());
    } else if (change.deleted() == IndexChange.Deletion.NETWORK) {
      networks.remove(change.key());
    } else if (change.deleted() == IndexChange.Deletion.NETWORK_MEMBERSHIP) {
      placed.remove(change.key());
    } else if (change.deleted() == IndexChange.Deletion.CONTACT_CUT) {
      cuts.remove(change.key());
    }
  }

  /** Returns member → present name of its network, as a reader of the index finds it. */
  SortedMap<String, String> places() {
    SortedMap<String, String> places = new TreeMap<>();
    placed.forEach((member, name) -> {
      String present = name;
      Set<String> passed = new HashSet<>();
      // What was forgotten may lead nowhere.
      while (passed.add(present)
          && !networks.containsKey(present)
          && aliases.containsKey(present)) {
        present = Objects.requireNonNull(aliases.get(present));
      }
      places.put(member, present);
    });
    return places;
  }

  Set<Set<String>> members() {
    Map<String, Set<String>> members = new HashMap<>();
    places()
        .forEach((member, network) ->
            members.computeIfAbsent(network, unused -> new TreeSet<>()).add(member));
    return Set.copyOf(members.values());
  }

  /** Aliases tell of the past, which may differ. */
  @Override
  public boolean equals(Object other) {
    return other instanceof NetworkIndex index
        && networks.equals(index.networks)
        && places().equals(index.places())
        && alerts.equals(index.alerts)
        && cuts.equals(index.cuts);
  }

  @Override
  public int hashCode() {
    return placed.hashCode();
  }

  @Override
  public String toString() {
    return networks + " " + places() + " " + cuts;
  }
}
