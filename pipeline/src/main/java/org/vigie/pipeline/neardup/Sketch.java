package org.vigie.pipeline.neardup;

import java.util.Arrays;

/**
 * A sample of a text's shingles by which it is compared with other texts: the 64 whose hashes are
 * smallest, or all if it has fewer, each with its {@linkplain Region region}.
 *
 * <p>The smallest hashes of two texts together are a fair sample of all their shingles, drawn
 * without putting any back, and a sketch tells which of the texts has each. So a text of fewer
 * words than 65 is known as it is, and of one of a hundred 64 say nearly as much as 128 positions
 * of a MinHash signature, which draw many shingles twice.
 *
 * <p>In bytes: the number of different shingles, the last region, then for each shingle in the
 * sample, in ascending order of hashes, by how much its hash is more than the one before, in a
 * Golomb-Rice code, and its region. Hashes have as many bits as let one text's shingle have the
 * hash of another's by chance once in 256 at the most: a text of a hundred words takes 115 bytes.
 *
 * @see <a href="https://doi.org/10.1145/1281192.1281216">Beyer et al. (2007), "On synopses for
 *     distinct-value estimation"</a>, on estimates from the smallest hashes
 */
final class Sketch {
  /** Most shingles in a sample. */
  static final int MOST = 64;

  /** Bits of a hash beyond those that number a text's shingles. */
  private static final int SPARE_BITS = 8;

  /** Least bits of a hash, so that those of a short text can be told from those of a long one. */
  private static final int LEAST_BITS = 16;

  /** In the lowest bits of a hash its region is kept while shingles are sorted. */
  private static final long REGION = Region.MAX - 1L;

  private final int shingles;
  private final int lastRegion;

  /** In ascending order, after which comes a larger number than any hash. */
  private final int[] hashes;

  private final byte[] regions;

  private Sketch(int shingles, int lastRegion) {
    this.shingles = shingles;
    this.lastRegion = lastRegion;
    int size = Math.min(MOST, shingles);
    hashes = new int[size + 1];
    hashes[size] = Integer.MAX_VALUE;
    regions = new byte[size + 1];
  }

  /**
   * Returns the sketch of a text.
   *
   * @param shingles well-mixed 64-bit hashes in reading order; a repeated one counts where it
   *     stands first
   */
  static Sketch of(long[] shingles) {
    long[] marked = new long[shingles.length];
    for (int at = 0; at < marked.length; at++) {
      // Half the range, so that the order of signed numbers is that of hashes.
      marked[at] = shingles[at] >>> 1 & ~REGION | Region.at(at, marked.length);
    }
    HashSort.sort(marked);
    int distinct = 0;
    for (int i = 0; i < marked.length; i++) {
      if (i == 0 || (marked[i] | REGION) != (marked[distinct - 1] | REGION)) {
        marked[distinct++] = marked[i];
      }
    }
    Sketch sketch = new Sketch(distinct, Region.at(shingles.length - 1, shingles.length));
    for (int i = 0; i < sketch.size(); i++) {
      sketch.hashes[i] = (int) (marked[i] >>> (Long.SIZE - 1 - sketch.hashBits()));
      sketch.regions[i] = (byte) (marked[i] & REGION);
    }
    return sketch;
  }

  /** Returns the sketch that bytes hold. */
  static Sketch read(byte[] bytes) {
    BitInput in = new BitInput(bytes);
    Sketch sketch = new Sketch(in.number(), in.bits(bitLength(Region.MAX - 1)));
    int regionBits = sketch.regionBits();
    int bits = sketch.gapBits() + regionBits;
    int last = 0;
    for (int i = 0; i < sketch.size(); i++) {
      long both = in.rice(bits);
      last += (int) (both >>> regionBits);
      sketch.hashes[i] = last;
      sketch.regions[i] = (byte) (both & ((1 << regionBits) - 1));
    }
    return sketch;
  }

  /** Returns it as bytes, of which the first isn't zero. */
  byte[] bytes() {
    BitOutput out = new BitOutput();
    out.number(shingles);
    out.bits(lastRegion, bitLength(Region.MAX - 1));
    int last = 0;
    for (int i = 0; i < size(); i++) {
      long gap = hashes[i] - last;
      out.rice(gap << regionBits() | regions[i], gapBits() + regionBits());
      last = hashes[i];
    }
    return out.bytes();
  }

  /** Returns how many shingles are in the sample. */
  int size() {
    return hashes.length - 1;
  }

  /** Returns how many bits the hashes have. */
  int hashBits() {
    return Math.max(LEAST_BITS, SPARE_BITS + bitLength(shingles));
  }

  /**
   * Returns the first bits of the hash of each shingle in the sample, in ascending order, after
   * which comes a larger number than any hash; not to be changed.
   */
  int[] hashes(int bits) {
    int less = hashBits() - bits;
    if (less == 0) {
      return hashes;
    }
    int[] shorter = Arrays.stream(hashes).map(hash -> hash >>> less).toArray();
    shorter[size()] = Integer.MAX_VALUE;
    return shorter;
  }

  /** Returns the region of each shingle in the sample, and one that says nothing. */
  byte[] regions() {
    return regions;
  }

  /** Returns whether all shingles of the text are in the sample. */
  boolean isWhole() {
    return shingles <= MOST;
  }

  /** Returns the place in the sample before which it has all shingles of the text. */
  int end() {
    return isWhole() ? size() : MOST - 1;
  }

  /** About as many bits as the mean gap between hashes has. */
  private int gapBits() {
    return hashBits() - bitLength(shingles);
  }

  private int regionBits() {
    return bitLength(lastRegion);
  }

  private static int bitLength(int value) {
    return Integer.SIZE - Integer.numberOfLeadingZeros(value);
  }
}
