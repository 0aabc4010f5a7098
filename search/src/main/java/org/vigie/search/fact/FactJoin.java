package org.vigie.search.fact;

import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.SortedNumericDocValues;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.ArrayUtil;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.BytesRefHash;
import org.apache.lucene.util.FixedBitSet;
import org.vigie.advert.Sighting;
import org.vigie.search.analysis.Fields;
import org.vigie.search.document.ClusterNames;
import org.vigie.search.document.IndexDocuments;
import org.vigie.search.document.KeyLookup;
import org.vigie.search.document.Kind;

/** What the small documents of one index say, by advert: one pass over each kind of them. */
final class FactJoin {
  private static final int UNREAD = -1;

  /** What the names of networks' members begin with that aren't contacts. */
  private static final String CLUSTER = "c-";

  private final IndexReader reader;
  private final long at;
  private final IndexDocuments documents;
  private final ClusterNames clusters;
  private final Groups groups = new Groups();
  private Map<String, Integer> byName = new HashMap<>();
  private final BytesRefHash grouped = new BytesRefHash();
  private final BytesRefHash gone = new BytesRefHash();
  private int[] groupOf = new int[0];

  private FactJoin(IndexDocuments documents, ClusterNames clusters, long at) {
    this.documents = documents;
    this.clusters = clusters;
    this.reader = documents.reader();
    this.at = at;
  }

  /**
   * The facts of one segment, by document.
   *
   * @param groups the group of each advert among {@link #groups()}
   * @param gone those that were found gone
   */
  record Columns(int[] groups, FixedBitSet gone) {}

  /**
   * Joins what an index says.
   *
   * @param at when, in nanoseconds of some clock
   */
  static FactJoin of(IndexDocuments documents, ClusterNames clusters, long at) throws IOException {
    FactJoin join = new FactJoin(documents, clusters, at);
    join.readClusters();
    join.readMemberships();
    join.readNetworks();
    join.readGone();
    join.groups.trimmed();
    join.byName = Map.of(); // A join lives on; its way to the names needn't.
    return join;
  }

  IndexReader reader() {
    return reader;
  }

  long at() {
    return at;
  }

  Groups groups() {
    return groups;
  }

  private void readClusters() throws IOException {
    Map<String, Long> shown = documents.shownSizes();
    documents.each(
        IndexDocuments.allOf(Kind.CLUSTER),
        leaf -> {
          SortedDocValues names = DocValues.getSorted(leaf.reader(), Fields.ID);
          SortedNumericDocValues sizes = DocValues.getSortedNumeric(leaf.reader(), Fields.SIZE);
          NumericDocValues risks = DocValues.getNumeric(leaf.reader(), Fields.TOGETHER);
          return doc -> {
            if (names.advanceExact(doc) && sizes.advanceExact(doc)) {
              String name = names.lookupOrd(names.ordValue()).utf8ToString();
              Long part = shown.get(name);
              // How a group is assessed isn't told of a part of it.
              double risk = part == null && risks.advanceExact(doc) ? risk(risks) : 0;
              long size = part == null ? sizes.nextValue() : part;
              byName.put(name, groups.add(Math.toIntExact(size), risk));
            }
          };
        });
  }

  /** Reads the risk of a group, which stands in a document as the bits of a number. */
  static double risk(NumericDocValues values) throws IOException {
    return Double.longBitsToDouble(values.longValue());
  }

  private void readMemberships() throws IOException {
    Map<LeafReaderContext, int[]> byLeaf = new LinkedHashMap<>();
    documents.each(
        IndexDocuments.allOf(Kind.MEMBERSHIP),
        leaf -> {
          SortedDocValues adverts = DocValues.getSorted(leaf.reader(), Fields.ADVERT);
          SortedDocValues names = DocValues.getSorted(leaf.reader(), Fields.CLUSTER);
          int[] ofAdverts = new int[adverts.getValueCount()];
          int[] ofNames = new int[names.getValueCount()];
          Arrays.fill(ofNames, UNREAD);
          byLeaf.put(leaf, ofAdverts);
          return doc -> {
            if (adverts.advanceExact(doc) && names.advanceExact(doc)) {
              int name = names.ordValue();
              if (ofNames[name] == UNREAD) {
                ofNames[name] = named(names.lookupOrd(name).utf8ToString());
              }
              ofAdverts[adverts.ordValue()] = ofNames[name];
            }
          };
        });
    for (var leaf : byLeaf.entrySet()) {
      putAll(DocValues.getSorted(leaf.getKey().reader(), Fields.ADVERT), leaf.getValue());
    }
  }

  /** Values are read in their own order: in that of documents, each would be unpacked alone. */
  private void putAll(SortedDocValues adverts, int[] groupsByOrd) throws IOException {
    TermsEnum ids = adverts.termsEnum();
    for (BytesRef id = ids.next(); id != null; id = ids.next()) {
      int group = groupsByOrd[(int) ids.ord()];
      if (groups.isCluster(group)) {
        put(id, group);
      }
    }
  }

