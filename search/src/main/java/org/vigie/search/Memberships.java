package org.vigie.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.SortedDocValues;
import org.vigie.advert.Membership;

/** Which adverts stand in which clusters. */
final class Memberships {
  private final IndexDocuments documents;
  private final ClusterNames clusters;

  Memberships(IndexDocuments documents, ClusterNames clusters) {
    this.documents = documents;
    this.clusters = clusters;
  }

  /** Returns all memberships under the clusters' present names, in order of advert ids. */
  List<Membership> all() throws IOException {
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
