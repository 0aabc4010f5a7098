package org.vigie.crawler.frontier;

import java.util.List;

/**
 * Says which URLs of a host are fetched first, and may learn it. Safe for use by several threads.
 */
public interface UrlRanking {
  /** Returns how likely a URL leads to adverts, in [0, 1]. */
  double score(Target target);

  /**
   * Learns from a URL that was fetched for the first time.
   *
   * @param fresh its links that nobody knew, scored
   */
  void learn(PageEnd end, List<Target> fresh);

  /** Returns whether what it learned changes the scores of URLs that wait. */
  boolean learns();

  /** Keeps what was learned. */
  void save();

  /** Returns the ranking that takes the scores that URLs came with: the oldest first, if alike. */
  static UrlRanking asGiven() {
    return new UrlRanking() {
      @Override
      public double score(Target target) {
        return target.score();
      }

      @Override
      public void learn(PageEnd end, List<Target> fresh) {}

      @Override
      public boolean learns() {
        return false;
      }

      @Override
      public void save() {}
    };
  }
}
