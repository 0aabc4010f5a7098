package org.vigie.pipeline.index;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;

/**
 * The claims of writers to one shard of a store: each has an epoch, and says from which checkpoint
 * its writer started.
 */
final class ShardClaims {
  private final StoreFolder epochs;
  private final String shard;
  private long epoch;

  /**
   * @param shard what errors call it
   */
  ShardClaims(StoreFolder epochs, String shard) {
    this.epochs = epochs;
    this.shard = shard;
  }

  /** Returns the epoch that was {@linkplain #take taken}; 0 if none was. */
  long epoch() {
    return epoch;
  }

  /**
   * Claims the shard.
   *
   * @param before all claims that are known, to which this one is added
   * @param from the checkpoint from which the writer starts
   * @throws IOException if another took the epoch meanwhile: then Flink starts this one again
   */
  void take(NavigableMap<Long, Long> before, long from) throws IOException {
    epoch = before.isEmpty() ? 1 : before.lastKey() + 1;
    byte[] content = Long.toString(from).getBytes(StandardCharsets.US_ASCII);
    epochs.create(number(epoch), out -> out.write(content));
    before.put(epoch, from);
  }

  /** Returns epoch → checkpoint from which its writer started. */
  NavigableMap<Long, Long> starts() throws IOException {
    NavigableMap<Long, Long> starts = new TreeMap<>();
    for (String claimed : epochs.names()) {
      try (InputStream in = epochs.open(claimed)) {
        String text = new String(in.readAllBytes(), StandardCharsets.US_ASCII);
        // A claim that was cut short: its writer has written nothing.
        starts.put(Long.parseLong(claimed), text.isEmpty() ? Long.MAX_VALUE : Long.parseLong(text));
      } catch (FileNotFoundException e) {
        continue; // let go since it was listed
      }
    }
    return starts;
  }

  /**
   * Lets go of claims that decide nothing: those that no manifest needs to count, and that make
   * none void that a later claim doesn't.
   *
   * @param starts all that are known, with that of this writer
   * @param kept the epochs of which there are manifests
   */
  void letGo(NavigableMap<Long, Long> starts, Set<Long> kept) throws IOException {
    long earliest = Long.MAX_VALUE;
    for (Map.Entry<Long, Long> claim : starts.descendingMap().entrySet()) {
      boolean decides =
          claim.getValue() < earliest && kept.stream().anyMatch(older -> older < claim.getKey());
      if (!decides && !kept.contains(claim.getKey()) && claim.getKey() != epoch) {
        epochs.delete(number(claim.getKey()));
      }
      earliest = Math.min(earliest, claim.getValue());
    }
  }

  /** Refuses a writer once another has claimed the shard. */
  void requireNewest() throws IOException {
    long newest = newestEpoch();
    if (newest != epoch) {
      throw new IOException(
          "%s must have one writer, but that of epoch %d was followed by that of epoch %d"
              .formatted(shard, epoch, newest));
    }
  }

  private long newestEpoch() throws IOException {
    List<String> claimed = epochs.names();
    return claimed.isEmpty() ? 0 : Long.parseLong(claimed.getLast());
  }

  List<String> names() throws IOException {
    return epochs.names();
  }

  /** Numbers whose order as text is their order. */
  static String number(long value) {
    return "%019d".formatted(value);
  }
}
