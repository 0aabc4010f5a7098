package org.vigie.crawler.loop;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.vigie.capture.extract.address.AsciiHost;
import org.vigie.crawler.frontier.CrawlOutcome;
import org.vigie.crawler.frontier.FrontierScope;
import org.vigie.crawler.frontier.Target;

/**
 * Says what becomes of a redirect: a URL like any other, for which scope, robots rules, pace and
 * address are checked anew, or nothing.
 */
record RedirectRule(FrontierScope scope) {
  /** RFC 9110, section 15.4, leaves the limit open; robots.txt files have the same. */
  private static final int MAX_REDIRECTS = 5;

  /**
   * What was decided.
   *
   * @param target where to go, or null
   * @param outcome what to report
   */
  record Decision(@Nullable Target target, CrawlOutcome outcome) {}

  Decision decide(Target source, String location) {
    String url = resolve(source.url(), location);
    if (url == null || url.equals(source.url())) {
      return new Decision(null, CrawlOutcome.REDIRECT_NOWHERE);
    }
    if (!scope.contains(url) || FrontierScope.isTrap(url)) {
      return new Decision(null, CrawlOutcome.REDIRECT_OUT_OF_SCOPE);
    }
    if (source.redirects() >= MAX_REDIRECTS) {
      return new Decision(null, CrawlOutcome.TOO_MANY_REDIRECTS);
    }
    return new Decision(source.redirectedTo(url), CrawlOutcome.REDIRECT);
  }

  private static @Nullable String resolve(String from, String location) {
    try {
      String target = AsciiHost.inHeader(location);
      return target == null
          ? null
          : FrontierScope.normalize(URI.create(from).resolve(target).toString());
    } catch (IllegalArgumentException e) {
      return null; // a Location that is no address leads nowhere
    }
  }
}
