package org.vigie.search;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.vigie.advert.AssessedAdvert;
import org.vigie.advert.ClusterProfile;
import org.vigie.advert.ContactCut;
import org.vigie.advert.ContactProfile;
import org.vigie.advert.Membership;
import org.vigie.advert.NetworkEdge;
import org.vigie.advert.NetworkProfile;
import org.vigie.search.analysis.Fields;
import org.vigie.search.document.IndexDocuments;
import org.vigie.search.document.Kind;
import org.vigie.search.document.Orders;
import org.vigie.search.group.Memberships;
import org.vigie.search.hidden.ShownSums;

/** The clusters, contacts and networks of an index. */
public sealed interface IndexedGroups permits AdvertIndex {
  /** Returns what the index is read by. */
  IndexParts parts();

  /** Finds a cluster by its name or a former one, without its template. */
  default Optional<ClusterProfile> findCluster(String id) throws IOException {
    String name = parts().clusters.current(id);
    return parts().sums.ofCluster(parts().documents.find(Kind.CLUSTER, name, ClusterProfile.class));
  }

  /** As above, with its template, which is made of its adverts' texts as they are now. */
  default Optional<ClusterProfile> findClusterWithTemplate(String id) throws IOException {
    Optional<ClusterProfile> cluster = findCluster(id);
    return cluster.isEmpty() ? cluster : Optional.of(parts().templates.addTo(cluster.get()));
  }

  /** As above, with a template without the wording that nobody asked to read. */
  default Optional<ClusterProfile> findClusterWithMaskedTemplate(String id) throws IOException {
    Optional<ClusterProfile> cluster = findCluster(id);
    return cluster.isEmpty() ? cluster : Optional.of(parts().templates.addMaskedTo(cluster.get()));
  }

  /**
   * Returns the ids of the adverts of whose texts a cluster's template is made: whoever reads the
   * template and what stands in its slots has read nearly all that they say.
   */
  default List<String> advertsOfTemplate(ClusterProfile cluster) throws IOException {
    return parts().templates.madeOf(cluster);
  }

  /** Finds the cluster that an advert shares with others. */
  default Optional<ClusterProfile> findClusterOf(String advertId) throws IOException {
    return parts().sums.ofCluster(parts().search.clusterOf(advertId));
  }

  /** Finds what is known of a contact by its {@link org.vigie.advert.Contact#key key}. */
  default Optional<ContactProfile> findContact(String key) throws IOException {
    return parts().sums.ofContact(parts().documents.findContact(key));
  }

  /** Finds why a contact joins nothing, if it doesn't. */
  default Optional<ContactCut> findContactCut(String key) throws IOException {
    return parts().documents.find(Kind.CONTACT_CUT, key, ContactCut.class);
  }

  /** Finds a network by its name or a former one. */
  default Optional<NetworkProfile> findNetwork(String id) throws IOException {
    return parts().sums.networks().of(parts().networks.find(id));
  }

  /** Finds the network that a cluster, a contact by its key, or an advert stands in. */
  default Optional<NetworkProfile> findNetworkOf(String member) throws IOException {
    return parts().sums.networks().of(parts().networks.of(member));
  }

  /** Returns the networks, those of the most adverts first, then by name. */
  default List<NetworkProfile> networks(int limit) throws IOException {
    return networks(0, 0, limit).items();
  }

  /**
   * Returns a stretch of the networks with at least a number of adverts, in that order.
   *
   * @param offset networks to pass over, at least 0
   */
  default Listed<NetworkProfile> networks(int minSize, int offset, int limit) throws IOException {
    ShownSums sums = parts().sums;
    int end = IndexParts.end(offset, limit);
    return sums.shortensNone()
        ? parts().networks.largest(minSize, offset, limit)
        : IndexParts.stretch(
            parts().networks.largest(minSize, 0, sums.asMany(end)),
            found -> sums.networks().of(found, end),
            offset);
  }

  /** Returns adverts of an edge's cluster that name its contact, in order of ids. */
  default List<AssessedAdvert> advertsOf(NetworkEdge edge, int limit) throws IOException {
    return parts().networks.advertsOf(edge, limit);
  }

  /** Returns all memberships under the clusters' present names, in order of advert ids. */
  default List<Membership> memberships() throws IOException {
    return new Memberships(parts().documents, parts().clusters).all();
  }

  /** Finds an advert of a cluster: of those that bear its present name that of the smallest id. */
  default Optional<AssessedAdvert> findMemberOf(String cluster) throws IOException {
    Optional<String> id = new Memberships(parts().documents, parts().clusters).first(cluster);
    return id.isEmpty()
        ? Optional.empty()
        : parts().documents.find(Kind.ADVERT, id.get(), AssessedAdvert.class);
  }

  /**
   * Returns the clusters with at least a number of adverts, largest first, then by name; without
   * their templates.
   */
  default List<ClusterProfile> clusters(int minSize, int limit) throws IOException {
    return clusters(minSize, "", 0, limit).items();
  }

  /**
   * Returns a stretch of those clusters, in that order.
   *
   * @param channel label of the channel that has most of their adverts; empty for any
   * @param offset clusters to pass over, at least 0
   */
  default Listed<ClusterProfile> clusters(int minSize, String channel, int offset, int limit)
      throws IOException {
    BooleanQuery.Builder large =
        new BooleanQuery.Builder().add(IndexCounts.largeClusters(minSize), Occur.FILTER);
    if (!channel.isEmpty()) {
      large.add(new TermQuery(new Term(Fields.CHANNEL, channel)), Occur.FILTER);
    }
    Query query = large.build();
    IndexDocuments documents = parts().documents;
    ShownSums sums = parts().sums;
    int end = IndexParts.end(offset, limit);
    return sums.shortensNone()
        ? documents.stretch(query, offset, limit, Orders.LARGEST, ClusterProfile.class)
        : IndexParts.stretch(
            documents.stretch(query, 0, sums.asMany(end), Orders.LARGEST, ClusterProfile.class),
            found -> sums.ofClusters(found, minSize, end),
            offset);
  }
}
