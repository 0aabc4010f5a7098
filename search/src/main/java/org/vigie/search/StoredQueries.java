package org.vigie.search;

import java.io.IOException;
import java.util.List;
import org.vigie.advert.AssessedAdvert;

/** Stored queries, matched against adverts as they come. */
public final class StoredQueries implements AutoCloseable {
  public static StoredQueries of(List<StoredQuery> queries) throws IOException {
    throw new IllegalStateException("placeholder");
  }

  /** Returns the queries that match, in order of their names. */
  public List<StoredQuery> matching(AssessedAdvert advert) throws IOException {
    throw new IllegalStateException("placeholder");
  }

  @Override
  public void close() throws IOException {}
}
