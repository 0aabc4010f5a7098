package org.vigie.search;

import java.io.IOException;
import java.util.Map;
import org.apache.lucene.index.IndexCommit;
import org.jspecify.annotations.Nullable;

/**
 * What a commit of a shard says of itself.
 *
 * @param checkpoint the checkpoint whose state it is
 * @param first the first checkpoint at which the shard was ever committed: before it, the shard had
 *     no documents
 */
record ShardCommit(long checkpoint, long first) {
  /** Changes when documents of an older index can't be searched by this code any more. */
  static final String SCHEMA = "3";

  private static final String SCHEMA_KEY = "vigie.schema";
  private static final String CHECKPOINT_KEY = "vigie.checkpoint";
  private static final String FIRST_KEY = "vigie.first";

  Map<String, String> userData() {
    return Map.of(
        SCHEMA_KEY, SCHEMA,
        CHECKPOINT_KEY, Long.toString(checkpoint),
        FIRST_KEY, Long.toString(first));
  }

  /**
   * Returns what a commit says of itself.
   *
   * @throws IOException if it isn't a shard's, or has another schema
   */
  static ShardCommit of(IndexCommit commit) throws IOException {
    Map<String, String> data = commit.getUserData();
    requireSchema(data.get(SCHEMA_KEY), commit);
    return new ShardCommit(number(data, CHECKPOINT_KEY), number(data, FIRST_KEY));
  }

  private static void requireSchema(@Nullable String found, IndexCommit commit) throws IOException {
    if (!SCHEMA.equals(found)) {
      throw new IOException(
          "an index must have schema %s, but %s in %s has %s: build it again from the captures"
              .formatted(
                  SCHEMA,
                  commit.getSegmentsFileName(),
                  commit.getDirectory(),
                  found == null ? "none" : "schema " + found));
    }
  }

  private static long number(Map<String, String> data, String key) throws IOException {
    String value = data.get(key);
    try {
      return Long.parseLong(value);
    } catch (NumberFormatException e) {
      throw new IOException("a commit's " + key + " must be a number, but was " + value, e);
    }
  }
}
