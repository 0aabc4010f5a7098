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
    String name = change.key();
    switch (change) {
      case IndexChange.PutAlert(var alert) -> alerts.put(name, alert.subject());
      case IndexChange.PutNetwork(var network) -> networks.put(name, network);
      case IndexChange.PutNetworkMembership(var membership) ->
          placed.put(name, membership.networkId());
      case IndexChange.PutContactCut(var cut) -> cuts.put(name, cut.reason());
      case IndexChange.PutAlias(var alias) ->
          (name.startsWith("n-") ? aliases : alertAliases).put(name, alias.id());
      case IndexChange.Delete(var gone, var what) -> delete(gone, what);
      default -> {}
    }
  }

  private void delete(String name, IndexChange.Deletion what) {
    switch (what) {
      case ALERT -> alerts.remove(name);
      case NETWORK -> networks.remove(name);
      case NETWORK_MEMBERSHIP -> placed.remove(name);
      case CONTACT_CUT -> cuts.remove(name);
      case CLUSTER, ALIAS -> {}
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
