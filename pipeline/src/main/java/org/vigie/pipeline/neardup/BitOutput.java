package org.vigie.pipeline.neardup;

import java.util.Arrays;

/** Writes numbers in some bits each, the most significant first. */
final class BitOutput {
  private byte[] bytes = new byte[Sketch.MOST * 2];
  private int length;

  /** Bits that wait for their byte to be full, in the lowest places. */
  private long waiting;

  private int waitingBits;

  /**
   * @param bits at most 32
   */
  void bits(int value, int bits) {
    waiting = waiting << bits | value & ((1L << bits) - 1);
    waitingBits += bits;
    while (waitingBits >= Byte.SIZE) {
      waitingBits -= Byte.SIZE;
      octet((byte) (waiting >>> waitingBits));
    }
  }

  /** Writes a number that isn't negative in seven bits a byte. */
  void number(int value) {
    int rest = value;
    for (; rest > 0x7f; rest >>>= 7) {
      bits(rest | 0x80, Byte.SIZE);
    }
    bits(rest, Byte.SIZE);
  }

  /**
   * Writes a number that isn't negative: its last bits as they are, after as many ones as what is
   * before them says and a zero.
   *
   * @param lastBits from 1 to 32
   * @see <a href="https://doi.org/10.1109/TCOM.1971.1090789">Rice and Plaunt (1971)</a>
   */
  void rice(long value, int lastBits) {
    for (long rest = value >>> lastBits; rest > 0; rest--) {
      bits(1, 1);
    }
    bits(0, 1);
    bits((int) value, lastBits);
  }

  /** Returns what was written, filled up with zeros to whole bytes, eight at the least. */
  byte[] bytes() {
    if (waitingBits > 0) {
      bits(0, Byte.SIZE - waitingBits);
    }
    return Arrays.copyOf(bytes, Math.max(Long.BYTES, length)); // as a BitInput reads them
  }

  private void octet(byte value) {
    if (length == bytes.length) {
      bytes = Arrays.copyOf(bytes, 2 * length);
    }
    bytes[length++] = value;
  }
}
