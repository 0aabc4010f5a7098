package org.vigie.pipeline.neardup;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeutils.base.IntSerializer;
import org.apache.flink.api.common.typeutils.base.array.BytePrimitiveArraySerializer;
import org.apache.flink.api.common.typeutils.base.array.LongPrimitiveArraySerializer;
import org.jspecify.annotations.Nullable;

/**
 * Which adverts stand in which bucket, in keyed state: six bytes or so for each.
 *
 * <p>A bucket is told by 32 bits of its key, and some thirty-two adverts, of whatever buckets,
 * share one entry of the state, so that the entry's own cost is shared too. A full entry is parted
 * in two as the table grows, one at a time (linear hashing). That two buckets have the same 32 bits
 * only costs a comparison: at ten million texts two or three an advert.
 *
 * <p>After Litwin, "Linear hashing: a new tool for file and table addressing" (VLDB 1980).
 */
final class BucketTable {
  /** Adverts in an entry, on the average. */
  private static final int PER_ENTRY = 32;

  /** Bits of a bucket's key that the number of its entry holds, at the least. */
  private static final int LEAST_BITS = 8;

  private static final MapStateDescriptor<Integer, byte[]> ENTRIES =
      new MapStateDescriptor<>(
          "bucket-entries", IntSerializer.INSTANCE, BytePrimitiveArraySerializer.INSTANCE);

  private static final ValueStateDescriptor<long[]> SIZE =
      new ValueStateDescriptor<>("bucket-size", LongPrimitiveArraySerializer.INSTANCE);

  private final MapState<Integer, byte[]> entries;

  /** How many adverts stand in the table, and over how many entries it is spread. */
  private final ValueState<long[]> size;

  /** The same as in state, which is read once: there is one key. */
  private long @Nullable [] known;

  BucketTable(RuntimeContext context) {
    entries = context.getMapState(ENTRIES);
    size = context.getState(SIZE);
  }

  /** Returns the adverts in a bucket. */
  int[] in(int bucket) throws Exception {
    byte @Nullable [] entry = entries.get(entryOf(bucket, (int) sizes()[1]));
    return entry == null ? new int[0] : new BucketEntry(entry).in(tag(bucket));
  }

  /** Puts an advert into a bucket that it isn't in. */
  void add(int bucket, int advert) throws Exception {
    long[] now = sizes();
    int number = entryOf(bucket, (int) now[1]);
    byte @Nullable [] entry = entries.get(number);
    entries.put(number, BucketEntry.with(entry, tag(bucket), advert));
    now[0]++;
    if (now[0] > now[1] * PER_ENTRY) {
      part((int) now[1]);
      now[1]++;
    }
    save(now);
  }

  /** Takes an advert out of a bucket that it is in. */
  void remove(int bucket, int advert) throws Exception {
    long[] now = sizes();
    int number = entryOf(bucket, (int) now[1]);
    BucketEntry entry = new BucketEntry(entries.get(number));
    put(number, entry.keeping((tag, other) -> tag != tag(bucket) || other != advert));
    now[0]--;
    save(now);
  }

  /** Takes adverts out of all buckets. */
  void removeAll(Set<Integer> adverts) throws Exception {
    List<Integer> numbers = new ArrayList<>();
    entries.keys().forEach(numbers::add);
    long left = 0;
    for (int number : numbers) {
      byte[] before = entries.get(number);
      byte[] after = new BucketEntry(before).keeping((tag, advert) -> !adverts.contains(advert));
      if (after.length != before.length) {
        put(number, after);
      }
      left += new BucketEntry(after).size();
    }
    long[] now = sizes();
    now[0] = left;
    save(now);
  }

  /** Gives each of its buckets a share of a new entry: the last one. */
  private void part(int number) throws Exception {
    int level = Integer.highestOneBit(number);
    byte @Nullable [] whole = entries.get(number - level);
    if (whole != null) {
      // A tag lacks the lowest bits, which the number of every entry holds.
      int bit = level >>> LEAST_BITS;
      put(number - level, new BucketEntry(whole).keeping((tag, advert) -> (tag & bit) == 0));
      put(number, new BucketEntry(whole).keeping((tag, advert) -> (tag & bit) != 0));
    }
  }

  private void put(int number, byte[] entry) throws Exception {
    if (entry.length == 0) {
      entries.remove(number);
    } else {
      entries.put(number, entry);
    }
  }

  private long[] sizes() throws Exception {
    long[] now = known;
    if (now == null) {
      long @Nullable [] saved = size.value();
      now = saved == null ? new long[] {0, 1 << LEAST_BITS} : saved.clone();
      known = now;
    }
    return now;
  }

  private void save(long[] now) throws Exception {
    size.update(now.clone()); // what a snapshot is being made of must not change
  }

  private static int entryOf(int bucket, int spread) {
    int level = Integer.highestOneBit(spread);
    int number = bucket & (2 * level - 1);
    return number < spread ? number : bucket & (level - 1);
  }

  private static int tag(int bucket) {
    return bucket >>> LEAST_BITS;
  }
}
