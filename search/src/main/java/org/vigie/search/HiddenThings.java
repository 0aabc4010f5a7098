package org.vigie.search;

import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;
import org.vigie.advert.Alert;
import org.vigie.advert.AssessedAdvert;
import org.vigie.advert.ClusterProfile;
import org.vigie.advert.Contact;
import org.vigie.advert.Evidence;
import org.vigie.advert.Membership;
import org.vigie.advert.NetworkMembership;
import org.vigie.advert.NetworkProfile;

/**
 * All that goes unshown in one index: what is {@link Hidden}, by its present names, with what it
 * brings along.
 *
 * @param adverts ids
 * @param clusters present names, and those under which networks know adverts that are alone
 * @param contacts keys
 */
record HiddenThings(Set<String> adverts, Set<String> clusters, Set<String> contacts) {
  private static final HiddenThings NONE = new HiddenThings(Set.of(), Set.of(), Set.of());

  HiddenThings {
    adverts = Set.copyOf(adverts);
    clusters = Set.copyOf(clusters);
    contacts = Set.copyOf(contacts);
  }

  static HiddenThings of(Hidden hidden, IndexDocuments documents) throws IOException {
    if (hidden.isEmpty()) {
      return NONE;
    }
    ClusterNames names = new ClusterNames(documents, Kind.CLUSTER);
    Set<String> adverts = new HashSet<>(hidden.adverts());
    Set<String> clusters = new HashSet<>();
    for (String cluster : hidden.clusters()) {
      clusters.add(names.current(cluster));
      adverts.addAll(members(names, cluster));
    }
    for (String contact : hidden.contacts()) {
      adverts.addAll(naming(contact, documents));
    }
    Set<String> contacts = new HashSet<>(hidden.contacts());
    for (String advert : adverts) {
      Optional<Membership> membership = documents.find(Kind.MEMBERSHIP, advert, Membership.class);
      if (membership.isEmpty()) {
        clusters.add(NetworkMembership.ofSingle(advert));
      } else if (adverts.containsAll(members(names, membership.get().clusterId()))) {
        clusters.add(names.current(membership.get().clusterId()));
      }
      contacts.addAll(aloneIn(advert, adverts, documents));
    }
    return new HiddenThings(adverts, clusters, contacts);
  }

  private static Set<String> members(ClusterNames names, String cluster) throws IOException {
    Set<String> members = new HashSet<>();
    for (BytesRef key : names.members(cluster)) {
      members.add(key.utf8ToString().substring(Kind.ADVERT.key("").length()));
    }
    return members;
  }

  private static Set<String> naming(String contact, IndexDocuments documents) throws IOException {
    Set<String> adverts = new HashSet<>();
    documents.eachValue(
        IndexDocuments.ofKind(
            Kind.ADVERT, new TermQuery(new Term(Fields.CONTACT, Keywords.folded(contact)))),
        Fields.ID,
        adverts::add);
    return adverts;
  }

  /** Returns the contacts of an advert that none but some adverts name. */
  private static Set<String> aloneIn(String advert, Set<String> adverts, IndexDocuments documents)
      throws IOException {
    Set<String> alone = new HashSet<>();
    Optional<AssessedAdvert> found = documents.find(Kind.ADVERT, advert, AssessedAdvert.class);
    if (found.isPresent()) {
      for (Contact contact : found.get().contacts()) {
        if (adverts.containsAll(naming(contact.key(), documents))) {
          alone.add(contact.key());
        }
      }
    }
    return alone;
  }

  boolean isEmpty() {
    return adverts.isEmpty() && clusters.isEmpty() && contacts.isEmpty();
  }

  /** Returns an alert without its evidence from hidden adverts; nothing if it is about them. */
  Optional<Alert> in(Alert alert) {
    String subject = alert.subject();
    if (adverts.contains(subject) || clusters.contains(subject) || contacts.contains(subject)) {
      return Optional.empty();
    }
    return Optional.of(isEmpty() ? alert : alert.with(shownOf(alert.evidence())));
  }

  private List<Evidence> shownOf(List<Evidence> evidence) {
    return evidence.stream().filter(one -> !adverts.contains(one.advertId())).toList();
  }

  /** Returns a cluster without hidden contacts, and without its evidence from hidden adverts. */
  ClusterProfile in(ClusterProfile cluster) {
    return isEmpty()
        ? cluster
        : cluster.showing(shown(cluster.contacts()), shownOf(cluster.evidence()));
  }

  /** Returns a network without what is hidden; nothing if nothing is left. */
  Optional<NetworkProfile> in(NetworkProfile network) {
    if (isEmpty()) {
      return Optional.of(network);
    }
    Map<String, Long> left = new HashMap<>(network.clusters());
    left.keySet().removeAll(clusters);
    if (left.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        network.showing(
            left,
            shown(network.contacts()),
            network.edges().stream()
                .filter(edge ->
                    !clusters.contains(edge.cluster()) && !contacts.contains(edge.contact()))
                .toList(),
            shown(network.cuts())));
  }

  private Map<String, Long> shown(Map<String, Long> counts) {
    Map<String, Long> left = new HashMap<>(counts);
    left.keySet().removeAll(contacts);
    return left;
  }

  private List<String> shown(List<String> keys) {
    return keys.stream().filter(key -> !contacts.contains(key)).toList();
  }
}
