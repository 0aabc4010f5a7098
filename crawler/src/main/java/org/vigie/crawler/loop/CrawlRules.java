package org.vigie.crawler.loop;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.vigie.advert.ExpiredMandateException;
import org.vigie.advert.Mandate;
import org.vigie.crawler.frontier.CrawlOutcome;
import org.vigie.crawler.frontier.FrontierScope;
import org.vigie.crawler.frontier.Seed;
import org.vigie.crawler.loop.PageOutcomes.End;
import org.vigie.crawler.robots.RobotsCache;
import org.vigie.crawler.robots.RobotsRules;
import org.vigie.crawler.trap.TrapDetector;

/** What must hold before a page is asked for: scope, mandate, budgets, robots rules. */
record CrawlRules(
    Clock clock, FrontierScope scope, Budgets budgets, TrapDetector traps, RobotsCache robots) {
  /** How long a host is left alone whose rules can't be had: then they may be asked for again. */
  private static final Duration UNREACHABLE = Duration.ofMinutes(1);

  /** Whether a page may be asked for. */
  sealed interface Answer {
    /** It may, for this seed. */
    record Allowed(Seed seed) implements Answer {}

    /**
     * It may not.
     *
     * @param outcome what to report
     * @param end what becomes of it
     */
    record Refused(CrawlOutcome outcome, End end) implements Answer {}
  }

  /**
   * Checks all of them, asking the host for its robots.txt if need be.
   *
   * @param again whether it was fetched before: then no trap led to it
   * @throws ExpiredMandateException if the mandate no longer holds
   */
  Answer check(URI url, boolean again) throws InterruptedException {
    Seed seed = scope.find(url.toString());
    if (seed == null) {
      // Left over from a crawl of other seeds: they may come again, so it isn't forgotten.
      return new Answer.Refused(CrawlOutcome.OUT_OF_SCOPE, End.POSTPONED);
    }
    Mandate mandate = seed.mandate().requireValid(clock.instant());
    if (budgets.isSpent(seed)) {
      return new Answer.Refused(CrawlOutcome.BUDGET_SPENT, End.POSTPONED);
    }
    switch (again ? TrapDetector.Verdict.ADMITTED : traps.judge(url.toString())) {
      case TRAP -> {
        return new Answer.Refused(CrawlOutcome.TRAP, End.POSTPONED);
      }
      case HOST_SPENT -> {
        return new Answer.Refused(CrawlOutcome.HOST_BUDGET_SPENT, End.POSTPONED);
      }
      case ADMITTED -> {}
    }
    RobotsRules rules = robots.rules(url);
    if (!rules.allows(url)) {
      return rules.reached()
          ? new Answer.Refused(CrawlOutcome.ROBOTS_DISALLOWED, End.DONE)
          : withoutRules(CrawlOutcome.of(rules.failure()));
    }
    // Robots rules may have been long in coming.
    mandate.requireValid(clock.instant());
    return new Answer.Allowed(seed);
  }

  /** An address that is refused costs nobody a request: each of its URLs is told on its own. */
  private static Answer withoutRules(CrawlOutcome failure) {
    return new Answer.Refused(
        failure,
        failure == CrawlOutcome.ADDRESS_REFUSED ? End.POSTPONED : End.parked(UNREACHABLE));
  }

  /** Returns the sitemaps that a host's robots.txt names, as far as they lie in scope. */
  List<String> sitemaps(URI page) throws InterruptedException {
    return robots.rules(page).sitemaps().stream()
        .map(sitemap -> scope.admit(sitemap.toString()))
        .filter(Objects::nonNull)
        .toList();
  }
}
