package org.vigie.crawler;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** How often a crawl asks a site, and when it asks again. */
class CrawlPaceTest extends CrawlOfASite {
  @Test
  void keepsItsDelayWithSeveralThreadsAlsoStraightAfterRobots() throws Exception {
    StringBuilder home = new StringBuilder();
    for (int i = 0; i < 8; i++) {
      home.append("<a href='/p").append(i).append("'>p</a>");
      site.page("/p" + i, "<p>x");
    }
    site.page("/", home.toString());

    crawl(config(Duration.ofMillis(120), 8));

    assertThat(site.allRequests()).hasSize(10);
    assertThat(gaps(site.allRequests())).allMatch(gap -> gap >= 100);
  }

  @Test
  void keepsTheCrawlDelayOfAHostThatAsksForMore() throws Exception {
    site.robots(200, "User-agent: vigie\nCrawl-delay: 0.4\n").page("/", "<a href='/1'>x</a>");
    site.page("/1", "x<p>");

    crawl(config(Duration.ofMillis(5), 4));

    assertThat(gaps(site.allRequests())).hasSize(2).allMatch(gap -> gap >= 380);
  }

  @Test
  void sharesItsDelayAmongHostsOfOneAddress() throws Exception {
    try (TestSite other = new TestSite("b.example.org").page("/", "<p>x")) {
      site.page("/", "<p>x");

      crawl(config(Duration.ofMillis(150), 4), site.url("/"), other.url("/"));

      List<TestSite.Request> all = new ArrayList<>(site.allRequests());
      all.addAll(other.allRequests());
      all.sort(java.util.Comparator.comparingLong(TestSite.Request::nanos));
      assertThat(gaps(all)).hasSize(3).allMatch(gap -> gap >= 130);
    }
  }

  @Test
  void asksAnOverloadedHostAgainAfterItsRetryAfter() throws Exception {
    AtomicInteger asked = new AtomicInteger();
    site.on(
        "/",
        exchange -> {
          boolean first = asked.getAndIncrement() == 0;
          exchange.getResponseHeaders().set("Retry-After", "1");
          TestSite.send(exchange, first ? 429 : 200, "text/html", "<p>x");
        });

    CrawlReport report = crawl(config());

    assertThat(report.outcomes()).isEqualTo(Map.of("fetched", 1L));
    assertThat(gaps(site.requests())).hasSize(1).allMatch(gap -> gap >= 950);
    assertThat(archived()).hasSize(1);
  }

  @Test
  void restsAsLongAsARobotsFileAsksAlsoInTheNextCrawl() throws Exception {
    site.on(
        "/robots.txt",
        exchange -> {
          exchange.getResponseHeaders().set("Retry-After", "6");
          TestSite.send(exchange, 503, "text/plain", "later");
        });
    crawl(config());

    try (TestSite samePlace = new TestSite("a.example.org").page("/", "<p>x")) {
      assertThat(crawl(config(), samePlace.url("/")).outcomes()).containsEntry("fetched", 1L);

      List<TestSite.Request> all = new ArrayList<>(site.allRequests());
      all.addAll(samePlace.allRequests());
      assertThat(gaps(all)).hasSize(2).first().matches(gap -> gap >= 5_900);
    }
  }

  @Test
  void givesUpOnAPageThatStaysUnavailableAndTriesItInTheNextCrawl() throws Exception {
    site.on("/", exchange -> TestSite.send(exchange, 503, "text/html", "x"));

    assertThat(crawl(config()).outcomes()).isEqualTo(Map.of("http-503", 1L));
    assertThat(site.requests()).hasSize(3);

    site.page("/", "<p>x");
    assertThat(crawl(config()).outcomes()).isEqualTo(Map.of("fetched", 1L));
  }

  /**
   * Held against one host in the same run, since a busy machine makes every answer late, and in
   * beats, which stop where this process stands still. Hosts that looked for their turn two seconds
   * too late took twice as long.
   */
  @Test
  void crawlsFiveHostsOfOneAddressInAboutFiveTimesTheTimeOfOne() throws Exception {
    beatsToCrawl(1, 50, "first"); // loads the classes
    double times = Double.MAX_VALUE;
    for (int round = 0; round < 4 && times >= 6; round++) {
      double one = beatsToCrawl(1, 50, "one-" + round);
      times = Math.min(times, beatsToCrawl(5, 50, "five-" + round) / one);
    }

    assertThat(times).isLessThan(6);
  }

  private long beatsToCrawl(int hosts, int pages, String captures) throws Exception {
    List<TestSite> sites = new ArrayList<>();
    List<URI> seeds = new ArrayList<>();
    try {
      for (int s = 0; s < hosts; s++) {
        TestSite each = new TestSite("s" + s + ".example.org");
        sites.add(each);
        StringBuilder home = new StringBuilder();
        for (int i = 1; i < pages; i++) {
          home.append("<a href='/p").append(i).append("'>p</a>");
          each.page("/p" + i, "<p>" + "word ".repeat(3_000));
        }
        seeds.add(each.page("/", home.toString()).url("/"));
      }
      try (Heart heart = new Heart()) {
        CrawlReport report = crawl(config(Duration.ofMillis(10), 4), captures, seeds);
        assertThat(report.progress()).isEqualTo(new CrawlProgress(hosts * pages, 0, 0, 0));
        return heart.beats.get();
      }
    } finally {
      sites.forEach(TestSite::close);
    }
  }

  /** Beats some hundred times a second while this process has the machine. */
  private static final class Heart implements AutoCloseable {
    private final AtomicLong beats = new AtomicLong();
    private final Thread thread = Thread.ofPlatform().daemon().start(this::beat);

    private void beat() {
      try {
        while (true) {
          Thread.sleep(5);
          beats.incrementAndGet();
        }
      } catch (InterruptedException e) {
        return; // it is closed
      }
    }

    @Override
    public void close() {
      thread.interrupt();
    }
  }

  /** Returns the milliseconds between each request and the next. */
  private static List<Long> gaps(List<TestSite.Request> requests) {
    List<Long> gaps = new ArrayList<>();
    for (int i = 1; i < requests.size(); i++) {
      gaps.add((requests.get(i).nanos() - requests.get(i - 1).nanos()) / 1_000_000);
    }
    return gaps;
  }
}
