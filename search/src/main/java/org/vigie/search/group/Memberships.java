package org.vigie.search.group;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TermQuery;
import org.vigie.advert.Membership;
import org.vigie.search.analysis.Fields;
import org.vigie.search.analysis.Keywords;
import org.vigie.search.document.ClusterNames;
import org.vigie.search.document.IndexDocuments;
import org.vigie.search.document.Kind;

/** Which adverts stand in which clusters. */
public final class Memberships {
  private static final Sort BY_ADVERT =
      new Sort(new SortField(Fields.ADVERT, SortField.Type.STRING));

  private final IndexDocuments documents;
  private final ClusterNames clusters;

  public Memberships(IndexDocuments documents, ClusterNames clusters) {
    this.documents = documents;
    this.clusters = clusters;
  }

  /** Finds the advert of the smallest id among those that bear a cluster's present name. */
  public Optional<String> first(String cluster) throws IOException {
    Query named = new TermQuery(new Term(Fields.CLUSTER, Keywords.capped(cluster)));
    return documents
        .records(IndexDocuments.ofKind(Kind.MEMBERSHIP, named), 1, BY_ADVERT, Membership.class)
        .stream()
        .map(Membership::advertId)
        .findFirst();
  }

  /** Returns all memberships under the clusters' present names, in order of advert ids. */
  public List<Membership> all() throws IOException {
    List<Membership> memberships = new ArrayList<>();
    Map<String, String> current = new HashMap<>();
    documents.each(
        IndexDocuments.allOf(Kind.MEMBERSHIP),
        leaf -> {
          SortedDocValues adverts = leaf.reader().getSortedDocValues(Fields.ADVERT);
          SortedDocValues names = leaf.reader().getSortedDocValues(Fields.CLUSTER);
          return doc -> {
            String name = text(names, doc);
            String known = current.get(name);
            if (known == null) {
              known = clusters.current(name);
              current.put(name, known);
            }
            memberships.add(new Membership(text(adverts, doc), known));
          };
        });
    memberships.sort(Comparator.comparing(Membership::advertId));
    return memberships;
  }

  private static String text(SortedDocValues values, int doc) throws IOException {
    if (values == null || !values.advanceExact(doc)) {
      throw new IllegalStateException("a membership must name an advert and a cluster");
    }
    return values.lookupOrd(values.ordValue()).utf8ToString();
  }
}
