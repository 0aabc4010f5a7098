package org.vigie.pipeline.neardup;

/**
 * A MinHash signature in a byte and a half a position instead of four: eight bits for the hash,
 * four for its {@linkplain Region region}.
 *
 * <p>The smallest of many hashes is small, so it is kept as a number with a floating point: an
 * exponent of four bits and four further ones. Two that are unlike have the same once in 80
 * positions, and which of the two is smaller still shows. Buckets come of the whole signature; this
 * is what the adverts in them are compared by.
 *
 * <p>All hashes stand first, a byte each, then all regions, two a byte.
 *
 * @see <a href="https://doi.org/10.1109/TKDE.2020.2981311">Yu and Weber (2022), HyperMinHash</a>
 */
final class CoarseSignature {
  /** Below two to this power the hash is kept in equal steps. */
  private static final int LEAST_EXPONENT = 17;

  /** Bits kept beside the exponent, which takes four. */
  private static final int MANTISSA = 4;

  /** As many as there were in the first layout. */
  private static final int FIRST_MANTISSA = 8;

  /** Hashes begin at the smallest number. */
  private static final int OFFSET = Integer.MIN_VALUE;

  private static final int REGION_BITS = 4;

  private CoarseSignature() {}

  /** Returns a signature as bytes, three for two positions. */
  static byte[] write(int[] signature) {
    byte[] bytes = new byte[signature.length + (signature.length + 1) / 2];
    for (int i = 0; i < signature.length; i++) {
      bytes[i] = (byte) code(Region.without(signature[i]));
      bytes[signature.length + i / 2] |= (byte) (Region.of(signature[i]) << shift(i));
    }
    return bytes;
  }

  /** Returns the signature that bytes hold. */
  static int[] read(byte[] bytes) {
    int[] signature = new int[length(bytes)];
    for (int i = 0; i < signature.length; i++) {
      int region = bytes[signature.length + i / 2] >>> shift(i) & (Region.MAX - 1);
      signature[i] = Region.mark(hash(bytes[i] & 0xff, MANTISSA), region);
    }
    return signature;
  }

  /** Returns a signature that the first layout wrote in two bytes a position as this one does. */
  static byte[] ofFirstLayout(byte[] bytes) {
    int[] signature = new int[bytes.length / 2];
    for (int i = 0; i < signature.length; i++) {
      int both = (bytes[2 * i] & 0xff) << Byte.SIZE | bytes[2 * i + 1] & 0xff;
      signature[i] =
          Region.mark(hash(both >>> REGION_BITS, FIRST_MANTISSA), both & (Region.MAX - 1));
    }
    return write(signature);
  }

  /** Returns a signature as it comes out when it was written and is read. */
  static int[] of(int[] signature) {
    return read(write(signature));
  }

  /**
   * Returns the estimated Jaccard similarity of the sets of shingles of two signatures of equal
   * length as they are written, in [0, 1]. It is too high by an eightieth of what is unlike.
   */
  static double similarity(byte[] left, byte[] right) {
    int length = length(left);
    int agreements = 0;
    for (int i = 0; i < length; i++) {
      agreements += left[i] == right[i] ? 1 : 0;
    }
    return (double) agreements / length;
  }

  private static int length(byte[] bytes) {
    return 2 * bytes.length / 3;
  }

  /** Returns by how many bits the region of a position is moved within the byte that holds two. */
  private static int shift(int position) {
    return position % 2 == 0 ? 0 : REGION_BITS;
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

  /** Returns the smallest hash of a code. */
  private static int hash(int code, int mantissaBits) {
    int exponent = code >> mantissaBits;
    int mantissa = code & ((1 << mantissaBits) - 1);
    int value =
        exponent == 0
            ? mantissa << (LEAST_EXPONENT - mantissaBits)
            : (1 << mantissaBits | mantissa) << (exponent - 1 + LEAST_EXPONENT - mantissaBits);
    return value ^ OFFSET;
  }
}
