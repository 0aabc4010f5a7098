package org.vigie.search.shard;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.apache.lucene.index.IndexCommit;
import org.jspecify.annotations.Nullable;

/**
 * What a commit of a shard says of itself.
 *
 * @param schema in which its documents are written
 * @param checkpoint the checkpoint whose state it is
 * @param first the first checkpoint at which the shard was ever committed: before it, the shard had
 *     no documents
 */
record ShardCommit(String schema, long checkpoint, long first) {
  /** Changes when documents have other fields. */
  static final String SCHEMA = "4";

  /**
   * Those before. In the first, lists of alerts know nothing of rules and subjects; in both, lists
   * of adverts know nothing of the risk of clusters and networks. They can be searched all the
   * same, and a writer writes these documents anew.
   */
  private static final Set<String> FORMER = Set.of("2", "3");

  private static final String SCHEMA_KEY = "vigie.schema";
  private static final String CHECKPOINT_KEY = "vigie.checkpoint";
  private static final String FIRST_KEY = "vigie.first";

  /** Returns what the next commit of a writer of this code says. */
  static ShardCommit next(long checkpoint, @Nullable ShardCommit before) {
    return new ShardCommit(SCHEMA, checkpoint, before == null ? checkpoint : before.first);
  }

  boolean isOfFormerSchema() {
    return FORMER.contains(schema);
  }

  Map<String, String> userData() {
    return Map.of(
        SCHEMA_KEY, schema,
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
    String schema = readable(data.get(SCHEMA_KEY), commit);
    return new ShardCommit(schema, number(data, CHECKPOINT_KEY), number(data, FIRST_KEY));
  }

  /** Returns the newest commit at or before a checkpoint; null if the shard was empty then. */
  static @Nullable IndexCommit at(Path shard, List<IndexCommit> commits, OptionalLong checkpoint)
      throws IOException {
    if (checkpoint.isEmpty()) {
      return null;
    }
    for (IndexCommit commit : commits.reversed()) {
      if (of(commit).checkpoint() <= checkpoint.getAsLong()) {
        return commit;
      }
    }
    for (IndexCommit commit : commits) {
      if (of(commit).first() <= checkpoint.getAsLong()) {
        throw new IOException(
            "%s must hold a commit at or before checkpoint %d, but its oldest one is of checkpoint %d"
                .formatted(shard, checkpoint.getAsLong(), of(commits.getFirst()).checkpoint()));
      }
    }
    return null;
  }

  private static String readable(@Nullable String found, IndexCommit commit) throws IOException {
    if (found == null || !(found.equals(SCHEMA) || FORMER.contains(found))) {
      throw new IOException(
          "an index must have schema %s, but %s in %s has %s: build it again from the captures"
              .formatted(
                  SCHEMA,
                  commit.getSegmentsFileName(),
                  commit.getDirectory(),
                  found == null ? "none" : "schema " + found));
    }
    return found;
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
