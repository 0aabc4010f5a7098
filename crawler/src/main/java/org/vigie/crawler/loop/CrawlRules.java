package org.vigie.crawler.loop;

import java.net.URI;
import java.time.Clock;
import org.vigie.advert.Mandate;
import org.vigie.crawler.frontier.Scope;
import org.vigie.crawler.robots.RobotsCache;
import org.vigie.crawler.robots.RobotsRules;

/** What must hold before a page is asked for: mandate, scope, robots rules. */
record CrawlRules(Mandate mandate, Clock clock, Scope scope, RobotsCache robots) {
  /**
   * Whether a page may be asked for.
   *
   * @param allowed whether it may
   * @param outcome what to report if not
   * @param end what becomes of it if not
   */
  record Answer(boolean allowed, String outcome, PageOutcomes.End end) {
    private static final Answer ALLOWED = new Answer(true, "", PageOutcomes.End.DONE);

    /** Left over from a crawl of other seeds: they may come again, so it isn't forgotten. */
    private static final Answer OUT_OF_SCOPE =
        new Answer(false, "out-of-scope", PageOutcomes.End.POSTPONED);

    private static final Answer DISALLOWED =
        new Answer(false, "robots-disallowed", PageOutcomes.End.DONE);

    private static Answer unreachable(String failure) {
      return new Answer(false, failure, PageOutcomes.End.POSTPONED);
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
      return rules.reached() ? Answer.DISALLOWED : Answer.unreachable(rules.failure());
    }
    // Robots rules may have been long in coming.
    mandate.requireValid(clock.instant());
    return Answer.ALLOWED;
  }
}
