package org.vigie.pipeline.index;

import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import org.apache.flink.api.common.functions.Partitioner;

/**
 * Deals keys to a fixed number of shards, and shards to writers.
 *
 * <p>Shard {@code s} belongs to writer {@code s % writers}, so changing the parallelism moves whole
 * shards.
 */
final class ShardOfKey implements Partitioner<String> {
  private static final long serialVersionUID = 1L;

  private final int shards;

  ShardOfKey(int shards) {
    this.shards = shards;
  }

  @Override
  public int partition(String key, int writers) {
    return shard(key) % writers;
  }

  /** Returns the shard of a key; the same in every version, because documents lie by it. */
  int shard(String key) {
    CRC32 crc = new CRC32();
    crc.update(key.getBytes(StandardCharsets.UTF_8));
    return (int) (crc.getValue() % shards);
  }
}
