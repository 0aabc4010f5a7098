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
 * <p>In bytes: how many they are, in two bytes; how many bits a number has, in one; the lowest byte
 * of each tag, so that eight tags are held against one at a time; then for each the rest of its tag
 * and its number, in fields that are all as wide as the largest here. An entry of none has no
 * bytes.
 */
final class BucketEntry {
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

  private static final int HEAD = 3;
  private static final int[] NONE = {};

  /** Bits of a tag in the first layout, in which tags were the upper ones of a key. */
  private static final int FIRST_TAG_BITS = 24;

  /** The lowest bit of each byte of a long, by which a byte is repeated in all. */
  private static final long EACH_LOWEST = 0x0101_0101_0101_0101L;

  private static final long EACH_HIGHEST = EACH_LOWEST << 7;

  private final byte[] bytes;
  private final int tagBits;
  private final int size;
  private final int numberBits;

  /**
   * @param bytes as an entry wrote them
   * @param tagBits bits of a tag, at most 24: so that a field fits in a long at any bit
   */
  BucketEntry(byte[] bytes, int tagBits) {
    this.bytes = bytes;
    this.tagBits = tagBits;
    size = bytes.length == 0 ? 0 : (bytes[0] & 0xff) << 8 | bytes[1] & 0xff;
    numberBits = bytes.length == 0 ? 0 : bytes[2];
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

  /** Returns an entry of what stands in one of the second layout, of whole tags in the fields. */
  static BucketEntry ofSecondLayout(byte[] second, int tagBits) {
    BucketEntry before = new BucketEntry(second, tagBits);
    BucketEntry entry = new BucketEntry(new byte[0], tagBits);
    for (int i = 0; i < before.size; i++) {
      long field = get(second, HEAD, i, tagBits + before.numberBits);
      entry = entry.with((int) (field >>> before.numberBits), before.advert(field));
    }
    return entry;
  }

  byte[] bytes() {
    return bytes;
  }

  int size() {
    return size;
  }

  /** Returns the entry with one more advert. */
  BucketEntry with(int tag, int advert) {
    int wider = Math.max(numberBits, Integer.SIZE - Integer.numberOfLeadingZeros(advert));
    byte[] more = withHead(size + 1, wider);
    if (size > 0) {
      System.arraycopy(bytes, HEAD, more, HEAD, size);
    }
    if (size > 0 && wider == numberBits) {
      int fields = bytes.length - HEAD - size;
      int room = more.length - HEAD - size - 1;
      System.arraycopy(bytes, HEAD + size, more, HEAD + size + 1, Math.min(fields, room));
    } else {
      for (int i = 0; i < size; i++) {
        long field = field(i);
        long shifted = field >>> numberBits << wider | advert(field);
        set(more, HEAD + size + 1, i, restBits() + wider, shifted);
      }
    }
    put(more, size + 1, size, wider, tag, advert);
    return new BucketEntry(more, tagBits);
  }

  /** Returns the adverts under a tag. */
  int[] in(int tag) {
    long wanted = (tag & 0xff) * EACH_LOWEST;
    int[] found = NONE;
    int count = 0;
    for (int from = 0; from < size; from += Long.BYTES) {
      long unlike = (long) LONGS.get(bytes, HEAD + from) ^ wanted;
      // The highest bit of each byte that is zero, and seldom of one that isn't.
      for (long alike = (unlike - EACH_LOWEST) & ~unlike & EACH_HIGHEST; alike != 0; ) {
        int byteInLong = Long.numberOfLeadingZeros(alike) / Byte.SIZE;
        alike &= ~(Long.MIN_VALUE >>> (byteInLong * Byte.SIZE));
        int at = from + byteInLong;
        if (at < size && tag(at) == tag) {
          if (count == found.length) {
            found = Arrays.copyOf(found, count == 0 ? 1 : 4 * count); // there is seldom another
          }
          found[count++] = advert(field(at));
        }
      }
    }
    return count == found.length ? found : Arrays.copyOf(found, count);
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
    int[] kept = new int[size];
    int count = 0;
    for (int i = 0; i < size; i++) {
      if (test.holds(tag(i), advert(field(i)))) {
        kept[count++] = i;
      }
    }
    BucketEntry entry = new BucketEntry(new byte[0], tagBits - droppedBits);
    if (count == 0) {
      return entry;
    }
    byte[] less = entry.withHead(count, numberBits);
    for (int i = 0; i < count; i++) {
      int advert = advert(field(kept[i]));
      entry.put(less, count, i, numberBits, tag(kept[i]) >>> droppedBits, advert);
    }
    return new BucketEntry(less, tagBits - droppedBits);
  }

  /** Returns the bytes of an entry with tags as long as here, in which no advert stands yet. */
  private byte[] withHead(int count, int numberBits) {
    int bits = count * (restBits() + numberBits);
    // Fields and tags are read by the eight bytes that they lie in, so as many there must be.
    int fields = Math.max(Long.BYTES - 1, (bits + Byte.SIZE - 1) / Byte.SIZE);
    byte[] empty = new byte[HEAD + count + fields];
    empty[0] = (byte) (count >>> 8);
    empty[1] = (byte) count;
    empty[2] = (byte) numberBits;
    return empty;
  }

  private void put(byte[] entry, int count, int at, int numberBits, int tag, int advert) {
    entry[HEAD + at] = (byte) tag;
    long field = (long) (tag >>> Byte.SIZE) << numberBits | advert;
    set(entry, HEAD + count, at, restBits() + numberBits, field);
  }

  private int tag(int at) {
    return (int) (field(at) >>> numberBits) << Byte.SIZE | bytes[HEAD + at] & 0xff;
  }

  private long field(int at) {
    return get(bytes, HEAD + size, at, restBits() + numberBits);
  }

  private int advert(long field) {
    return (int) (field & ((1L << numberBits) - 1));
  }

  /** Returns how many bits of a tag aren't in its lowest byte. */
  private int restBits() {
    return Math.max(0, tagBits - Byte.SIZE);
  }

  /** Returns a field of some width of those that begin at a byte. */
  private static long get(byte[] bytes, int first, int field, int width) {
    if (width == 0) {
      return 0;
    }
    int bit = Byte.SIZE * first + field * width;
    int from = Math.min(bit / Byte.SIZE, bytes.length - Long.BYTES);
    long around = (long) LONGS.get(bytes, from);
    return around << (bit - Byte.SIZE * from) >>> (Long.SIZE - width);
  }

  /** Sets a field of which no bit is set yet. */
  private static void set(byte[] bytes, int first, int field, int width, long value) {
    if (width == 0) {
      return;
    }
    int bit = Byte.SIZE * first + field * width;
    int from = Math.min(bit / Byte.SIZE, bytes.length - Long.BYTES);
    int after = Long.SIZE - width - (bit - Byte.SIZE * from);
    LONGS.set(bytes, from, (long) LONGS.get(bytes, from) | value << after);
  }
}
