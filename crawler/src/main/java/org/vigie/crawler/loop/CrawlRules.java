package org.vigie.crawler.loop;

import java.net.URI;
import java.time.Clock;
import org.vigie.advert.Mandate;
import org.vigie.crawler.frontier.Scope;
import org.vigie.crawler.robots.RobotsCache;
import org.vigie.crawler.robots.RobotsRules;

/** What must hold before a page is asked for: mandate, scope, robots rules. */
record CrawlRules(Mandate mandate, Clock clock, Scope scope, RobotsCache robots) {
  /** Whether a page may be asked for, and what to report if not. */
  enum Answer {
    ALLOWED("", PageOutcomes.End.DONE),
    /** Left over from a crawl of other seeds: they may come again, so it isn't forgotten. */
    OUT_OF_SCOPE("out-of-scope", PageOutcomes.End.POSTPONED),
    DISALLOWED("robots-disallowed", PageOutcomes.End.DONE),
    UNREACHABLE("robots-unreachable", PageOutcomes.End.POSTPONED);

    final String outcome;
    final PageOutcomes.End end;

    Answer(String outcome, PageOutcomes.End end) {
      this.outcome = outcome;
      this.end = end;
    }
  }

  /**
   * Checks all of them, asking the host for its robots.txt if need be.
   *
   * @throws org.vigie.advert.ExpiredMandateException if the mandate no longer holds
   */
  Answer check(URI url) throws InterruptedException {
    mandate.requireValid(clock.instant());
    if (!scope.contains(url.toString())) {
      return Answer.OUT_OF_SCOPE;
    }
    RobotsRules rules = robots.rules(url);
    if (!rules.allows(url)) {
      return rules.reached() ? Answer.DISALLOWED : Answer.UNREACHABLE;
    }
    // Robots rules may have been long in coming.
    mandate.requireValid(clock.instant());
    return Answer.ALLOWED;
  }
}
