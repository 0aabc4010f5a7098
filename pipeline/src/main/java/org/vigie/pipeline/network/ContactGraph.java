package org.vigie.pipeline.network;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeutils.base.BooleanSerializer;
import org.apache.flink.api.common.typeutils.base.StringSerializer;
import org.jspecify.annotations.Nullable;
import org.vigie.pipeline.state.InPlaceMap;

/**
 * Clusters and the contacts they name, as a graph in keyed state.
 *
 * <p>Components are walked and not kept as disjoint sets: a contact that turns out to be shared by
 * strangers takes joins back. A walk costs as much as the component has edges, of which a contact
 * that joins has at most {@link NetworkConfig#maxTexts}.
 */
final class ContactGraph {
  private static final MapStateDescriptor<String, ContactTies> CONTACTS =
      new MapStateDescriptor<>("contacts", StringSerializer.INSTANCE, new ContactTiesSerializer());

  /** Contacts that are cut, and of which a cluster was dropped since they were judged. */
  private static final MapStateDescriptor<String, Boolean> LAPSED =
      new MapStateDescriptor<>("lapsed", StringSerializer.INSTANCE, BooleanSerializer.INSTANCE);

  private final PlacedNodes clusters;
  private final InPlaceMap<ContactTies> contacts;
  private final MapState<String, Boolean> lapsed;

  /** Contacts that came to be known since the changes were last forgotten. */
  private final Set<String> begun = new HashSet<>();

  ContactGraph(RuntimeContext context) {
    clusters = new PlacedNodes(context);
    contacts = new InPlaceMap<>(context.getMapState(CONTACTS), ContactTies::copy);
    lapsed = context.getMapState(LAPSED);
  }

  /** Takes note that a checkpoint holds all that is known; to be called when it begins. */
  void saved() {
    contacts.saved();
  }

  @Nullable PlacedNode cluster(String name) throws Exception {
    return clusters.find(name);
  }

  /** Returns all clusters that stand in a network. */
  Set<String> placed() throws Exception {
    return clusters.named(cluster -> !cluster.network().isEmpty());
  }

  /** Returns the clusters that won't change any more. */
  Set<String> forgotten() throws Exception {
    return clusters.named(cluster -> cluster.node().forgotten());
  }

  /** Returns whether nothing was known of a contact when changes were last forgotten. */
  boolean isBegun(String contact) {
    return begun.contains(contact);
  }

  void forgetChanges() {
    begun.clear();
    clusters.forgetRead();
  }

  /** Returns all contacts that a cluster names. */
  Set<String> contacts() throws Exception {
    Set<String> all = new TreeSet<>();
    for (Map.Entry<String, ContactTies> contact : contacts.entries()) {
      all.add(contact.getKey());
    }
    return all;
  }

  /**
   * Counts the clusters of contacts that have more than are remembered, where an earlier release
   * didn't. It costs as much as there are contacts, and clusters if there are any such.
   */
  void countTies() throws Exception {
    Map<String, Long> unknown = new TreeMap<>();
    for (Map.Entry<String, ContactTies> contact : contacts.entries()) {
      if (contact.getValue().unnamed == ContactTies.UNKNOWN) {
        unknown.put(contact.getKey(), 0L);
      }
    }
    if (unknown.isEmpty()) {
      return;
    }
    for (PlacedNode cluster : clusters.all()) {
      for (String contact : cluster.node().contacts().keySet()) {
        unknown.computeIfPresent(contact, (key, times) -> times + 1);
      }
    }
    for (Map.Entry<String, Long> contact : unknown.entrySet()) {
      ContactTies ties = take(contact.getKey());
      ties.unnamed = contact.getValue();
      if (ties.isTied()) {
        contacts.put(contact.getKey(), ties);
      } else {
        contacts.remove(contact.getKey());
      }
    }
  }

  /** Returns what is known of a contact, to be {@linkplain #update kept} if it is changed. */
  @Nullable ContactTies contact(String contact) throws Exception {
    return contacts.take(contact);
  }

  /** Puts a cluster in the place of what was known of it. */
  ClusterChange put(NetworkNode node) throws Exception {
    PlacedNode before = cluster(node.cluster());
    Set<String> known = before == null ? Set.of() : before.node().contacts().keySet();
    String network = before == null ? "" : before.network();
    clusters.keep(node.cluster(), node, network);
    Set<String> gained = new TreeSet<>(node.contacts().keySet());
    gained.removeAll(known);
    for (String contact : gained) {
      ContactTies ties = contact(contact);
      if (ties == null) {
        ties = new ContactTies();
        begun.add(contact);
      }
      ties.add(node.cluster());
      contacts.put(contact, ties);
    }
    Set<String> lost = new TreeSet<>(known);
    lost.removeAll(node.contacts().keySet());
    for (String contact : lost) {
      untie(contact, node.cluster());
    }
    if (!lapsed.isEmpty()) {
      for (String contact : node.contacts().keySet()) {
        if (lapsed.contains(contact)) {
          gained.add(contact);
        }
      }
    }
    boolean others = before != null && !CutRule.countAlike(before.node(), node);
    return new ClusterChange(gained, lost, others, network);
  }

