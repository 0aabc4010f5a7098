package org.vigie.lab.load;

import java.time.Duration;

/** How long a search through the pages may take beside the same query in Lucene alone. */
public final class SearchGoal {
  private static final Duration SLACK = Duration.ofMillis(15);

  private SearchGoal() {}

  /**
   * Returns the goal for a quantile: 1.5 times that of Lucene and 15 ms.
   *
   * @param lucene the same quantile of the same searches in Lucene alone
   */
  public static Duration most(Duration lucene) {
    return lucene.multipliedBy(3).dividedBy(2).plus(SLACK);
  }
}
