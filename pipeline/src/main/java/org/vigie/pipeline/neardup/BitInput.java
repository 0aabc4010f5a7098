package org.vigie.pipeline.neardup;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Reads what a {@link BitOutput} wrote. */
final class BitInput {
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

  /** Ones and the zero after them in most numbers of a Rice code. */
  private static final int MOST_ONES = 8;

  private final byte[] bytes;
  private int at;

  /** The bits that come next, the first one highest: several numbers, so that few are looked up. */
  private long sight;

  private int inSight;

  BitInput(byte[] bytes) {
    this.bytes = bytes;
  }

  /** Reads up to 32 bits. */
  int bits(int bits) {
    if (inSight < bits) {
      look();
    }
    long value = sight >>> 1 >>> (Long.SIZE - 1 - bits); // of no bits, too
    pass(bits);
    return (int) value;
  }

  int number() {
    int value = 0;
    for (int shift = 0; ; shift += 7) {
      int octet = bits(Byte.SIZE);
      value |= (octet & 0x7f) << shift;
      if (octet <= 0x7f) {
        return value;
      }
    }
  }

  /**
   * @param lastBits from 1 to 32
   */
  long rice(int lastBits) {
    if (inSight < MOST_ONES + lastBits) {
      look();
    }
    int ones = Long.numberOfLeadingZeros(~sight);
    int bits = ones + 1 + lastBits;
    if (bits <= inSight) {
      long value = (long) ones << lastBits | sight << (ones + 1) >>> (Long.SIZE - lastBits);
      pass(bits);
      return value;
    }
    long rest = 0;
    while (bits(1) == 1) {
      rest++;
    }
    return rest << lastBits | bits(lastBits) & 0xffff_ffffL;
  }

  private void pass(int bits) {
    at += bits;
    sight <<= bits;
    inSight -= bits;
  }

  private void look() {
    int from = Math.min(at / Byte.SIZE, bytes.length - Long.BYTES);
    int passed = at - Byte.SIZE * from;
    sight = (long) LONGS.get(bytes, from) << passed;
    inSight = Long.SIZE - passed;
  }
}
