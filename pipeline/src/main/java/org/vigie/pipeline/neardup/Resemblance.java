package org.vigie.pipeline.neardup;

import java.util.stream.IntStream;

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

  /** Returns the buckets that a signature falls into, one for each band. */
  public long[] buckets(int[] signature) {
    return IntStream.range(0, config.bands())
        .mapToLong(band -> MinHash.bucket(signature, band, config.rowsPerBand()))
        .toArray();
  }

  /** Returns whether two signatures are at least so similar, and not by boilerplate alone. */
  public boolean resemble(int[] one, int[] other, double minSimilarity) {
    return one.length > 0
        && other.length == one.length
        && Overlap.similarity(one, other) >= minSimilarity
        && !Overlap.of(one, other).isBoilerplate();
  }
}
