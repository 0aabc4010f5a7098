package org.vigie.pipeline.neardup;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Some of the adverts that stand in buckets: for each three bytes of the bucket's key and the
 * advert's number, seven bits a byte.
 */
final class BucketEntry {
  private static final int TAG_BYTES = 3;
  private static final int MAX_NUMBER_BYTES = 5;

  private final byte[] bytes;

  BucketEntry(byte[] bytes) {
    this.bytes = bytes;
  }

  /** What is asked of a bucket's tag and an advert in it. */
  interface Test {
    boolean holds(int tag, int advert);
  }

  /** Returns an entry with one more advert. */
  static byte[] with(byte @Nullable [] entry, int tag, int advert) {
    byte[] before = entry == null ? new byte[0] : entry;
    byte[] after = Arrays.copyOf(before, before.length + TAG_BYTES + MAX_NUMBER_BYTES);
    int at = before.length;
    after[at++] = (byte) (tag >>> 16);
    after[at++] = (byte) (tag >>> 8);
    after[at++] = (byte) tag;
    int rest = advert;
    while ((rest & ~0x7f) != 0) {
      after[at++] = (byte) (rest & 0x7f | 0x80);
      rest >>>= 7;
    }
    after[at++] = (byte) rest;
    return Arrays.copyOf(after, at);
  }

  /** Returns the adverts under a tag. */
  int[] in(int tag) {
    IntStream.Builder found = IntStream.builder();
    for (int at = 0; at < bytes.length; at = next(at)) {
      if (tag(at) == tag) {
        found.add(advert(at));
      }
    }
    return found.build().toArray();
  }

  int size() {
    int size = 0;
    for (int at = 0; at < bytes.length; at = next(at)) {
      size++;
    }
    return size;
  }

  /** Returns the entry with those alone of which a test holds. */
  byte[] keeping(Test test) {
    byte[] kept = new byte[bytes.length];
    int length = 0;
    for (int at = 0; at < bytes.length; ) {
      int next = next(at);
      if (test.holds(tag(at), advert(at))) {
        System.arraycopy(bytes, at, kept, length, next - at);
        length += next - at;
      }
      at = next;
    }
    return Arrays.copyOf(kept, length);
  }

  private int tag(int at) {
    return (bytes[at] & 0xff) << 16 | (bytes[at + 1] & 0xff) << 8 | bytes[at + 2] & 0xff;
  }

  private int advert(int at) {
    int advert = 0;
    int shift = 0;
    for (int i = at + TAG_BYTES; ; i++) {
      advert |= (bytes[i] & 0x7f) << shift;
      if (bytes[i] >= 0) {
        return advert;
      }
      shift += 7;
    }
  }

  private int next(int at) {
    int i = at + TAG_BYTES;
    while (bytes[i] < 0) {
      i++;
    }
    return i + 1;
  }
}
