package org.vigie.crawler.loop;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.vigie.capture.extract.address.AsciiHost;
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
  record Decision(@Nullable Target target, String outcome) {}

  Decision decide(Target source, String location) {
    String url = resolve(source.url(), location);
    if (url == null || url.equals(source.url())) {
      return new Decision(null, "redirect-nowhere");
    }
    if (!scope.contains(url) || FrontierScope.isTrap(url)) {
      return new Decision(null, "redirect-out-of-scope");
    }
    if (source.redirects() >= MAX_REDIRECTS) {
      return new Decision(null, "too-many-redirects");
    }
    return new Decision(source.redirectedTo(url), "redirect");
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
