package org.vigie.casework.config;

import java.time.Duration;
import java.util.Map;
import org.vigie.crawler.CrawlConfig;
import org.vigie.crawler.CrawlPlan;
import org.vigie.files.build.Build;
import org.vigie.files.failure.UserError;
import org.vigie.files.yaml.Section;

/**
 * The {@code crawl} section of {@code vigie.yaml}.
 *
 * @param identity who it says that it is
 * @param hostDelay least time between two requests to one host
 * @param requestTimeout longest time for one request
 * @param maxPages most pages of one crawl
 * @param maxDepth most links between a seed and a page
 * @param maxBodyBytes most decompressed bytes kept of a page
 * @param threads most requests at a time
 * @param renderShare most pages that need a script given to a browser, of those read, in [0, 1]
 */
public record CrawlSettings(
    Identity identity,
    Duration hostDelay,
    Duration requestTimeout,
    int maxPages,
    int maxDepth,
    long maxBodyBytes,
    int threads,
    double renderShare) {
  /** What settings said by default until 0.2.0, which stands in workspaces made before. */
  private static final String FORMER = "Vigie/0.1";

  /**
   * Who a crawler says that it is.
   *
   * @param userAgent name that it gives itself
   * @param contact e-mail address or URL where sites can reach its operator, or empty
   */
  public record Identity(String userAgent, String contact) {
    /** The program's own name gets the version that runs. */
    private String product() {
      return userAgent.equals(Build.NAME) || userAgent.equals(FORMER) ? Build.product() : userAgent;
    }
  }

  /** Returns the defaults: slow enough for a small site, deep enough for a paged one. */
  public static CrawlSettings defaults() {
    return new CrawlSettings(
        new Identity(Build.NAME, ""),
        Duration.ofSeconds(2),
        Duration.ofSeconds(30),
        10_000,
        16,
        8 << 20,
        32,
        CrawlPlan.RENDER_SHARE);
  }

  static CrawlSettings read(Section section) {
    CrawlSettings absent = defaults();
    CrawlSettings read =
        new CrawlSettings(
            new Identity(
                section.text("user-agent", absent.identity.userAgent()),
                section.text("contact", absent.identity.contact())),
            section.duration("host-delay", absent.hostDelay, Duration.ofMillis(1)),
            section.duration("request-timeout", absent.requestTimeout, Duration.ofMillis(100)),
            section.integer("max-pages", absent.maxPages, 1, Integer.MAX_VALUE),
            section.integer("max-depth", absent.maxDepth, 0, 1_000),
            section.bytes("max-body", absent.maxBodyBytes, 1_024),
            section.integer("threads", absent.threads, 1, 256),
            section.share("render-share", absent.renderShare));
    section.done();
    return read;
  }

  /**
   * Returns how to crawl the public web.
   *
   * @throws UserError if sites could not reach the operator
   */
  public CrawlConfig onTheWeb() {
    if (identity.contact().isEmpty()) {
      throw UserError.ofInput(
          "vigie.yaml: crawl.contact: must be an e-mail address or URL where sites can reach you,"
              + " but is empty");
    }
    return config(
        identity.product() + " (+" + identity.contact() + ")", hostDelay, false, Map.of());
  }

  /** Returns how to crawl a web on loopback, with host names that need no DNS. */
  public CrawlConfig onLoopback(Duration delay, Map<String, String> hosts) {
    return config(identity.product() + " (demo on loopback)", delay, true, hosts);
  }

  private CrawlConfig config(
      String agent, Duration delay, boolean loopback, Map<String, String> hosts) {
    return new CrawlConfig(
        agent,
        delay,
        requestTimeout,
        maxPages,
        maxDepth,
        maxBodyBytes,
        threads,
        new CrawlConfig.LocalWeb(loopback, hosts));
  }
}
