package org.vigie.crawler.politeness;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A place for small values under names that outlives the process. */
public interface KeyValueStore {
  byte @Nullable [] get(String key) throws IOException;

  /** Returns all values, in no order. */
  List<byte[]> all() throws IOException;

  void put(String key, byte[] value) throws IOException;

  void remove(String key) throws IOException;
}