  /** Only a name that is no cluster's any more has to be followed to the present one. */
  private int named(String name) throws IOException {
    Integer group = byName.get(name);
    return group != null ? group : byName.getOrDefault(clusters.current(name), Groups.NONE);
  }

  private void put(BytesRef advert, int group) {
    int ord = grouped.add(advert);
    int slot = ord < 0 ? -ord - 1 : ord;
    groupOf = ArrayUtil.grow(groupOf, slot + 1);
    groupOf[slot] = group;
  }

  /** Gives what stands in a network the risk of that network, if it is higher than its own. */
  private void readNetworks() throws IOException {
    Map<String, Double> risks = networkRisks();
    if (risks.isEmpty()) {
      return;
    }
    ClusterNames networks = new ClusterNames(documents, Kind.NETWORK);
    documents.each(
        IndexDocuments.allOf(Kind.NETWORK_MEMBERSHIP),
        leaf -> {
          SortedDocValues members = DocValues.getSorted(leaf.reader(), Fields.MEMBER);
          SortedDocValues names = DocValues.getSorted(leaf.reader(), Fields.NETWORK);
          return doc -> {
            if (members.advanceExact(doc) && names.advanceExact(doc)) {
              String name = names.lookupOrd(names.ordValue()).utf8ToString();
              Double risk = risks.get(name);
              if (risk == null) {
                risk = risks.get(networks.current(name));
              }
              if (risk != null) {
                raise(members.lookupOrd(members.ordValue()).utf8ToString(), risk);
              }
            }
          };
        });
  }

  private Map<String, Double> networkRisks() throws IOException {
    Map<String, Double> risks = new HashMap<>();
    documents.each(
        IndexDocuments.allOf(Kind.NETWORK),
        leaf -> {
          SortedDocValues names = DocValues.getSorted(leaf.reader(), Fields.ID);
          NumericDocValues values = DocValues.getNumeric(leaf.reader(), Fields.TOGETHER);
          return doc -> {
            if (names.advanceExact(doc) && values.advanceExact(doc)) {
              String name = names.lookupOrd(names.ordValue()).utf8ToString();
              if (!documents.isShortened(name)) {
                risks.put(name, risk(values));
              }
            }
          };
        });
    return risks;
  }

  /** A member that is no cluster is an advert that is like no other. */
  private void raise(String member, double risk) throws IOException {
    int group = named(member);
    if (group != Groups.NONE) {
      groups.raise(group, risk);
    } else if (member.startsWith(CLUSTER)) {
      put(new BytesRef("a-" + member.substring(CLUSTER.length())), groups.add(1, risk));
    }
  }

  private void readGone() throws IOException {
    KeyLookup keys = new KeyLookup(documents);
    documents.eachValue(
        IndexDocuments.ofKind(Kind.SIGHTING, new TermQuery(new Term(Fields.STATUS, Fields.GONE))),
        Fields.ADVERT,
        id -> {
          if (!isBack(keys, id)) {
            gone.add(new BytesRef(id));
          }
        });
  }

  /** Returns whether an advert that one memory holds for gone was seen since in another. */
  private boolean isBack(KeyLookup keys, String id) throws IOException {
    return keys.findAll(Kind.SIGHTING, id).size() > 1
        && documents.findSighting(id).map(Sighting::goneSince).isEmpty();
  }

  /** Lays the facts beside a segment. Clusters have ids in the same field; none is an advert's. */
  Columns columns(LeafReaderContext leaf) throws IOException {
    int[] column = new int[leaf.reader().maxDoc()];
    FixedBitSet goneHere = new FixedBitSet(Math.max(1, leaf.reader().maxDoc()));
    SortedDocValues ids = leaf.reader().getSortedDocValues(Fields.ID);
    if (ids != null) {
      int[] byOrd = new int[ids.getValueCount()];
      FixedBitSet goneByOrd = new FixedBitSet(Math.max(1, byOrd.length));
      TermsEnum terms = ids.termsEnum();
      for (BytesRef id = terms.next(); id != null; id = terms.next()) {
        int slot = grouped.find(id);
        byOrd[(int) terms.ord()] = slot < 0 ? Groups.NONE : groupOf[slot];
        if (gone.find(id) >= 0) {
          goneByOrd.set((int) terms.ord());
        }
      }
      for (int doc = ids.nextDoc(); doc < column.length; doc = ids.nextDoc()) {
        column[doc] = byOrd[ids.ordValue()];
        if (goneByOrd.get(ids.ordValue())) {
          goneHere.set(doc);
        }
      }
    }
    return new Columns(column, goneHere);
  }
}
