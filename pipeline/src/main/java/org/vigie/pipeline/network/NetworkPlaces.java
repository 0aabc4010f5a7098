package org.vigie.pipeline.network;

import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.vigie.advert.ClusterAlias;
import org.vigie.advert.NetworkMembership;
import org.vigie.pipeline.index.IndexChange;

/** Which network each cluster and contact stands in, in the graph and in the index. */
final class NetworkPlaces {
  private final ContactGraph graph;
  private final NetworkNames names;
  private final StandingAlerts alerts;
  private final NetworkOutput output;

  NetworkPlaces(
      ContactGraph graph, NetworkNames names, StandingAlerts alerts, NetworkOutput output) {
    this.graph = graph;
    this.names = names;
    this.alerts = alerts;
    this.output = output;
  }

  /** Returns former names, each with the networks in which its members stand now: none yet. */
  SortedMap<String, SortedSet<String>> formers(SortedSet<String> left) throws Exception {
    SortedMap<String, SortedSet<String>> formers = new TreeMap<>();
    for (String name : left) {
      formers.put(names.present(name), new TreeSet<>());
    }
    return formers;
  }

  /** Places what is new to a network, and lets the names lead to it that its parts had. */
  void grow(Component component, String name) throws Exception {
    for (String placedUnder : component.placedUnder()) {
      String former = names.present(placedUnder);
      if (!former.equals(name)) {
        withdraw(former, new TreeSet<>(Set.of(name)));
        names.lead(former, name);
      }
    }
    for (var member : component.clusters.entrySet()) {
      if (member.getValue().network().isEmpty()) {
        placeCluster(member.getKey(), name);
      }
    }
    for (var member : component.contacts.entrySet()) {
      if (member.getValue().network.isEmpty()) {
        placeContact(member.getKey(), name);
      }
    }
  }

  /** Moves a component's members to its network, or to none. */
  void place(Component component, String name, SortedMap<String, SortedSet<String>> formers)
      throws Exception {
    for (String placedUnder : component.placedUnder()) {
      SortedSet<String> present =
          formers.computeIfAbsent(names.present(placedUnder), unused -> new TreeSet<>());
      if (!name.isEmpty()) {
        present.add(name);
      }
    }
    placeAll(component, name);
  }

  /** Takes a network out of the index, and lets its name lead to what it became. */
  void withdraw(String former, SortedSet<String> present) throws Exception {
    output.emit(IndexChange.deleteNetwork(former));
    boolean hadAlert = alerts.withdraw(former);
    if (!present.isEmpty()) {
      output.emit(IndexChange.put(new ClusterAlias(former, present.first())));
      if (hadAlert) {
        // What people did about an alert is found by its former id.
        String now = NetworkAlerts.alertId(present.first());
        output.emit(IndexChange.put(new ClusterAlias(NetworkAlerts.alertId(former), now)));
      }
    }
  }

  /** Places all members under the name that their network has last, and forgets its names. */
  void end(Component component) throws Exception {
    // Another network may come to bear a former name once this one is forgotten.
    SortedSet<String> placedUnder = component.placedUnder();
    if (!placedUnder.isEmpty()) {
      String name = names.present(placedUnder.first());
      placeAll(component, name);
      names.forget(placedUnder);
      alerts.forget(name);
    }
  }

  private void placeAll(Component component, String name) throws Exception {
    for (var member : component.clusters.entrySet()) {
      if (!member.getValue().network().equals(name)) {
        placeCluster(member.getKey(), name);
      }
    }
    for (var member : component.contacts.entrySet()) {
      if (!member.getValue().network.equals(name)) {
        placeContact(member.getKey(), name);
      }
    }
  }

  private void placeCluster(String cluster, String name) throws Exception {
    emitPlace(cluster, name);
    graph.placeCluster(cluster, name);
  }

  private void placeContact(String contact, String name) throws Exception {
    emitPlace(contact, name);
    graph.placeContact(contact, name);
  }

  private void emitPlace(String member, String name) {
    output.emitOf(
        member,
        name.isEmpty()
            ? IndexChange.deleteNetworkMembership(member)
            : IndexChange.put(new NetworkMembership(member, name)));
  }
}
