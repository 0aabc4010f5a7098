package org.vigie.search;

import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.SortedNumericDocValues;
import org.apache.lucene.util.NumericUtils;

/**
 * How risky the groups are that adverts stand in: by cluster, the highest of its own risk and that
 * of its network.
 *
 * <p>A group of which a part is hidden has none, since its risk rests on what is hidden, too.
 */
final class GroupRisks {
  private final Map<String, Float> byCluster;
  private final Map<String, Float> inNetworks;

  private GroupRisks(Map<String, Float> byCluster, Map<String, Float> inNetworks) {
    this.byCluster = byCluster;
    this.inNetworks = inNetworks;
  }

  static GroupRisks of(IndexDocuments documents) throws IOException {
    Map<String, Float> byCluster = risks(documents, Kind.CLUSTER);
    Map<String, Float> byNetwork = risks(documents, Kind.NETWORK);
    Map<String, Float> inNetworks = new HashMap<>();
    if (!byNetwork.isEmpty()) {
      documents.each(
          IndexDocuments.allOf(Kind.NETWORK_MEMBERSHIP),
          leaf -> {
            SortedDocValues members = DocValues.getSorted(leaf.reader(), Fields.MEMBER);
            SortedDocValues networks = DocValues.getSorted(leaf.reader(), Fields.NETWORK);
            return doc -> {
              if (members.advanceExact(doc) && networks.advanceExact(doc)) {
                Float risk = byNetwork.get(value(networks));
                if (risk != null) {
                  inNetworks.put(value(members), risk);
                }
              }
            };
          });
    }
    inNetworks.forEach((cluster, risk) -> byCluster.merge(cluster, risk, Math::max));
    return new GroupRisks(byCluster, inNetworks);
  }

  /** Returns the risk of a cluster's adverts together, by its present name; 0 if it has none. */
  float of(String cluster) {
    return byCluster.getOrDefault(cluster, 0f);
  }

  /** Returns the clusters that stand in networks, one of a single advert too, with their risk. */
  Map<String, Float> inNetworks() {
    return inNetworks;
  }

  private static Map<String, Float> risks(IndexDocuments documents, Kind kind) throws IOException {
    Set<String> shortened = new HashSet<>(documents.shortened());
    Map<String, Float> risks = new HashMap<>();
    documents.each(
        IndexDocuments.allOf(kind),
        leaf -> {
          SortedDocValues names = DocValues.getSorted(leaf.reader(), Fields.ID);
          SortedNumericDocValues values =
              DocValues.getSortedNumeric(leaf.reader(), Fields.TOGETHER);
          return doc -> {
            if (names.advanceExact(doc) && values.advanceExact(doc)) {
              String name = value(names);
              if (!shortened.contains(name)) {
                risks.put(name, (float) NumericUtils.sortableLongToDouble(values.nextValue()));
              }
            }
          };
        });
    return risks;
  }

  private static String value(SortedDocValues values) throws IOException {
    return values.lookupOrd(values.ordValue()).utf8ToString();
  }
}
