package org.vigie.pipeline.neardup;

/**
 * Where in two texts the shingles lie that both have, and those that one has alone.
 *
 * <p>Each position of two MinHash signatures is a fair draw from the union of the texts' shingles:
 * where the signatures agree, the shingle drawn is in both texts; where they don't, it is the
 * smaller one and in its own text alone. A signature also tells in which {@linkplain Region region}
 * of its text a shingle stands. So two signatures say how alike two texts are, and how evenly.
 */
final class Overlap {
  /**
   * Regions in a stretch: a quarter of a text, and at least {@code 4 * Region.MIN_SHINGLES} words,
   * more than a name, a place and a phone number fill.
   */
  private static final int STRETCH = 4;

  /**
   * A stretch is unlike if it shares less than this part of what the text shares as a whole. At
   * 0.35 the pairs of advert that share no more than an employer's standard paragraphs go, and
   * nearly all others stay; figures in docs/pipeline.md.
   */
  private static final double UNLIKE = 0.35;

  /** Fewer draws than this say nothing about a stretch. */
  private static final int MIN_DRAWS = 4;

  private final Text left;
  private final Text right;

  private Overlap(Text left, Text right) {
    this.left = left;
    this.right = right;
  }

  /** Compares two signatures of equal length. */
  static Overlap of(int[] left, int[] right) {
    Text leftText = new Text();
    Text rightText = new Text();
    for (int i = 0; i < left.length; i++) {
      int leftHash = Region.without(left[i]);
      int rightHash = Region.without(right[i]);
      leftText.add(Region.of(left[i]), leftHash <= rightHash, leftHash == rightHash);
      rightText.add(Region.of(right[i]), rightHash <= leftHash, leftHash == rightHash);
    }
    return new Overlap(leftText, rightText);
  }

  /**
   * Returns the estimated Jaccard similarity of the sets of shingles of two signatures of equal
   * length, in [0, 1]. Most pairs that share a bucket end here: it costs a fraction of the rest.
   */
  static double similarity(int[] left, int[] right) {
    int agreements = 0;
    for (int i = 0; i < left.length; i++) {
      agreements += Region.without(left[i] ^ right[i]) == 0 ? 1 : 0;
    }
    return (double) agreements / left.length;
  }

  /**
   * Says whether what the texts share is only boilerplate, such as a site's footer or an employer's
   * standard paragraphs: one of them has a stretch of its own that is found hardly at all in the
   * other, while noise, disguises and slots leave traces of the template everywhere.
   */
  boolean isBoilerplate() {
    return left.hasUnlikeStretch() || right.hasUnlikeStretch();
  }

  /** The draws that fell into one of the texts, by region. */
  private static final class Text {
    private final int[] drawn = new int[Region.MAX];
    private final int[] shared = new int[Region.MAX];
    private int regions;

    void add(int region, boolean isDrawn, boolean isShared) {
      drawn[region] += isDrawn ? 1 : 0;
      shared[region] += isShared ? 1 : 0;
      regions = Math.max(regions, region + 1);
    }

    boolean hasUnlikeStretch() {
      double least = UNLIKE * sum(shared, 0, regions) / Math.max(1, sum(drawn, 0, regions));
      for (int from = 0; from + STRETCH <= regions; from++) {
        int draws = sum(drawn, from, from + STRETCH);
        if (draws >= MIN_DRAWS && sum(shared, from, from + STRETCH) < least * draws) {
          return true;
        }
      }
      return false;
    }

    private static int sum(int[] values, int from, int to) {
      int sum = 0;
      for (int i = from; i < to; i++) {
        sum += values[i];
      }
      return sum;
    }
  }
}
