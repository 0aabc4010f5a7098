package org.vigie.search.group;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.document.LongField;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;
import org.vigie.advert.AssessedAdvert;
import org.vigie.advert.ClusterProfile;
import org.vigie.advert.NetworkEdge;
import org.vigie.advert.NetworkMembership;
import org.vigie.advert.NetworkProfile;
import org.vigie.search.Listed;
import org.vigie.search.analysis.Fields;
import org.vigie.search.analysis.Keywords;
import org.vigie.search.document.ClusterNames;
import org.vigie.search.document.IndexDocuments;
import org.vigie.search.document.Kind;
import org.vigie.search.document.Orders;
import org.vigie.search.hit.AdvertSearch;

/** The networks of an index, by name and by member. */
public final class Networks {
  private final IndexDocuments documents;
  private final ClusterNames clusters;
  private final ClusterNames networks;
  private final AdvertSearch search;

  public Networks(IndexDocuments documents, ClusterNames clusters, AdvertSearch search) {
    this.documents = documents;
    this.clusters = clusters;
    this.networks = new ClusterNames(documents, Kind.NETWORK);
    this.search = search;
  }

  /** Finds a network by its name or a former one. */
  public Optional<NetworkProfile> find(String id) throws IOException {
    return documents.find(Kind.NETWORK, networks.current(id), NetworkProfile.class);
  }

  /** Finds the network that a cluster, a contact by its key, or an advert stands in. */
  public Optional<NetworkProfile> of(String member) throws IOException {
    Optional<NetworkMembership> direct =
        documents.find(Kind.NETWORK_MEMBERSHIP, member, NetworkMembership.class);
    if (direct.isEmpty() && member.startsWith("a-")) {
      Optional<String> cluster = search.clusterOf(member).map(ClusterProfile::id);
      return of(cluster.orElseGet(() -> NetworkMembership.ofSingle(member)));
    }
    return direct.isEmpty() ? Optional.empty() : find(direct.get().networkId());
  }

  /**
   * Returns a stretch of the networks with at least a number of adverts: those of the most adverts
   * first, then by name.
   */
  public Listed<NetworkProfile> largest(int minSize, int offset, int limit) throws IOException {
    Query large =
        IndexDocuments.ofKind(
            Kind.NETWORK, LongField.newRangeQuery(Fields.SIZE, minSize, Long.MAX_VALUE));
    return documents.stretch(large, offset, limit, Orders.LARGEST, NetworkProfile.class);
  }

  /** Returns adverts of an edge's cluster that name its contact, in order of ids. */
  public List<AssessedAdvert> advertsOf(NetworkEdge edge, int limit) throws IOException {
    Query contact = new TermQuery(new Term(Fields.CONTACT, Keywords.folded(edge.contact())));
    List<BytesRef> members = clusters.members(edge.cluster());
    if (members.isEmpty()) {
      members = List.of(new BytesRef(Kind.ADVERT.key("a-" + edge.cluster().substring(2))));
    }
    Query query =
        new BooleanQuery.Builder()
            .add(contact, BooleanClause.Occur.FILTER)
            .add(new TermInSetQuery(Fields.KEY, members), BooleanClause.Occur.FILTER)
            .build();
    return documents.records(query, limit, new Sort(Orders.BY_ID), AssessedAdvert.class);
  }
}
