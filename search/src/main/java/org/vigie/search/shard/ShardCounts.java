package org.vigie.search.shard;

import java.io.IOException;
import org.apache.lucene.document.LongField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.search.Query;
import org.apache.lucene.store.Directory;
import org.jspecify.annotations.Nullable;
import org.vigie.search.analysis.Fields;
import org.vigie.search.document.IndexDocuments;
import org.vigie.search.document.Kind;

/** What a shard holds as it was committed last, counted when asked. Safe for several threads. */
public final class ShardCounts implements AutoCloseable {
  private final Directory directory;
  private @Nullable DirectoryReader reader;
  private boolean closed;

  ShardCounts(Directory directory) {
    this.directory = directory;
  }

  /** Returns how many different adverts there are. */
  public long adverts() throws IOException {
    return count(IndexDocuments.allOf(Kind.ADVERT));
  }

  /**
   * Returns how many clusters have a number of adverts.
   *
   * @param most inclusive
   */
  public long clusters(long least, long most) throws IOException {
    return count(
        IndexDocuments.ofKind(Kind.CLUSTER, LongField.newRangeQuery(Fields.SIZE, least, most)));
  }

  private synchronized long count(Query query) throws IOException {
    if (closed) {
      return 0;
    }
    if (reader == null) {
      if (!DirectoryReader.indexExists(directory)) {
        return 0;
      }
      reader = DirectoryReader.open(directory);
    } else {
      DirectoryReader newer = DirectoryReader.openIfChanged(reader);
      if (newer != null) {
        reader.close();
        reader = newer;
      }
    }
    return new IndexDocuments(reader).count(query);
  }

  @Override
  public synchronized void close() throws IOException {
    closed = true;
    if (reader != null) {
      reader.close();
    }
  }
}
