package org.vigie.casework.export;

import java.io.Closeable;
import java.io.IOException;
import org.vigie.search.SearchResult;

/** Where the adverts of an export go, one by one; closing ends the file, but not its stream. */
public interface ExportSink extends Closeable {
  void add(SearchResult.Hit hit) throws IOException;
}
