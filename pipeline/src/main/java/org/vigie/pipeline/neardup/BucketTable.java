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
 * Which adverts stand in which bucket, in keyed state: some four bytes for each.
 *
 * <p>A bucket is told by 32 bits of its key, and some sixty-four adverts, of whatever buckets,
 * share one entry of the state, so that the entry's own cost is shared too. A full entry is parted
 * in two as the table grows, one at a time (linear hashing). The lowest bits of a key tell in which
 * entry it is; the entry holds the others alone. That two buckets have the same 32 bits only costs
 * a comparison: at ten million texts two or three an advert.
 *
 * <p>After Litwin, "Linear hashing: a new tool for file and table addressing" (VLDB 1980).
 */
final class BucketTable {
  /** Adverts in an entry, on the average. */
  private static final int PER_ENTRY = 64;

  /** Entries at first; a power of two. */
  private static final int LEAST_ENTRIES = 256;

  /** Marks how entries are written; in the first layout there was no mark. */
  private static final long LAYOUT = 3;

  private static final MapStateDescriptor<Integer, byte[]> ENTRIES =
      new MapStateDescriptor<>(
          "bucket-entries", IntSerializer.INSTANCE, BytePrimitiveArraySerializer.INSTANCE);

  private static final ValueStateDescriptor<long[]> SIZE =
      new ValueStateDescriptor<>("bucket-size", LongPrimitiveArraySerializer.INSTANCE);

  private final MapState<Integer, byte[]> entries;

  /** How many adverts stand in the table, over how many entries it is spread, the layout. */
  private final ValueState<long[]> size;

  /** The same as in state, which is read once: there is one key. */
  private long @Nullable [] known;

  /** Numbers of the entries last looked into: an advert goes where it was looked for. */
  private int[] readNumbers = {};

  /** The same entries as they stand, in the same order. */
  private BucketEntry[] read = {};

  BucketTable(RuntimeContext context) {
    entries = context.getMapState(ENTRIES);
    size = context.getState(SIZE);
  }

  /** Returns the adverts in each of some buckets. */
  int[][] in(int[] buckets) throws Exception {
    int spread = (int) sizes()[1];
    // All are fetched before the first is looked into: their ways through memory are long, and so
    // go side by side.
    int[] numbers = new int[buckets.length];
    BucketEntry[] fetched = new BucketEntry[buckets.length];
    for (int i = 0; i < buckets.length; i++) {
      numbers[i] = entryOf(buckets[i], spread);
      fetched[i] = fetch(numbers[i], spread);
    }
    readNumbers = numbers;
    read = fetched;
    int[][] adverts = new int[buckets.length][];
    for (int i = 0; i < buckets.length; i++) {
      adverts[i] = fetched[i].in(tag(buckets[i], numbers[i], spread));
    }
    return adverts;
  }

  /** Puts an advert into buckets that it isn't in. */
  void add(int[] buckets, int advert) throws Exception {
    long[] now = sizes();
    for (int bucket : buckets) {
      int spread = (int) now[1];
      int number = entryOf(bucket, spread);
      put(number, entry(number, spread).with(tag(bucket, number, spread), advert));
      now[0]++;
      if (now[0] > now[1] * PER_ENTRY) {
        part(spread);
        now[1]++;
      }
    }
    save(now);
  }

  /** Takes an advert out of a bucket that it is in. */
  void remove(int bucket, int advert) throws Exception {
    long[] now = sizes();
    int spread = (int) now[1];
    int number = entryOf(bucket, spread);
    int tag = tag(bucket, number, spread);
    put(number, entry(number, spread).keeping((other, there) -> other != tag || there != advert));
    now[0]--;
    save(now);
  }

  /** Takes adverts out of all buckets. */
  void removeAll(Set<Integer> adverts) throws Exception {
    long[] now = sizes();
    int spread = (int) now[1];
    long left = 0;
    for (int number : numbers()) {
      BucketEntry before = entry(number, spread);
      BucketEntry after = before.keeping((tag, advert) -> !adverts.contains(advert));
      if (after.size() != before.size()) {
        put(number, after);
      }
      left += after.size();
    }
    now[0] = left;
    save(now);
  }

  /** Gives a new entry, the last one, its share of another. */
  private void part(int number) throws Exception {
    int other = number - Integer.highestOneBit(number);
    BucketEntry whole = entry(other, number);
    put(other, whole.half(0));
    put(number, whole.half(1));
  }

  /** Writes all entries as they are written now, once after an upgrade. */
  private void rewrite(int spread, long layout) throws Exception {
    for (int number : numbers()) {
      byte[] before = entries.get(number);
      int tagBits = tagBits(number, spread);
      put(
          number,
          layout == 1
              ? BucketEntry.ofFirstLayout(before, tagBits)
              : BucketEntry.ofSecondLayout(before, tagBits));
    }
  }

  private List<Integer> numbers() throws Exception {
    List<Integer> numbers = new ArrayList<>();
    entries.keys().forEach(numbers::add);
    return numbers;
  }

  private BucketEntry entry(int number, int spread) throws Exception {
    for (int i = 0; i < readNumbers.length; i++) {
      if (readNumbers[i] == number) {
        return read[i];
      }
    }
    return fetch(number, spread);
  }

  private BucketEntry fetch(int number, int spread) throws Exception {
    byte @Nullable [] bytes = entries.get(number);
    return new BucketEntry(bytes == null ? new byte[0] : bytes, tagBits(number, spread));
  }

  private void put(int number, BucketEntry entry) throws Exception {
    for (int i = 0; i < readNumbers.length; i++) {
      if (readNumbers[i] == number) {
        read[i] = entry; // of buckets that share an entry each
      }
    }
    if (entry.size() == 0) {
      entries.remove(number);
    } else {
      entries.put(number, entry.bytes());
    }
  }

  private long[] sizes() throws Exception {
    long[] now = known;
    if (now == null) {
      long @Nullable [] saved = size.value();
      now = saved == null ? new long[] {0, LEAST_ENTRIES, LAYOUT} : saved.clone();
      long layout = now.length < 3 ? 1 : now[2];
      if (layout < LAYOUT) {
        rewrite((int) now[1], layout);
        now = new long[] {now[0], now[1], LAYOUT};
        save(now);
      }
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

  private static int tag(int bucket, int number, int spread) {
    return (int) ((bucket & 0xffff_ffffL) >>> (Integer.SIZE - tagBits(number, spread)));
  }

  /** Returns how many bits of a key the number of an entry doesn't tell. */
  private static int tagBits(int number, int spread) {
    int level = Integer.highestOneBit(spread);
    boolean isParted = number >= level || number < spread - level;
    return Integer.SIZE - Integer.numberOfTrailingZeros(level) - (isParted ? 1 : 0);
  }
}
