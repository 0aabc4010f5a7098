package org.vigie.pipeline.neardup;

/** Tells whether two texts are versions of one, as near-duplicates of adverts are told. */
public final class Resemblance {
  private final NearDuplicateConfig config;
  private final MinHash minHash;

  public Resemblance(NearDuplicateConfig config) {
    this.config = config;
    this.minHash = new MinHash(config.signatureLength());
  }

  /** Returns the signature of a text; an empty one if it has too few words to be told by. */
  public int[] signature(String text) {
    var words = Words.of(text);
    return words.size() < SignAdvert.MIN_WORDS
        ? new int[0]
        : minHash.signature(Shingles.of(words, config.shingleSize()));
  }

  /** Returns a signature as coarse as the stream keeps it, to be compared and not for buckets. */
  public int[] coarse(int[] signature) {
    return CoarseSignature.of(signature);
  }

  /**
   * Returns whether two coarse signatures are as similar as a link asks for, as the stream asks.
   */
  public boolean resembleCoarsely(int[] one, int[] other) {
    return resemble(one, other, CoarseSignature.atLeast(config.minSimilarity()));
  }

  /** Returns the keys of the buckets that a signature falls into, one a band. */
  public long[] buckets(int[] signature) {
    long[] buckets = new long[config.bands()];
    for (int band = 0; band < buckets.length; band++) {
      buckets[band] = MinHash.bucket(signature, band, config.rowsPerBand());
    }
    return buckets;
  }

  /** Returns whether two signatures are at least so similar, and not by boilerplate alone. */
  public boolean resemble(int[] one, int[] other, double minSimilarity) {
    return one.length > 0
        && other.length == one.length
        && Overlap.similarity(one, other) >= minSimilarity
        && !Overlap.of(one, other).isBoilerplate();
  }
}
