package org.vigie.search.document;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;
import org.vigie.advert.ClusterAlias;
import org.vigie.search.analysis.Fields;
import org.vigie.search.analysis.Keywords;

/**
 * The names that clusters, networks or alerts have and had. A membership may still say a former
 * name; so members are looked up under all names that lead to the same cluster.
 */
public final class ClusterNames {
  private final IndexDocuments documents;
  private final Kind kind;

  public ClusterNames(IndexDocuments documents, Kind kind) {
    this.documents = documents;
    this.kind = kind;
  }

  /** Returns the present name; a name that leads nowhere is its own. */
  public String current(String name) throws IOException {
    Set<String> passed = new HashSet<>();
    String current = name;
    while (passed.add(current) && !documents.exists(kind, current)) {
      Optional<ClusterAlias> alias = documents.find(Kind.ALIAS, current, ClusterAlias.class);
      if (alias.isEmpty()) {
        return current;
      }
      current = alias.get().id();
    }
    return current;
  }

  /** Returns the ids of the adverts in the cluster that has or had a name. */
  public List<BytesRef> members(String name) throws IOException {
    List<BytesRef> names = all(current(name)).stream().map(BytesRef::new).toList();
    Query query = IndexDocuments.ofKind(Kind.MEMBERSHIP, new TermInSetQuery(Fields.CLUSTER, names));
    List<BytesRef> members = new ArrayList<>();
    documents.eachValue(query, Fields.ADVERT, id -> members.add(new BytesRef(Kind.ADVERT.key(id))));
    return members;
  }

  /** Returns the present name and all that lead to it. */
  public Set<String> all(String current) throws IOException {
    Set<String> names = new LinkedHashSet<>(Set.of(Keywords.capped(current)));
    Deque<String> open = new ArrayDeque<>(names);
    while (!open.isEmpty()) {
      Term target = new Term(Fields.CLUSTER, open.remove());
      Query aliases = IndexDocuments.ofKind(Kind.ALIAS, new TermQuery(target));
      documents.eachValue(
          aliases,
          Fields.ID,
          former -> {
            if (!documents.exists(kind, former) && names.add(former)) {
              open.add(former);
            }
          });
    }
    return names;
  }
}
