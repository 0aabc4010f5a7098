package org.vigie.search.hidden;

import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.util.BytesRef;
import org.vigie.advert.AssessedAdvert;
import org.vigie.advert.ClusterProfile;
import org.vigie.advert.Contact;
import org.vigie.advert.ContactType;
import org.vigie.advert.Membership;
import org.vigie.advert.NetworkMembership;
import org.vigie.advert.NetworkProfile;
import org.vigie.search.Hidden;
import org.vigie.search.analysis.Fields;
import org.vigie.search.document.ClusterNames;
import org.vigie.search.document.IndexDocuments;
import org.vigie.search.document.Kind;

/**
 * All that goes unshown in one index: what is {@link Hidden}, by its present names, with what it
 * brings along; and what it adds to the sums of what is shown beside it.
 *
 * @param adverts ids
 * @param clusters present names, and those under which networks know adverts that are alone
 * @param contacts keys
 * @param networks present names of those of which nothing is left
 * @param inClusters cluster of which some is shown → what is hidden of it
 * @param inContacts contact that others name too → the hidden adverts that name it
 * @param inNetworks network of which some is shown → what is hidden of it
 */
public record HiddenThings(
    Set<String> adverts,
    Set<String> clusters,
    Set<String> contacts,
    Set<String> networks,
    Map<String, PartTally> inClusters,
    Map<String, PartTally> inContacts,
    Map<String, HiddenPart> inNetworks) {
  private static final HiddenThings NONE =
      new HiddenThings(Set.of(), Set.of(), Set.of(), Set.of(), Map.of(), Map.of(), Map.of());

  public HiddenThings {
    adverts = Set.copyOf(adverts);
    clusters = Set.copyOf(clusters);
    contacts = Set.copyOf(contacts);
    networks = Set.copyOf(networks);
    inClusters = Map.copyOf(inClusters);
    inContacts = Map.copyOf(inContacts);
    inNetworks = Map.copyOf(inNetworks);
  }

  public static HiddenThings of(Hidden hidden, IndexDocuments documents) throws IOException {
    return hidden.isEmpty() ? NONE : new Finder(documents).find(hidden);
  }

  boolean isEmpty() {
    return adverts.isEmpty() && clusters.isEmpty() && contacts.isEmpty();
  }

  /** Returns whether the same documents are hidden for both. */
  boolean hidesTheSameAs(HiddenThings other) {
    return this == other
        || (adverts.equals(other.adverts)
            && clusters.equals(other.clusters)
            && contacts.equals(other.contacts)
            && networks.equals(other.networks));
  }

  /** Returns whether something by a name isn't shown at all. */
  boolean hides(String name) {
    return adverts.contains(name)
        || clusters.contains(name)
        || contacts.contains(name)
        || networks.contains(name);
  }

  /** Returns the networks of which not all is shown. */
  public Set<String> shortenedNetworks() {
    Set<String> names = new HashSet<>(networks);
    names.addAll(inNetworks.keySet());
    return names;
  }

  /** Returns the names of all that isn't shown, or not whole. */
  public Set<String> names() {
    Set<String> names = new HashSet<>(adverts);
    names.addAll(clusters);
    names.addAll(contacts);
    names.addAll(networks);
    names.addAll(inClusters.keySet());
    names.addAll(inContacts.keySet());
    names.addAll(inNetworks.keySet());
    return Set.copyOf(names);
  }

  /** Looks in the whole index for what goes with what is hidden. */
  private static final class Finder {
    private final IndexDocuments documents;
    private final ClusterNames names;
    private final ClusterNames networkNames;
    private final Set<String> adverts = new HashSet<>();
    private final Set<String> clusters = new HashSet<>();
    private final Set<String> contacts = new HashSet<>();
    private final Set<String> networks = new HashSet<>();
    private final Map<String, PartTally> inClusters = new HashMap<>();
    private final Map<String, PartTally> inContacts = new HashMap<>();
    private final Map<String, HiddenPart> inNetworks = new HashMap<>();

    Finder(IndexDocuments documents) {
      this.documents = documents;
      this.names = new ClusterNames(documents, Kind.CLUSTER);
      this.networkNames = new ClusterNames(documents, Kind.NETWORK);
    }

    HiddenThings find(Hidden hidden) throws IOException {
      adverts.addAll(hidden.adverts());
      contacts.addAll(hidden.contacts());
      for (String cluster : hidden.clusters()) {
        clusters.add(names.current(cluster));
        adverts.addAll(members(cluster));
      }
      for (String contact : hidden.contacts()) {
        adverts.addAll(naming(contact));
      }
      for (String advert : adverts) {
        add(advert);
      }
      moveTheWhole(inClusters, clusters, this::members);
      moveTheWhole(inContacts, contacts, this::naming);
      addClustersThatShowSignsOfContacts();
      addHiddenContacts();
      moveWholeNetworks();
      return new HiddenThings(
          adverts, clusters, contacts, networks, inClusters, inContacts, inNetworks);
    }

    private void add(String id) throws IOException {
      Optional<Membership> membership = documents.find(Kind.MEMBERSHIP, id, Membership.class);
      Optional<AssessedAdvert> found = documents.find(Kind.ADVERT, id, AssessedAdvert.class);
      String cluster = NetworkMembership.ofSingle(id);
      if (membership.isPresent()) {
        cluster = names.current(membership.get().clusterId());
        if (cluster.equals(id)) { // A ruling put it alone
          cluster = NetworkMembership.ofSingle(id);
          clusters.add(cluster);
        } else {
          tally(inClusters, cluster, found);
        }
      } else {
        clusters.add(cluster);
      }
      if (found.isPresent()) {
        for (String key : keys(found.get())) {
          tally(inContacts, key, found);
        }
        if (!found.get().advert().account().isEmpty()) {
          // No search finds the adverts of an account, so it can't be shown in part.
          contacts.add(Contact.declared(ContactType.ACCOUNT, found.get().advert().account()).key());
        }
        Optional<String> network = networkOf(cluster);
        if (network.isPresent()) {
          inNetworks
              .computeIfAbsent(network.get(), unused -> new HiddenPart())
              .add(cluster, found.get(), keys(found.get()));
        }
      }
    }

    private static void tally(
        Map<String, PartTally> tallies, String name, Optional<AssessedAdvert> advert) {
      PartTally tally = tallies.computeIfAbsent(name, unused -> new PartTally());
      advert.ifPresent(tally::add);
    }

    /** Where adverts of a name are found. */
    private interface Adverts {
      Set<String> of(String name) throws IOException;
    }

    /** What has hidden adverts alone is hidden itself. */
    private void moveTheWhole(Map<String, PartTally> parts, Set<String> wholes, Adverts all)
        throws IOException {
      for (String name : List.copyOf(parts.keySet())) {
        if (wholes.contains(name) || adverts.containsAll(all.of(name))) {
          parts.remove(name);
          wholes.add(name);
        }
      }
    }

    /** What contacts show over all of their adverts may rest on those that are hidden. */
    private void addClustersThatShowSignsOfContacts() throws IOException {
      for (String contact : inContacts.keySet()) {
        for (String advert : naming(contact)) {
          Optional<Membership> of = documents.find(Kind.MEMBERSHIP, advert, Membership.class);
          String cluster = of.isEmpty() ? advert : names.current(of.get().clusterId());
          boolean shown = !clusters.contains(cluster) && !inClusters.containsKey(cluster);
          if (shown && showsSignsOfContacts(cluster)) {
            inClusters.put(cluster, new PartTally());
          }
        }
      }
    }

    private boolean showsSignsOfContacts(String cluster) throws IOException {
      return documents
          .find(Kind.CLUSTER, cluster, ClusterProfile.class)
          .filter(found -> found.indicators().stream().anyMatch(ClusterProfile::isOfContacts))
          .isPresent();
    }

    private void addHiddenContacts() throws IOException {
      for (String contact : contacts) {
        Optional<String> network = networkOf(contact);
        if (network.isPresent()) {
          inNetworks
              .computeIfAbsent(network.get(), unused -> new HiddenPart())
              .contacts
              .add(contact);
        }
      }
    }

    private void moveWholeNetworks() throws IOException {
      for (Map.Entry<String, HiddenPart> entry : List.copyOf(inNetworks.entrySet())) {
        HiddenPart part = entry.getValue();
        part.clusters.retainAll(clusters);
        Optional<NetworkProfile> network =
            documents.find(Kind.NETWORK, entry.getKey(), NetworkProfile.class);
        if (network.isEmpty() || part.clusters.size() >= network.get().clusterCount()) {
          inNetworks.remove(entry.getKey());
          networks.add(entry.getKey());
        }
      }
    }

    private Optional<String> networkOf(String member) throws IOException {
      Optional<NetworkMembership> membership =
          documents.find(Kind.NETWORK_MEMBERSHIP, member, NetworkMembership.class);
      return membership.isEmpty()
          ? Optional.empty()
          : Optional.of(networkNames.current(membership.get().networkId()));
    }

    private static Set<String> keys(AssessedAdvert advert) {
      Set<String> keys = new HashSet<>();
      advert.contacts().stream().map(Contact::key).forEach(keys::add);
      return keys;
    }

    private Set<String> members(String cluster) throws IOException {
      Set<String> members = new HashSet<>();
      for (BytesRef key : names.members(cluster)) {
        members.add(key.utf8ToString().substring(Kind.ADVERT.key("").length()));
      }
      return members;
    }

    private Set<String> naming(String contact) throws IOException {
      Set<String> naming = new HashSet<>();
      documents.eachValue(IndexDocuments.naming(contact), Fields.ID, naming::add);
      return naming;
    }
  }
}
