package org.vigie.pipeline.neardup;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * Some of the adverts that stand in buckets: for each the tag of its bucket, which is what the
 * entry's place in the {@linkplain BucketTable table} doesn't tell of the bucket's key, and the
 * advert's number.
 *
 * <p>All fields are as wide as the tag and the largest number here. Before them stand how many they
 * are, in two bytes, and how many bits a number has, in one. An entry of none has no bytes.
 */
final class BucketEntry {
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

  private static final int HEAD = 3;
  private static final int[] NONE = {};

  /** Bits of a tag in the first layout, in which tags were the upper ones of a key. */
  private static final int FIRST_TAG_BITS = 24;

  private final byte[] bytes;
  private final int tagBits;

  /**
   * @param bytes as an entry wrote them
   * @param tagBits bits of a tag, at most 24: so that a field fits in a long at any bit
   */
  BucketEntry(byte[] bytes, int tagBits) {
    this.bytes = bytes;
    this.tagBits = tagBits;
  }

  /** What is asked of a bucket's tag and an advert in it. */
  interface Test {
    boolean holds(int tag, int advert);
  }

  /** Returns an entry of what stands in one of the first layout. */
  static BucketEntry ofFirstLayout(byte[] first, int tagBits) {
    BucketEntry entry = new BucketEntry(new byte[0], tagBits);
    for (int at = 0; at < first.length; ) {
      int tag = (first[at++] & 0xff) << 16 | (first[at++] & 0xff) << 8 | first[at++] & 0xff;
      int advert = first[at] & 0x7f;
      for (int shift = 7; first[at++] < 0; shift += 7) {
        advert |= (first[at] & 0x7f) << shift;
      }
      entry = entry.with(tag >>> (FIRST_TAG_BITS - tagBits), advert);
    }
    return entry;
  }

  byte[] bytes() {
    return bytes;
  }

  int size() {
    return bytes.length == 0 ? 0 : (bytes[0] & 0xff) << 8 | bytes[1] & 0xff;
  }

  /** Returns the entry with one more advert. */
  BucketEntry with(int tag, int advert) {
    int size = size();
    int numberBits = Math.max(numberBits(), Integer.SIZE - Integer.numberOfLeadingZeros(advert));
    byte[] more =
        numberBits == numberBits()
            ? Arrays.copyOf(bytes, length(size + 1, numberBits))
            : widened(size + 1, numberBits);
    setHead(more, size + 1, numberBits);
    set(more, size, tagBits + numberBits, (long) tag << numberBits | advert);
    return new BucketEntry(more, tagBits);
  }

  /** Returns the adverts under a tag. */
  int[] in(int tag) {
    int size = size();
    int numberBits = numberBits();
    int width = tagBits + numberBits;
    int[] found = NONE;
    for (int i = 0; i < size; i++) {
      long field = get(i, width);
      if (field >>> numberBits == tag) {
        found = Arrays.copyOf(found, found.length + 1); // there are seldom more than some few
        found[found.length - 1] = (int) (field & ((1L << numberBits) - 1));
      }
    }
    return found;
  }

  /** Returns the entry with those alone of which a test holds. */
  BucketEntry keeping(Test test) {
    return keeping(test, 0);
  }

  /** Returns one half of an entry that is parted: the adverts whose tags end with a bit. */
  BucketEntry half(int bit) {
    return keeping((tag, advert) -> (tag & 1) == bit, 1);
  }

  /** Drops the last bits of tags with all that a test doesn't hold of. */
  private BucketEntry keeping(Test test, int droppedBits) {
    int size = size();
    int numberBits = numberBits();
    int width = tagBits + numberBits;
    byte[] kept = new byte[length(size, numberBits)];
    int count = 0;
    for (int i = 0; i < size; i++) {
      long field = get(i, width);
      int tag = (int) (field >>> numberBits);
      int advert = (int) (field & ((1L << numberBits) - 1));
      if (test.holds(tag, advert)) {
        long shorter = (long) (tag >>> droppedBits) << numberBits | advert;
        set(kept, count++, width - droppedBits, shorter);
      }
    }
    BucketEntry entry = new BucketEntry(kept, tagBits - droppedBits);
    byte[] cut = count == 0 ? new byte[0] : Arrays.copyOf(kept, entry.length(count, numberBits));
    setHead(cut, count, numberBits);
    return new BucketEntry(cut, tagBits - droppedBits);
  }

  /** Returns bytes for some fields, with all of this entry in them and numbers of more bits. */
  private byte[] widened(int count, int numberBits) {
    byte[] wide = new byte[length(count, numberBits)];
    int before = numberBits();
    for (int i = 0; i < size(); i++) {
      long field = get(i, tagBits + before);
      long advert = field & ((1L << before) - 1);
      set(wide, i, tagBits + numberBits, field >>> before << numberBits | advert);
    }
    return wide;
  }

  private int numberBits() {
    return bytes.length == 0 ? 0 : bytes[2];
  }

  private static void setHead(byte[] bytes, int count, int numberBits) {
    if (count > 0) {
      bytes[0] = (byte) (count >>> 8);
      bytes[1] = (byte) count;
      bytes[2] = (byte) numberBits;
    }
  }

  /** Fields are read and written by the eight bytes that they lie in, so as many there must be. */
  private int length(int count, int numberBits) {
    int bits = count * (tagBits + numberBits);
    return Math.max(Long.BYTES, HEAD + (bits + Byte.SIZE - 1) / Byte.SIZE);
  }

  private long get(int field, int width) {
    int bit = Byte.SIZE * HEAD + field * width;
    int from = Math.min(bit / Byte.SIZE, bytes.length - Long.BYTES);
    long around = (long) LONGS.get(bytes, from);
    return around << (bit - Byte.SIZE * from) >>> (Long.SIZE - width);
  }

  /** Sets a field of which no bit is set yet. */
  private static void set(byte[] bytes, int field, int width, long value) {
    int bit = Byte.SIZE * HEAD + field * width;
    int from = Math.min(bit / Byte.SIZE, bytes.length - Long.BYTES);
    int after = Long.SIZE - width - (bit - Byte.SIZE * from);
    LONGS.set(bytes, from, (long) LONGS.get(bytes, from) | value << after);
  }
}
