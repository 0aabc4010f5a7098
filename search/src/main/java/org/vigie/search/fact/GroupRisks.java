package org.vigie.search.fact;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.SortedDocValues;
import org.vigie.advert.AssessedAdvert;
import org.vigie.advert.NetworkMembership;
import org.vigie.search.ShownRisk;
import org.vigie.search.analysis.Fields;
import org.vigie.search.document.ClusterNames;
import org.vigie.search.document.IndexDocuments;
import org.vigie.search.document.KeyLookup;
import org.vigie.search.document.Kind;

/**
 * Whose risk is the highest of an advert's own, its cluster's and its network's. Read from columns.
 * For one thread.
 */
final class GroupRisks {
  private final IndexDocuments documents;
  private final KeyLookup keys;
  private final ClusterNames networks;
  private final Map<String, Double> known = new HashMap<>();

  GroupRisks(IndexDocuments documents, KeyLookup keys) {
    this.documents = documents;
    this.keys = keys;
    this.networks = new ClusterNames(documents, Kind.NETWORK);
  }

  /**
   * Returns the highest; of equal ones the advert's own, then its cluster's.
   *
   * @param cluster its cluster, or empty
   */
  ShownRisk of(AssessedAdvert advert, String cluster) throws IOException {
    ShownRisk own = ShownRisk.own(advert);
    String id = advert.advert().id();
    String member = cluster.isEmpty() ? NetworkMembership.ofSingle(id) : cluster;
    Optional<String> network = networkOf(member);
    ShownRisk highest = own;
    if (!cluster.isEmpty()) {
      highest = highest.or(ShownRisk.Of.GROUP, cluster, risk(Kind.CLUSTER, cluster));
    }
    return network.isEmpty()
        ? highest
        : highest.or(ShownRisk.Of.NETWORK, network.get(), risk(Kind.NETWORK, network.get()));
  }

  private Optional<String> networkOf(String member) throws IOException {
    Optional<KeyLookup.Place> place = keys.find(Kind.NETWORK_MEMBERSHIP, member);
    if (place.isEmpty()) {
      return Optional.empty();
    }
    SortedDocValues names = DocValues.getSorted(place.get().leaf().reader(), Fields.NETWORK);
    return names.advanceExact(place.get().doc())
        ? Optional.of(networks.current(names.lookupOrd(names.ordValue()).utf8ToString()))
        : Optional.empty();
  }

  /** Returns the risk of a cluster or network, 0 if no model assessed it or a part is hidden. */
  private double risk(Kind kind, String name) throws IOException {
    Double before = known.get(name);
    if (before == null) {
      before = documents.isShortened(name) ? 0.0 : read(kind, name);
      known.put(name, before);
    }
    return before;
  }

  private double read(Kind kind, String name) throws IOException {
    Optional<KeyLookup.Place> place = keys.find(kind, name);
    if (place.isEmpty()) {
      return 0;
    }
    NumericDocValues values = DocValues.getNumeric(place.get().leaf().reader(), Fields.TOGETHER);
    return values.advanceExact(place.get().doc()) ? FactJoin.risk(values) : 0;
  }
}
