package org.vigie.pipeline.neardup;

/**
 * How an earlier release kept what adverts are compared by, now {@linkplain Sketch sketches}: a
 * MinHash signature in fourteen bits a position instead of 32: ten for the hash, four for its
 * {@linkplain Region region}.
 *
 * <p>The smallest of many hashes is small, so it is kept as a number with a floating point: an
 * exponent of four bits and six further ones. Two that are unlike have the same once in 320
 * positions, and which of the two is smaller still shows.
 *
 * <p>The first eight bits of all hashes stand first, then all regions, two a byte, then the last
 * two bits of all hashes, four a byte.
 *
 * @see <a href="https://doi.org/10.1109/TKDE.2020.2981311">Yu and Weber (2022), HyperMinHash</a>
 */
final class CoarseSignature {
  /** Below two to this power the hash is kept in equal steps. */
  private static final int LEAST_EXPONENT = 17;

  /** Bits kept beside the exponent, which takes four. */
  private static final int MANTISSA = 6;

  /** As many as there were in the first layout. */
  private static final int FIRST_MANTISSA = 8;

  /** Hashes begin at the smallest number. */
  private static final int OFFSET = Integer.MIN_VALUE;

  private static final int REGION_BITS = 4;

  /** Bits of a hash that stand apart from its first eight. */
  private static final int LAST_BITS = 2;

  private CoarseSignature() {}

  /** Returns a signature as bytes, seven for four positions. */
  static byte[] write(int[] signature) {
    int length = signature.length;
    byte[] bytes = new byte[lasts(length) + (length + 3) / 4];
    for (int i = 0; i < length; i++) {
      int code = code(Region.without(signature[i]));
      bytes[i] = (byte) (code >>> LAST_BITS);
      bytes[length + i / 2] |= (byte) (Region.of(signature[i]) << shift(i, REGION_BITS));
      bytes[lasts(length) + i / 4] |=
          (byte) ((code & ((1 << LAST_BITS) - 1)) << shift(i, LAST_BITS));
    }
    return bytes;
  }

  /** Returns the signature that bytes hold. */
  static int[] read(byte[] bytes) {
    int[] signature = new int[length(bytes)];
    for (int i = 0; i < signature.length; i++) {
      int region = bytes[signature.length + i / 2] >>> shift(i, REGION_BITS) & (Region.MAX - 1);
      int code = (bytes[i] & 0xff) << LAST_BITS | last(bytes, signature.length, i);
      signature[i] = Region.mark(hash(code, MANTISSA), region);
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

  private static int length(byte[] bytes) {
    return 4 * bytes.length / 7;
  }

  /** Returns where the last bits of hashes begin. */
  private static int lasts(int length) {
    return length + (length + 1) / 2;
  }

  private static int last(byte[] bytes, int length, int position) {
    return bytes[lasts(length) + position / 4] >>> shift(position, LAST_BITS)
        & ((1 << LAST_BITS) - 1);
  }

  /** Returns by how much the bits of a position are moved within the byte that holds several. */
  private static int shift(int position, int bits) {
    return position % (Byte.SIZE / bits) * bits;
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
