package org.vigie.crawler.loop;

/**
 * How many pages of a crawl may be rendered: rendering costs a site dozens of requests and us a
 * browser, so it is for what can't be read otherwise. Safe for use by several threads.
 */
final class RenderShare {
  /** A crawl's first pages are too few for a share of them; a site may show nothing else. */
  static final int FIRST = 10;

  private final double share;
  private long pages;
  private long rendered;

  /**
   * @param share most pages rendered of those that were read, in [0, 1]
   */
  RenderShare(double share) {
    this.share = share;
  }

  /** Counts a page that was read. */
  synchronized void read() {
    pages++;
  }

  /** Takes one page to be rendered, and returns whether there was one left. */
  synchronized boolean take() {
    boolean isLeft = share > 0 && rendered < Math.max(FIRST, (long) (share * pages));
    rendered += isLeft ? 1 : 0;
    return isLeft;
  }
}
