package org.vigie.search.shard;

import java.io.IOException;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexCommit;
import org.vigie.advert.Alert;
import org.vigie.advert.ClusterProfile;
import org.vigie.advert.NetworkMembership;
import org.vigie.advert.NetworkProfile;
import org.vigie.search.document.IndexDocuments;
import org.vigie.search.document.Kind;

/** The records of a commit of a former schema, which lack fields that are searched by now. */
record FormerRecords(IndexCommit commit) {
  /** Puts those that lack some into a shard; its next commit has them with all their fields. */
  void putInto(ShardWriter shard) throws IOException {
    try (DirectoryReader reader = DirectoryReader.open(commit)) {
      IndexDocuments documents = new IndexDocuments(reader);
      putAnew(documents, Kind.ALERT, Alert.class, shard::put);
      putAnew(documents, Kind.CLUSTER, ClusterProfile.class, shard::put);
      putAnew(documents, Kind.NETWORK, NetworkProfile.class, shard::put);
      putAnew(documents, Kind.NETWORK_MEMBERSHIP, NetworkMembership.class, shard::put);
    }
  }

  /** How a record of a type is put. */
  private interface Putting<T> {
    void put(T record) throws IOException;
  }

  private static <T> void putAnew(
      IndexDocuments documents, Kind kind, Class<T> type, Putting<T> putting) throws IOException {
    documents.each(
        IndexDocuments.allOf(kind),
        leaf -> {
          int base = leaf.docBase;
          return doc -> putting.put(documents.record(base + doc, type));
        });
  }
}
