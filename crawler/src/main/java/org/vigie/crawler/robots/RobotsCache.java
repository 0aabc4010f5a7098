package org.vigie.crawler.robots;

import crawlercommons.robots.SimpleRobotRules;
import crawlercommons.robots.SimpleRobotRules.RobotRulesMode;
import crawlercommons.robots.SimpleRobotRulesParser;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vigie.capture.extract.address.AsciiHost;
import org.vigie.capture.warc.ContentCoding;
import org.vigie.capture.warc.Exchange;
import org.vigie.capture.warc.HeaderLine;
import org.vigie.capture.warc.UnsupportedCodingException;
import org.vigie.crawler.fetch.FetchException;
import org.vigie.crawler.frontier.CrawlOutcome;
import org.vigie.crawler.politeness.HostMemory;
import org.vigie.crawler.politeness.Politeness;

/**
 * The robots.txt files of a crawl (RFC 9309), one per scheme, host and port.
 *
 * <p>A client error means that all is allowed. Everything else that isn't a readable file (server
 * errors, 429, time-outs, broken connections or certificates, a web page in its place) means that
 * nothing is, until it answers; only an earlier copy may stand in, for at most 30 days. All this is
 * remembered across restarts.
 */
public final class RobotsCache {
  private static final Logger LOG = LoggerFactory.getLogger(RobotsCache.class);

  /** RFC 9309, section 2.5, asks for at least 500 KiB. */
  private static final int MAX_BYTES = 1 << 20;

  /** RFC 9309, section 2.3.1.2. */
  private static final int MAX_REDIRECTS = 5;

  private static final Answer.Unknown UNREACHABLE =
      new Answer.Unknown(CrawlOutcome.ROBOTS_UNREACHABLE.label());

  /** Makes one request, keeping to the pace. */
  @FunctionalInterface
  public interface Requests {
    /**
     * Asks for a file.
     *
     * @param whileHeld given the answer while nobody else may ask the host or its address
     */
    Exchange get(URI url, long maxBytes, Consumer<Exchange> whileHeld)
        throws FetchException, InterruptedException;
  }

  private final Requests requests;
  private final Politeness politeness;
  private final String productToken;
  private final HostMemory memory;
  private final Clock clock;
  private final Map<String, HostRobots> entries = new ConcurrentHashMap<>();

  /**
   * @param productToken name by which the files address us
   * @param memory where the files and the failures to get them are remembered
   */
  public RobotsCache(
      Requests requests,
      Politeness politeness,
      String productToken,
      HostMemory memory,
      Clock clock) {
    this.memory = memory;
    this.requests = requests;
    this.politeness = politeness;
    this.productToken = productToken.toLowerCase(Locale.ROOT);
    this.clock = clock;
  }

  /** Returns what the host of a page allows, asking it if that isn't known. */
  public RobotsRules rules(URI page) throws InterruptedException {
    String origin = origin(page);
    HostRobots entry = entries.computeIfAbsent(origin, key -> recall(key, page.getHost()));
    synchronized (entry) {
      Instant now = clock.instant();
      if (now.isBefore(entry.askAgain())) {
        return entry.current(now);
      }
      switch (ask(URI.create(origin + "/robots.txt"))) {
        case Answer.Unknown unknown -> entry.unreachable(unknown.failure(), now);
        case Answer.Known known -> {
          entry.reached(known.content(), rules(origin, known.content()), now);
        }
      }
      memory.keep(origin, entry.kept());
      return entry.current(now);
    }
  }

  private HostRobots recall(String origin, String host) {
    KeptRobots kept = memory.recall(origin, KeptRobots.class);
    if (kept == null) {
      return new HostRobots();
    }
    HostRobots entry = new HostRobots(kept, rules(origin, kept.content()), clock.instant());
    keepDelay(host, entry);
    return entry;
  }

  /** It holds from the end of this very request, for the address as well. */
  private void keepDelay(URI robots, Exchange answer) {
    if (isSuccess(answer) && parse(robots, answer) instanceof Answer.Known known) {
      long millis = rules(origin(robots), known.content()).getCrawlDelay();
      if (millis > 0) {
        politeness.crawlDelay(robots.getHost(), Duration.ofMillis(millis));
      }
    }
  }

