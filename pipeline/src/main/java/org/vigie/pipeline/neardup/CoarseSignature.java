package org.vigie.pipeline.neardup;

/**
 * A MinHash signature in two bytes a position instead of four: twelve bits for the hash, four for
 * its {@linkplain Region region}.
 *
 * <p>The smallest of many hashes is small, so it is kept as a number with a floating point: an
 * exponent of four bits and eight further ones. Two that are unlike have the same once in 1,280
 * positions, and which of the two is smaller still shows. Buckets come of the whole signature; this
 * is what the adverts in them are compared by.
 *
 * @see <a href="https://doi.org/10.1109/TKDE.2020.2981311">Yu and Weber (2022), HyperMinHash</a>
 */
final class CoarseSignature {
  /** Below two to this power the hash is kept in equal steps. */
  private static final int LEAST_EXPONENT = 17;

  /** Bits kept beside the exponent, which takes four. */
  private static final int MANTISSA = 8;

  /** Hashes begin at the smallest number. */
  private static final int OFFSET = Integer.MIN_VALUE;

  private static final int REGION_BITS = 4;
  private static final int[] HASHES = hashes();

  private CoarseSignature() {}

  /** Returns a signature as bytes, two a position. */
  static byte[] write(int[] signature) {
    byte[] bytes = new byte[2 * signature.length];
    for (int i = 0; i < signature.length; i++) {
      int both = code(Region.without(signature[i])) << REGION_BITS | Region.of(signature[i]);
      bytes[2 * i] = (byte) (both >>> Byte.SIZE);
      bytes[2 * i + 1] = (byte) both;
    }
    return bytes;
  }

  /** Returns the signature that bytes hold. */
  static int[] read(byte[] bytes) {
    int[] signature = new int[bytes.length / 2];
    for (int i = 0; i < signature.length; i++) {
      int both = (bytes[2 * i] & 0xff) << Byte.SIZE | bytes[2 * i + 1] & 0xff;
      signature[i] = Region.mark(HASHES[both >>> REGION_BITS], both & (Region.MAX - 1));
    }
    return signature;
  }

  /** Returns a signature as it comes out when it was written and is read. */
  static int[] of(int[] signature) {
    return read(write(signature));
  }

  /**
   * Returns the estimated Jaccard similarity of the sets of shingles of two signatures of equal
   * length as they are written, in [0, 1].
   */
  static double similarity(byte[] left, byte[] right) {
    int agreements = 0;
    for (int i = 0; i < left.length; i += 2) {
      int unlike = (left[i + 1] ^ right[i + 1]) >>> REGION_BITS & 0xf;
      agreements += left[i] == right[i] && unlike == 0 ? 1 : 0;
    }
    return 2.0 * agreements / left.length;
  }

  private static int code(int hash) {
    int value = hash ^ OFFSET;
    int exponent = Integer.SIZE - 1 - Integer.numberOfLeadingZeros(value);
    if (exponent < LEAST_EXPONENT) {
      return value >>> (LEAST_EXPONENT - MANTISSA);
    }
    int mantissa = value >>> (exponent - MANTISSA) & ((1 << MANTISSA) - 1);
    return (exponent - LEAST_EXPONENT + 1) << MANTISSA | mantissa;
  }

  /** Returns the smallest hash of each code. */
  private static int[] hashes() {
    int[] hashes = new int[1 << (MANTISSA + 4)];
    for (int code = 0; code < hashes.length; code++) {
      int exponent = code >> MANTISSA;
      int mantissa = code & ((1 << MANTISSA) - 1);
      int value =
          exponent == 0
              ? mantissa << (LEAST_EXPONENT - MANTISSA)
              : (1 << MANTISSA | mantissa) << (exponent - 1 + LEAST_EXPONENT - MANTISSA);
      hashes[code] = value ^ OFFSET;
    }
    return hashes;
  }
}
