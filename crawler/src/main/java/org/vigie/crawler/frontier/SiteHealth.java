package org.vigie.crawler.frontier;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/**
 * Whether a site lets itself be crawled, and still yields what its links promise.
 *
 * @param trouble the last outcome in a row that kept us from its pages, or empty
 * @param inARow how many of them in a row
 * @param troubleSinceMillis when the row began, in milliseconds since 1970
 * @param promised adverts that were to be expected on recent pages: one where the last visit found
 *     some, else the score of a link that was likely to lead to some
 * @param kept how many of them were there
 * @param changedSinceMillis since when far fewer are there; 0 if they are
 */
record SiteHealth(
    String trouble,
    int inARow,
    long troubleSinceMillis,
    double promised,
    double kept,
    long changedSinceMillis) {
  static final SiteHealth WELL = new SiteHealth("", 0, 0, 0, 0, 0);

  private static final int BLOCKED_AFTER = 3;

  /** About the last twenty pages count. */
  private static final double FADING = 0.95;

  /** With fewer promised, a row of bad luck would pass for a change. */
  private static final double LEAST_PROMISED = 8;

  /** A site that never yielded much can't have changed. */
  private static final long LEAST_ADVERTS = 10;

  /** Links nearer to a coin's throw promise nothing; 1 is a seed's, or one taken to explore. */
  private static final double LEAST_PROMISE = 0.5;

  boolean isBlocked() {
    return CrawlOutcome.of(trouble).isOfTheHost() || inARow >= BLOCKED_AFTER;
  }

  /** Returns the health after one more URL came to an outcome. */
  SiteHealth after(String outcome, long atMillis) {
    CrawlOutcome.Site site = CrawlOutcome.of(outcome).site();
    if (site == CrawlOutcome.Site.UNASKED) {
      return this;
    }
    if (site == CrawlOutcome.Site.ANSWERS) {
      return new SiteHealth("", 0, 0, promised, kept, changedSinceMillis);
    }
    long since = inARow == 0 ? atMillis : troubleSinceMillis;
    int row = Math.min(inARow + 1, Short.MAX_VALUE);
    return new SiteHealth(outcome, row, since, promised, kept, changedSinceMillis);
  }

  /** Returns how many adverts a URL promises by its link alone. */
  static double promise(double score) {
    return score > LEAST_PROMISE && score < 1 ? score : 0;
  }

  /**
   * Returns the health after one more page that was read.
   *
   * @param promise what it promised, in [0, 1]
   * @param held whether it held adverts
   * @param adverts how many the site has yielded in all
   */
  SiteHealth after(double promise, boolean held, long adverts, long atMillis) {
    if (promise == 0) {
      return this;
    }
    double nowPromised = FADING * promised + promise;
    double nowKept = FADING * kept + (held ? promise : 0);
    long changed = changedSinceMillis;
    if (changed == 0
        && adverts >= LEAST_ADVERTS
        && nowPromised >= LEAST_PROMISED
        && nowKept < nowPromised / 4) {
      changed = atMillis;
    } else if (nowKept > nowPromised / 2) {
      changed = 0;
    }
    return new SiteHealth(trouble, inARow, troubleSinceMillis, nowPromised, nowKept, changed);
  }

  void write(DataOutputStream out) throws IOException {
    out.writeUTF(trouble);
    out.writeShort(inARow);
    out.writeLong(troubleSinceMillis);
    out.writeDouble(promised);
    out.writeDouble(kept);
    out.writeLong(changedSinceMillis);
  }

  static SiteHealth read(DataInputStream in) throws IOException {
    return new SiteHealth(
        in.readUTF(),
        in.readShort(),
        in.readLong(),
        in.readDouble(),
        in.readDouble(),
        in.readLong());
  }
}
