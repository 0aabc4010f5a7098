package org.vigie.crawler;

import java.time.Duration;
import java.util.Map;
import org.vigie.files.build.Build;

/**
 * How to crawl.
 *
 * @param userAgent honest name with a contact, sent with every request
 * @param hostDelay least time between two requests to one host, and to one address
 * @param requestTimeout longest time for one request with its body
 * @param maxPages most pages to fetch, at least 1
 * @param maxDepth most links between a seed and a page, in [0, 32767]
 * @param maxBodyBytes most decompressed bytes kept of one body; longer ones are cut and marked
 * @param threads most requests at a time, in [1, 256]: a slow host holds one, so there should be
 *     more than there are slow hosts
 * @param localWeb what is reached on this machine, for the demo and tests alone
 */
public record CrawlConfig(
    String userAgent,
    Duration hostDelay,
    Duration requestTimeout,
    int maxPages,
    int maxDepth,
    long maxBodyBytes,
    int threads,
    LocalWeb localWeb) {

  /** Bodies are held in memory, a few per thread. */
  private static final long MAX_BODY_BYTES = 256L << 20;

  public CrawlConfig {
    if (productToken(userAgent).isEmpty()) {
      throw new IllegalArgumentException(
          "userAgent must begin with a name of letters, but was '" + userAgent + "'");
    }
    require(
        userAgent.chars().allMatch(c -> c >= ' ' && c < 0x7f),
        "userAgent",
        "be visible ASCII",
        userAgent);
    require(!hostDelay.isNegative(), "hostDelay", "not be negative", hostDelay);
    require(requestTimeout.isPositive(), "requestTimeout", "be positive", requestTimeout);
    require(maxPages >= 1, "maxPages", "be at least 1", maxPages);
    require(maxDepth >= 0 && maxDepth <= 32_767, "maxDepth", "be in [0, 32767]", maxDepth);
    require(
        maxBodyBytes >= 1 && maxBodyBytes <= MAX_BODY_BYTES,
        "maxBodyBytes",
        "be in [1, " + MAX_BODY_BYTES + "]",
        maxBodyBytes);
    require(threads >= 1 && threads <= 256, "threads", "be in [1, 256]", threads);
  }

  /**
   * A web on this machine.
   *
   * @param allowed opens loopback addresses
   * @param hosts host name → address that stands in for DNS
   */
  public record LocalWeb(boolean allowed, Map<String, String> hosts) {
    /** None: only public addresses are reached, by DNS. */
    public static final LocalWeb NONE = new LocalWeb(false, Map.of());

    public LocalWeb {
      hosts = Map.copyOf(hosts);
    }
  }

  /** Returns a crawl of public hosts at a pace that burdens none. */
  public static CrawlConfig defaults() {
    return new CrawlConfig(
        Build.product() + " (+https://example.org/vigie; contact: set crawl.user-agent)",
        Duration.ofSeconds(2),
        Duration.ofSeconds(30),
        10_000,
        16,
        8L << 20,
        32,
        LocalWeb.NONE);
  }

  /** Returns the name by which robots.txt files address this crawler (RFC 9309, section 2.2.1). */
  public String productToken() {
    return productToken(userAgent);
  }

  private static String productToken(String userAgent) {
    int end = 0;
    while (end < userAgent.length() && isToken(userAgent.charAt(end))) {
      end++;
    }
    return userAgent.substring(0, end);
  }

  private static boolean isToken(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-' || c == '_';
  }

  private static void require(boolean holds, String name, String must, Object found) {
    if (!holds) {
      throw new IllegalArgumentException(name + " must " + must + ", but was " + found);
    }
  }
}
