package org.vigie.pipeline.neardup;

/**
 * Where in two texts the shingles lie that both have, and those that one has alone.
 *
 * <p>The smallest hashes of two {@linkplain Sketch sketches} are a fair draw from the union of the
 * texts' shingles, and so is each position of two MinHash signatures: where the signatures agree,
 * the shingle drawn is in both texts; where they don't, it is the smaller one and in its own text
 * alone. Either also tells in which {@linkplain Region region} of its text a shingle stands. So
 * they say how alike two texts are, and how evenly.
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
   * nearly all others stay; PublicAdvertsTest prints figures.
   */
  private static final double UNLIKE = 0.35;

  /** More than all draws there may be, so that two counts stand in one number. */
  private static final int SHARED = 1 << 16;

  /** Fewer draws than this say nothing about a stretch. */
  private static final int MIN_DRAWS = 4;

  /**
   * Regions in a stretch of a short text, of which all shingles were drawn: some twelve words, more
   * than a name, an age, a place and a phone number fill.
   */
  private static final int SHORT_STRETCH = 2;

  /** With fewer draws, such a stretch may have little in common with the other text by chance. */
  private static final int MIN_SHORT_DRAWS = 10;

  /** As {@link #UNLIKE}, where the words that fill slots side by side are most of a stretch. */
  private static final double UNLIKE_SHORT = 0.25;

  private final Text left;
  private final Text right;

  private Overlap(boolean isLeftShort, boolean isRightShort) {
    left = new Text(isLeftShort);
    right = new Text(isRightShort);
  }

  /** Compares two sketches. */
  static Overlap of(Sketch left, Sketch right) {
    int bits = Math.min(left.hashBits(), right.hashBits());
    int[] leftHashes = left.hashes(bits);
    int[] rightHashes = right.hashes(bits);
    // Of larger hashes than these it isn't known which of the texts have them.
    int end = Math.min(leftHashes[left.end()], rightHashes[right.end()]);
    Overlap overlap = new Overlap(left.isWhole(), right.isWhole());
    int i = 0;
    int j = 0;
    // Without branches: which text is next can't be foretold, and all that share a bucket come
    // here.
    while (Math.min(leftHashes[i], rightHashes[j]) < end) {
      int inLeft = leftHashes[i] <= rightHashes[j] ? 1 : 0;
      int inRight = rightHashes[j] <= leftHashes[i] ? 1 : 0;
      overlap.left.add(left.regions()[i], inLeft, inLeft & inRight);
      overlap.right.add(right.regions()[j], inRight, inLeft & inRight);
      i += inLeft;
      j += inRight;
    }
    return overlap;
  }

  /** Compares two signatures of equal length. */
  static Overlap of(int[] left, int[] right) {
    Overlap overlap = new Overlap(false, false);
    for (int i = 0; i < left.length; i++) {
      int leftHash = Region.without(left[i]);
      int rightHash = Region.without(right[i]);
      int inLeft = leftHash <= rightHash ? 1 : 0;
      int inRight = rightHash <= leftHash ? 1 : 0;
      overlap.left.add(Region.of(left[i]), inLeft, inLeft & inRight);
      overlap.right.add(Region.of(right[i]), inRight, inLeft & inRight);
    }
    return overlap;
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

  /** Returns the estimated Jaccard similarity of the texts' sets of shingles, in [0, 1]. */
  double similarity() {
    int shared = shared(left.sum(Region.MAX));
    int drawn = drawn(left.sum(Region.MAX)) + drawn(right.sum(Region.MAX)) - shared;
    return drawn == 0 ? 0 : (double) shared / drawn;
  }

  /**
   * Says whether what the texts share is only boilerplate, such as a site's footer or an employer's
   * standard paragraphs: one of them has a stretch of its own that is found hardly at all in the
   * other, while noise, disguises and slots leave traces of the template everywhere.
   */
  boolean isBoilerplate() {
    return left.hasUnlikeStretch() || right.hasUnlikeStretch();
  }

  private static int drawn(int count) {
    return count & (SHARED - 1);
  }

  private static int shared(int count) {
    return count / SHARED;
  }

  /** The draws that fell into one of the texts, by region. */
  private static final class Text {
    /** How many shingles of a region were drawn and, each as {@link #SHARED}, are in both texts. */
    private final int[] counts = new int[Region.MAX];

    private final boolean isShort;

    Text(boolean isShort) {
      this.isShort = isShort;
    }

    /** Takes note of a shingle of a region, if it is of this text: each is one if so or zero. */
    void add(int region, int isDrawn, int isShared) {
      counts[region] += isDrawn + isShared * SHARED;
    }

    boolean hasUnlikeStretch() {
      int regions = Region.MAX;
      while (regions > 0 && counts[regions - 1] == 0) {
        regions--;
      }
      int all = sum(regions);
      double least = UNLIKE * shared(all) / Math.max(1, drawn(all));
      int stretch = sum(Math.min(STRETCH, regions) - 1);
      for (int last = STRETCH - 1; last < regions; last++) {
        stretch += counts[last] - (last >= STRETCH ? counts[last - STRETCH] : 0);
        int draws = drawn(stretch);
        if (draws >= MIN_DRAWS && shared(stretch) < least * draws) {
          return true;
        }
      }
      return isShort
          && hasShortStretch(regions, UNLIKE_SHORT * shared(all) / Math.max(1, drawn(all)));
    }

    /** Short texts of a site may well share its footer and little else: they are a few regions. */
    private boolean hasShortStretch(int regions, double least) {
      for (int last = SHORT_STRETCH - 1; last < regions; last++) {
        int stretch = counts[last] + counts[last - 1];
        int draws = drawn(stretch);
        if (draws >= MIN_SHORT_DRAWS && shared(stretch) < least * draws) {
          return true;
        }
      }
      return false;
    }

    /** Sums the counts of the first regions. */
    int sum(int regions) {
      int sum = 0;
      for (int i = 0; i < regions; i++) {
        sum += counts[i];
      }
      return sum;
    }
  }
}
