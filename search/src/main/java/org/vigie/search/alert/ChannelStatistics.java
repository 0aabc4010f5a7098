package org.vigie.search.alert;

import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.lucene.document.DoublePoint;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.FieldExistsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.vigie.advert.BaseRate;
import org.vigie.advert.ClusterProfile;
import org.vigie.search.analysis.Fields;
import org.vigie.search.document.IndexDocuments;
import org.vigie.search.document.Kind;

/** What is usual in a channel: how common alerts and risks are, how often contacts are named. */
public final class ChannelStatistics {
  private final IndexDocuments documents;

  public ChannelStatistics(IndexDocuments documents) {
    this.documents = documents;
  }

  /**
   * Returns the median of how many adverts name a contact, over the contacts that a channel has
   * most of their adverts; of two middle ones the lower; 0 if there is none.
   */
  public long medianAdvertsOfAContact(String channel) throws IOException {
    Query query =
        IndexDocuments.ofKind(Kind.CONTACT, new TermQuery(new Term(Fields.CHANNEL, channel)));
    SortedMap<Long, Long> contacts = new TreeMap<>();
    documents.each(
        query,
        leaf -> {
          var sizes = leaf.reader().getSortedNumericDocValues(Fields.SIZE);
          return doc -> {
            if (sizes != null && sizes.advanceExact(doc)) {
              contacts.merge(sizes.nextValue(), 1L, Long::sum);
            }
          };
        });
    long half = (contacts.values().stream().mapToLong(n -> n).sum() + 1) / 2;
    for (var entry : contacts.entrySet()) {
      half -= entry.getValue();
      if (half <= 0) {
        return entry.getKey();
      }
    }
    return 0;
  }

  /**
   * Returns how many clusters a channel has most of their adverts in, and about how many of them an
   * alert stands.
   */
  public BaseRate baseRate(String channel) throws IOException {
    Query there = new TermQuery(new Term(Fields.CHANNEL, channel));
    Set<String> such = new HashSet<>();
    Query alerts =
        new BooleanQuery.Builder()
            .add(there, BooleanClause.Occur.FILTER)
            .add(new FieldExistsQuery(Fields.SUBJECT), BooleanClause.Occur.FILTER)
            .build();
    documents.eachValue(IndexDocuments.ofKind(Kind.ALERT, alerts), Fields.SUBJECT, such::add);
    return new BaseRate(
        channel, such.size(), documents.count(IndexDocuments.ofKind(Kind.CLUSTER, there)));
  }

  /**
   * Returns how many clusters there are in the channel that a cluster has most of its adverts in,
   * and how many of them are at least as risky together.
   */
  public BaseRate baseRate(ClusterProfile cluster) throws IOException {
    Query there = new TermQuery(new Term(Fields.CHANNEL, cluster.mainChannel()));
    double risk = cluster.assessment() == null ? 0 : cluster.assessment().riskProbability();
    Query such =
        new BooleanQuery.Builder()
            .add(there, BooleanClause.Occur.FILTER)
            .add(DoublePoint.newRangeQuery(Fields.GROUP_RISK, risk, 1), BooleanClause.Occur.FILTER)
            .build();
    return new BaseRate(
        cluster.mainChannel(),
        documents.count(IndexDocuments.ofKind(Kind.CLUSTER, such)),
        documents.count(IndexDocuments.ofKind(Kind.CLUSTER, there)));
  }
}
