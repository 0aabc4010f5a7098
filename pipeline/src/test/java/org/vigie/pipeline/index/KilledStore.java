package org.vigie.pipeline.index;

import java.nio.file.Path;
import java.util.OptionalLong;
import org.vigie.advert.Membership;

/** A writer in a process of its own, that a failpoint may end while it copies its shard. */
final class KilledStore {
  private KilledStore() {}

  /** Keeps ten checkpoints, each with one advert more. */
  public static void main(String[] args) throws Exception {
    IndexPlace place = new IndexPlace(args[0], Path.of(args[1]).toUri().toString());
    try (OpenShard shard = OpenShard.open(place, 0, OptionalLong.empty())) {
      for (int checkpoint = 1; checkpoint <= 10; checkpoint++) {
        shard.writer().put(new Membership("a-" + checkpoint, "c-1"));
        shard.commit(checkpoint);
        if (checkpoint % 2 == 0) {
          shard.completed(checkpoint);
        }
      }
    }
  }
}