  private static boolean isSuccess(Exchange answer) {
    return answer.response().status() >= 200 && answer.response().status() < 300;
  }

  private static String origin(URI url) {
    return url.getScheme() + "://" + url.getRawAuthority();
  }

  private void keepDelay(String host, HostRobots entry) {
    if (entry.crawlDelay().isPositive()) {
      politeness.crawlDelay(host, entry.crawlDelay());
    }
  }

  /** A host without a file allows all. */
  private SimpleRobotRules rules(String origin, byte @Nullable [] content) {
    return content == null
        ? new SimpleRobotRules(RobotRulesMode.ALLOW_ALL)
        : new SimpleRobotRulesParser()
            .parseContent(origin + "/robots.txt", content, "text/plain", List.of(productToken));
  }

  /** What asking brought. */
  private sealed interface Answer {
    /**
     * The file.
     *
     * @param content its bytes, or null if the host has none
     */
    @SuppressWarnings("ArrayRecordComponent") // it is never compared
    record Known(byte @Nullable [] content) implements Answer {}

    /**
     * Nothing to go by.
     *
     * @param failure what to report
     */
    record Unknown(String failure) implements Answer {}
  }

  private Answer ask(URI robots) throws InterruptedException {
    URI url = robots;
    for (int hop = 0; hop <= MAX_REDIRECTS; hop++) {
      Exchange exchange;
      try {
        exchange = requests.get(url, MAX_BYTES, answer -> keepDelay(robots, answer));
      } catch (FetchException e) {
        LOG.info("robots.txt of {} is unknown: {}", robots.getHost(), e.kind().label());
        boolean always = hop == 0 && e.kind().isOfTheHost();
        return always ? new Answer.Unknown(e.kind().label()) : UNREACHABLE;
      }
      if (isSuccess(exchange)) {
        return parse(robots, exchange);
      }
      int status = exchange.response().status();
      if (status >= 400 && status < 500 && status != 429) {
        return new Answer.Known(null);
      }
      URI target = status >= 300 && status < 400 ? target(url, exchange) : null;
      if (target == null) {
        LOG.info("robots.txt of {} is unknown: status {}", robots.getHost(), status);
        return UNREACHABLE;
      }
      url = target;
    }
    LOG.info("robots.txt of {} is unknown: over {} redirects", robots.getHost(), MAX_REDIRECTS);
    return UNREACHABLE;
  }

  private Answer parse(URI robots, Exchange exchange) {
    ContentCoding.Decoded body;
    try {
      body =
          ContentCoding.undo(
              exchange.response().body(), header(exchange, "content-encoding"), MAX_BYTES);
    } catch (UnsupportedCodingException e) {
      LOG.info("robots.txt of {} is unknown: {}", robots.getHost(), e.getMessage());
      return UNREACHABLE;
    }
    if (body.broken() && !exchange.response().truncated()) {
      // What is missing may be what forbids.
      LOG.info("robots.txt of {} is unknown: its content coding is broken", robots.getHost());
      return UNREACHABLE;
    }
    byte[] lines =
        RobotsFile.read(body.bytes(), exchange.response().truncated() || body.truncated());
    if (lines == null) {
      LOG.info("robots.txt of {} is unknown: no such file stands in its place", robots.getHost());
      return UNREACHABLE;
    }
    return new Answer.Known(lines);
  }

  private static @Nullable URI target(URI from, Exchange exchange) {
    try {
      String location = AsciiHost.inHeader(header(exchange, "location"));
      URI target = location == null || location.isEmpty() ? null : from.resolve(location);
      boolean web =
          target != null
              && target.getHost() != null
              && (target.getScheme().equalsIgnoreCase("http")
                  || target.getScheme().equalsIgnoreCase("https"));
      return web ? target : null;
    } catch (IllegalArgumentException e) {
      return null; // a Location that is no address leads nowhere: the file stays unknown
    }
  }

  private static String header(Exchange exchange, String name) {
    for (HeaderLine line : exchange.response().headers()) {
      if (line.name().equalsIgnoreCase(name)) {
        return line.value();
      }
    }
    return "";
  }
}
