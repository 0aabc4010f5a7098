package org.vigie.search.shard;

import java.io.IOException;
import java.nio.file.Path;
import java.util.OptionalLong;
import org.vigie.advert.Membership;

/**
 * A process that writes a shard until it is killed: at checkpoint {@code n} it has put adverts 1 to
 * {@code n}, each of which is then in cluster {@code n}.
 */
final class KilledWriter {
  static final int FIRST_LINES = 3;

  private KilledWriter() {}

  public static void main(String[] arguments) throws IOException {
    long restored = Long.parseLong(arguments[1]);
    OptionalLong checkpoint = restored == 0 ? OptionalLong.empty() : OptionalLong.of(restored);
    ShardWriter writer = ShardWriter.open(Path.of(arguments[0]), checkpoint);
    for (long next = restored + 1; ; next++) {
      for (long advert = 1; advert <= next; advert++) {
        writer.put(membership(advert, next));
      }
      writer.commit(next);
      System.out.println(next);
      writer.completed(next - 1);
    }
  }

  static Membership membership(long advert, long checkpoint) {
    return new Membership("a-%06d".formatted(advert), "c-" + checkpoint);
  }
}
