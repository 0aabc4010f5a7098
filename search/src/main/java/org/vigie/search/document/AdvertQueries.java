package org.vigie.search.document;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;
import org.vigie.search.analysis.Fields;
import org.vigie.search.analysis.Keywords;

/** Queries of the adverts that have something in common. */
public final class AdvertQueries {
  private final ClusterNames clusters;

  public AdvertQueries(ClusterNames clusters) {
    this.clusters = clusters;
  }

  public Query ofCluster(String name) throws IOException {
    return ofClusters(Set.of(name));
  }

  /** Returns those of some clusters, told by their present names. */
  public Query ofClusters(Set<String> names) throws IOException {
    List<BytesRef> keys = new ArrayList<>();
    for (String name : names) {
      keys.addAll(clusters.members(name));
      // An advert that is like no other bears the digits of its cluster.
      keys.add(new BytesRef(Kind.ADVERT.key("a-" + name.substring(2))));
    }
    return IndexDocuments.ofKind(Kind.ADVERT, new TermInSetQuery(Fields.KEY, keys));
  }

  /** Returns a query of those of some adverts that show an indicator. */
  public static Query showing(String indicator, Query adverts) {
    return both(adverts, new TermQuery(new Term(Fields.INDICATOR, Keywords.folded(indicator))));
  }

  /** Returns those that two queries find. */
  public static Query both(Query one, Query other) {
    return new BooleanQuery.Builder().add(one, Occur.FILTER).add(other, Occur.FILTER).build();
  }
}
