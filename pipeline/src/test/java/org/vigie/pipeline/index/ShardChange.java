package org.vigie.pipeline.index;

import java.io.IOException;
import org.vigie.search.shard.ShardWriter;

/** A change as the stream writes it, for a test that has a shard but no stream. */
public final class ShardChange {
  private ShardChange() {}

  public static void write(IndexChange change, ShardWriter shard) throws IOException {
    WriteIndex.apply(change, shard);
  }
}
