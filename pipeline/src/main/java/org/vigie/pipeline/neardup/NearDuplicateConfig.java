package org.vigie.pipeline.neardup;

import java.io.Serializable;

/**
 * How near-duplicates are found.
 *
 * @param shingleSize words in a shingle, at least 1
 * @param bands LSH bands, at least 1
 * @param rowsPerBand rows in a band, at least 1
 * @param minSimilarity least estimated Jaccard similarity of a link, in [0, 1]
 * @param representatives most adverts kept per bucket, at least 1
 */
public record NearDuplicateConfig(
    int shingleSize, int bands, int rowsPerBand, double minSimilarity, int representatives)
    implements Serializable {

  public NearDuplicateConfig {
    require("shingleSize", shingleSize);
    require("bands", bands);
    require("rowsPerBand", rowsPerBand);
    require("representatives", representatives);
    if (!(minSimilarity >= 0 && minSimilarity <= 1)) {
      throw new IllegalArgumentException(
          "minSimilarity must be in [0, 1], but was " + minSimilarity);
    }
  }

  /**
   * Returns word pairs in 32 bands of 4 rows at 0.25. A pair at similarity 0.38 has an even chance
   * of sharing a bucket; two adverts that each lost 15 of a hundred words are at about 0.35. Lower
   * links are safe because those that share boilerplate alone are refused, whatever their
   * similarity.
   */
  public static NearDuplicateConfig defaults() {
    return new NearDuplicateConfig(2, 32, 4, 0.25, 8);
  }

  /** Returns the number of positions in a signature. */
  public int signatureLength() {
    return bands * rowsPerBand;
  }

  private static void require(String name, int value) {
    if (value < 1) {
      throw new IllegalArgumentException(name + " must be at least 1, but was " + value);
    }
  }
}
