package org.vigie.crawler.robots;

import crawlercommons.robots.SimpleRobotRules;
import crawlercommons.robots.SimpleRobotRules.RobotRulesMode;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/** What one host allows. */
public final class RobotsRules {
  /** Most sitemaps taken from one file. */
  static final int MAX_SITEMAPS = 200;

  private static final int MAX_URL_LENGTH = 2_000;

  private final boolean reached;
  private final SimpleRobotRules rules;
  private final LongestMatch match;
  private final List<URI> sitemaps;
  private final String failure;

  private RobotsRules(boolean reached, SimpleRobotRules rules, String failure) {
    this.reached = reached;
    this.rules = rules;
    this.match = new LongestMatch(rules.getRobotRules());
    this.sitemaps =
        rules.getSitemaps().stream()
            .map(RobotsRules::sitemap)
            .flatMap(Optional::stream)
            .distinct()
            .limit(MAX_SITEMAPS)
            .toList();
    this.failure = failure;
  }

  /** Returns the rules of a file. */
  static RobotsRules of(SimpleRobotRules rules) {
    return new RobotsRules(true, rules, "");
  }

  /**
   * Returns what is allowed while the file isn't known: nothing.
   *
   * @param failure what to report
   */
  static RobotsRules unknown(String failure) {
    return new RobotsRules(false, new SimpleRobotRules(RobotRulesMode.ALLOW_NONE), failure);
  }

  /** Returns whether the host's robots.txt is known; if not, nothing is allowed. */
  public boolean reached() {
    return reached;
  }

  /** Returns what to report while it isn't known, or empty. */
  public String failure() {
    return failure;
  }

  /**
   * Returns whether a page may be fetched.
   *
   * <p>A server may take {@code /a/../b} and {@code /a/%2e%2e/b} for {@code /b}, so that must be
   * allowed as well.
   */
  public boolean allows(URI url) {
    URI direct = DotSegments.remove(url);
    return allowsAsWritten(url) && (direct.equals(url) || allowsAsWritten(direct));
  }

  /**
   * Returns the sitemaps that the file names, in its order: absolute http(s) addresses, each once,
   * {@value #MAX_SITEMAPS} at most.
   *
   * <p>The file may name any host. Before one is fetched, scope, robots rules of its host, pace and
   * address are to be checked as for any page.
   */
  public List<URI> sitemaps() {
    return sitemaps;
  }

  private boolean allowsAsWritten(URI url) {
    return reached && rules.isAllowed(url.toString()) && match.allows(url);
  }

  private static Optional<URI> sitemap(String address) {
    try {
      URI uri = URI.create(address);
      String scheme = Objects.toString(uri.getScheme(), "").toLowerCase(Locale.ROOT);
      boolean web = scheme.equals("http") || scheme.equals("https");
      // A line without an address comes out as the front page, which is no sitemap.
      boolean plain =
          uri.getHost() != null && uri.getRawUserInfo() == null && uri.getRawPath().length() > 1;
      return web && plain && address.length() <= MAX_URL_LENGTH
          ? Optional.of(uri)
          : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty(); // the line holds no address
    }
  }
}
