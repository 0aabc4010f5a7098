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

  /**
   * Returns the sketch of a text, by which the stream compares it; for one that has a signature.
   */
  public byte[] sketch(String text) {
    return Sketch.of(Shingles.of(Words.of(text), config.shingleSize())).bytes();
  }

  /** Returns whether two texts are to be linked by their sketches, as the stream does. */
  public boolean areLinked(byte[] one, byte[] other) {
    Overlap overlap = Overlap.of(Sketch.read(one), Sketch.read(other));
    return overlap.similarity() >= config.minSimilarity() && !overlap.isBoilerplate();
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
