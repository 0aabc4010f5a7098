package org.vigie.search.shard;

import org.apache.lucene.index.IndexWriter;

/**
 * The one place where Lucene's classes are first touched.
 *
 * <p>{@code IndexWriter} and {@code ConcurrentMergeScheduler} initialise each other: two threads
 * that begin with one each wait for each other for ever, as seen when stored queries and shards
 * opened at the same time. Whoever passes here first initialises both; the others wait for it.
 */
public final class LuceneStart {
  static {
    try {
      Class.forName(IndexWriter.class.getName());
    } catch (ClassNotFoundException e) {
      throw new LinkageError("Lucene must be on the class path", e);
    }
  }

  private LuceneStart() {}

  /** Returns once Lucene is initialised. */
  public static void await() {
    // calling it runs the initialiser
  }
}