  /** Removes a cluster; returns what was known of it, or null if nothing was. */
  @Nullable PlacedNode remove(String cluster) throws Exception {
    PlacedNode before = cluster(cluster);
    if (before != null) {
      clusters.remove(cluster);
      for (String contact : before.node().contacts().keySet()) {
        untie(contact, cluster);
      }
    }
    return before;
  }

  /** Takes note that a cluster won't change any more, if it is known. */
  void forget(String cluster) throws Exception {
    PlacedNode known = cluster(cluster);
    if (known != null) {
      clusters.keep(cluster, known.node().asForgotten(), known.network());
    }
  }

  /**
   * Drops all that hangs together, and each contact that is cut and that no other cluster names.
   *
   * @return whether such a contact was dropped
   */
  boolean drop(Component component) throws Exception {
    for (String contact : component.contacts.keySet()) {
      drop(contact);
    }
    boolean dropsCuts = false;
    for (Map.Entry<String, PlacedNode> cluster : component.clusters.entrySet()) {
      for (String contact : cluster.getValue().node().contacts().keySet()) {
        if (component.cuts.contains(contact)) {
          ContactTies ties = take(contact);
          ties.remove(cluster.getKey());
          if (ties.isTied()) {
            contacts.put(contact, ties);
            lapsed.put(contact, true);
          } else {
            drop(contact);
            dropsCuts = true;
          }
        }
      }
      clusters.remove(cluster.getKey());
    }
    return dropsCuts;
  }

  /** Drops a contact. */
  void drop(String contact) throws Exception {
    contacts.remove(contact);
    lapsed.remove(contact);
  }

  /** Takes note that a contact is judged by the clusters that name it now. */
  void judged(String contact) throws Exception {
    lapsed.remove(contact);
  }

  /** Keeps what changed of a contact. */
  void update(String contact, ContactTies ties) throws Exception {
    contacts.put(contact, ties);
  }

  /** Notes the network that a cluster stands in. */
  void placeCluster(String cluster, String network) throws Exception {
    clusters.keep(cluster, known(cluster).node(), network);
  }

  /** Notes the network that a contact stands in. */
  void placeContact(String contact, String network) throws Exception {
    ContactTies ties = take(contact);
    ties.network = network;
    contacts.put(contact, ties);
  }

  /** Returns the clusters that a contact ties. */
  Collection<NetworkNode> tied(ContactTies ties) throws Exception {
    List<NetworkNode> tied = new ArrayList<>();
    for (String cluster : ties.clusters) {
      tied.add(known(cluster).node());
    }
    return tied;
  }

  /** Returns all that hangs together with a cluster through contacts that join. */
  Component componentOf(String cluster) throws Exception {
    Component component = new Component();
    Deque<String> open = new ArrayDeque<>(List.of(cluster));
    Set<String> met = new TreeSet<>(open);
    while (!open.isEmpty()) {
      String name = open.remove();
      PlacedNode node = known(name);
      component.clusters.put(name, node);
      for (String contact : node.node().contacts().keySet()) {
        if (component.contacts.containsKey(contact) || component.cuts.contains(contact)) {
          continue;
        }
        ContactTies ties = named(contact, contacts.look(contact));
        if (!ties.joins()) {
          component.cuts.add(contact);
          continue;
        }
        component.contacts.put(contact, ties);
        ties.clusters.stream().filter(met::add).forEach(open::add);
      }
    }
    return component;
  }

  private PlacedNode known(String cluster) throws Exception {
    PlacedNode known = cluster(cluster);
    if (known == null) {
      throw new IllegalStateException("a contact must tie known clusters, but tied " + cluster);
    }
    return known;
  }

  private void untie(String contact, String cluster) throws Exception {
    ContactTies ties = take(contact);
    ties.remove(cluster);
    contacts.put(contact, ties);
  }

  /** Returns what is known of a contact that a cluster names, to be changed and put again. */
  private ContactTies take(String contact) throws Exception {
    return named(contact, contacts.take(contact));
  }

  private static ContactTies named(String contact, @Nullable ContactTies ties) {
    if (ties == null) {
      throw new IllegalStateException("a contact that a cluster names must be known: " + contact);
    }
    return ties;
  }
}
