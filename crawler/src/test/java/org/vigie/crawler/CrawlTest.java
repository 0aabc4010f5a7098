package org.vigie.crawler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigie.advert.ExpiredMandateException;
import org.vigie.advert.Mandate;
import org.vigie.capture.warc.WarcEntry;
import org.vigie.capture.warc.WarcReader;
import org.vigie.crawler.frontier.Seed;

@Timeout(180)
class CrawlTest {
  private static final Instant EXPIRY = Instant.parse("2100-01-01T00:00:00Z");
  private static final Mandate MANDATE =
      new Mandate("Unit 7", "Art. 8", "detection", "C-1", "A. Judge", EXPIRY);

  /** More than a busy machine keeps an answer waiting that comes at once. */
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  @TempDir Path folder;
  private TestSite site;

  @BeforeEach
  void open() throws IOException {
    site = new TestSite("a.example.org").robots(200, "User-agent: *\nDisallow: /private\n");
  }

  @AfterEach
  void close() {
    site.close();
  }

  @Test
  void archivesEachPageOnceAndStaysInScope() throws Exception {
    site.page("/", "<a href='/1'>1</a><a href='/2'>2</a><a href='http://b.example.org/'>b</a>")
        .page("/1", "<a href='/'>home</a><a href='/2#x'>2</a><a href='/private/3'>3</a>")
        .page("/2", "<a href='/1'>1</a><a href='/missing'>4</a>");

    CrawlReport report = crawl(config());

    assertThat(site.targets()).containsExactlyInAnyOrder("/", "/1", "/2", "/missing");
    assertThat(report.outcomes())
        .isEqualTo(Map.of("fetched", 3L, "http-404", 1L, "robots-disallowed", 1L));
    assertThat(report.progress()).isEqualTo(new CrawlProgress(3, 0, 1, 1));
    assertThat(archived()).hasSize(4);
    assertThat(site.requests()).allMatch(r -> r.userAgent().startsWith("Vigie/0.1"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"500", "503", "429", "timeout", "reset", "loop", "private", "html", "no-location"})
  void fetchesNothingFromAHostWhoseRobotsRulesAreUnknown(String failure) throws Exception {
    site.page("/", "<p>x");
    site.on(
        "/robots.txt",
        exchange -> {
          switch (failure) {
            case "timeout" -> {
              exchange.sendResponseHeaders(200, 0);
              OutputStream out = exchange.getResponseBody();
              for (int i = 0; i < 100; i++) {
                out.write('#');
                out.flush();
                pause(100);
              }
            }
            case "reset" -> exchange.close();
            case "loop" -> redirect(exchange, "/robots.txt");
            case "private" -> redirect(exchange, "http://10.0.0.1/robots.txt");
            case "no-location" -> TestSite.send(exchange, 301, "text/plain", "x");
            case "html" -> TestSite.send(exchange, 200, "text/html", "<!doctype html><p>x");
            default ->
                TestSite.send(exchange, Integer.parseInt(failure), "text/plain", "Disallow:");
          }
        });

    CrawlReport report = crawl(impatient());

    assertThat(site.requests()).isEmpty();
    assertThat(report.outcomes()).isEqualTo(Map.of("robots-unreachable", 1L));
    assertThat(report.progress().disallowed()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(ints = {5, 6})
  void followsFiveRedirectsToRobotsRulesAndNoMore(int redirects) throws Exception {
    String from = "/robots.txt";
    for (int i = 1; i <= redirects; i++) {
      site.redirect(from, "/r" + i);
      from = "/r" + i;
    }
    site.on(
            from,
            exchange -> TestSite.send(exchange, 200, "text/plain", "User-agent: *\nDisallow: /b\n"))
        .page("/", "<a href=/b>x</a>")
        .page("/b", "<p>x");

    CrawlReport report = crawl(config());

    assertThat(report.outcomes())
        .isEqualTo(
            redirects > 5
                ? Map.of("robots-unreachable", 1L)
                : Map.of("fetched", 1L, "robots-disallowed", 1L));
    assertThat(site.targets()).doesNotContain("/r6", "/b");
  }

  @Test
  void takesAMissingRobotsFileForPermission() throws Exception {
    site.robots(404, "").page("/", "<p>x");

    assertThat(crawl(config()).outcomes()).isEqualTo(Map.of("fetched", 1L));
  }

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
  void spendsTheBudgetOfASeedAndLeavesTheRestToTheNextRun() throws Exception {
    StringBuilder home = new StringBuilder();
    for (int i = 0; i < 6; i++) {
      home.append("<a href='/p").append(i).append("'>p</a>");
      site.page("/p" + i, "<p>x");
    }
    site.page("/", home.toString());
    Seed seed = new Seed(site.url("/").toString(), Seed.Reach.HOST, MANDATE, 4, "", null, false);
    Crawl crawl = new Crawl(config(), MANDATE, folder.resolve("captures"), Clock.systemUTC());

    CrawlReport first = crawl.run(new CrawlPlan(List.of(seed), false), progress -> {});
    CrawlReport second = crawl.run(new CrawlPlan(List.of(seed), false), progress -> {});

    assertThat(first.outcomes()).isEqualTo(Map.of("fetched", 4L, "budget-spent", 3L));
    assertThat(first.progress()).isEqualTo(new CrawlProgress(4, 0, 0, 3));
    assertThat(second.outcomes()).isEqualTo(Map.of("fetched", 3L));
    assertThat(site.targets())
        .containsExactlyInAnyOrder("/", "/p0", "/p1", "/p2", "/p3", "/p4", "/p5");
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
  void givesUpOnAPageThatStaysUnavailableAndTriesItInTheNextCrawl() throws Exception {
    site.on("/", exchange -> TestSite.send(exchange, 503, "text/html", "x"));

    assertThat(crawl(config()).outcomes()).isEqualTo(Map.of("http-503", 1L));
    assertThat(site.requests()).hasSize(3);

    site.page("/", "<p>x");
    assertThat(crawl(config()).outcomes()).isEqualTo(Map.of("fetched", 1L));
  }

  @Test
  void followsRedirectsAsPagesOfTheirOwnWithinScopeAndRobots() throws Exception {
    site.page("/", "<a href='/to-b'>b</a><a href='/to-private'>p</a><a href='/to-ok'>o</a>")
        .redirect("/to-b", "http://10.0.0.1/secret")
        .redirect("/to-private", "/private/x")
        .redirect("/to-ok", "ok")
        .page("/ok", "<p>x");

    CrawlReport report = crawl(config());

    assertThat(site.targets())
        .containsExactlyInAnyOrder("/", "/to-b", "/to-private", "/to-ok", "/ok");
    assertThat(report.outcomes())
        .isEqualTo(
            Map.of(
                "fetched", 2L,
                "redirect", 2L,
                "redirect-out-of-scope", 1L,
                "robots-disallowed", 1L));
  }

  @Test
  void followsFiveRedirectsInARowAndNoMore() throws Exception {
    for (int i = 0; i < 9; i++) {
      site.redirect("/r" + i, "/r" + (i + 1));
    }

    CrawlReport report = crawl(config(), site.url("/r0"));

    assertThat(site.targets()).containsExactly("/r0", "/r1", "/r2", "/r3", "/r4", "/r5");
    assertThat(report.outcomes()).containsEntry("too-many-redirects", 1L);
  }

  @Test
  void refusesHostsAtAddressesThatAreNotPublic() throws Exception {
    CrawlConfig closed =
        new CrawlConfig(
            "Vigie/0.1 (test)",
            Duration.ofMillis(5),
            PATIENCE,
            10,
            3,
            1 << 20,
            2,
            new CrawlConfig.LocalWeb(false, Map.of("a.example.org", "127.0.0.1")));
    site.page("/", "<p>x");

    CrawlReport report = crawl(closed);

    assertThat(site.allRequests()).isEmpty();
    assertThat(report.progress().disallowed()).isEqualTo(1);
  }

  @Test
  void cutsABodyThatIsTooLongAndMarksIt() throws Exception {
    byte[] big = new byte[3 << 20];
    java.util.Arrays.fill(big, (byte) 'x');
    site.on("/", exchange -> TestSite.send(exchange, 200, "text/html", big));

    crawl(config());

    WarcEntry.Captured page = (WarcEntry.Captured) archived().getFirst();
    assertThat(page.payload()).hasSize(1 << 20);
    assertThat(page.capture().headers()).containsEntry("x-vigie-truncated", "length");
  }

  @Test
  void survivesACompressionBomb() throws Exception {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write("<a href='/1'>1</a>".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
      byte[] zeros = new byte[1 << 20];
      java.util.Arrays.fill(zeros, (byte) ' ');
      for (int i = 0; i < 200; i++) {
        gzip.write(zeros);
      }
    }
    site.page("/1", "<p>x");
    site.on(
        "/",
        exchange -> {
          exchange.getResponseHeaders().set("Content-Encoding", "gzip");
          TestSite.send(exchange, 200, "text/html", packed.toByteArray());
        });

    crawl(config());

    assertThat(site.targets()).containsExactly("/", "/1");
  }

  @Test
  void endsARequestThatDripsAtItsDeadline() throws Exception {
    site.on(
        "/",
        exchange -> {
          exchange.sendResponseHeaders(200, 0);
          for (int i = 0; i < 200; i++) {
            exchange.getResponseBody().write('x');
            exchange.getResponseBody().flush();
            pause(50);
          }
        });

    CrawlReport report = crawl(impatient());

    assertThat(report.outcomes()).isEqualTo(Map.of("timeout", 1L));
  }

  @Test
  void takesNoBodyOfWhatIsNoPage() throws Exception {
    site.on("/", exchange -> TestSite.send(exchange, 200, "image/png", new byte[100_000]));

    CrawlReport report = crawl(config());

    assertThat(report.outcomes()).isEqualTo(Map.of("not-a-page", 1L));
    assertThat(report.warcs()).isEmpty();
  }

  @Test
  void refusesToStartUnderAnExpiredMandate() {
    Clock late = Clock.fixed(EXPIRY, ZoneOffset.UTC);

    assertThatThrownBy(() ->
            new Crawl(config(), MANDATE, folder.resolve("captures"), late)
                .run(List.of(site.url("/")), progress -> {}))
        .isInstanceOf(ExpiredMandateException.class);
    assertThat(site.allRequests()).isEmpty();
  }

  @Test
  void stopsWhenItsMandateExpiresAndKeepsTheRestForTheNext() throws Exception {
    AtomicInteger pages = new AtomicInteger();
    site.on(
        "/",
        exchange -> {
          pages.incrementAndGet();
          TestSite.send(exchange, 200, "text/html", "<a href='/1'>1</a><a href='/2'>2</a>");
        });
    Clock clock =
        new Clock() {
          @Override
          public java.time.ZoneId getZone() {
            return ZoneOffset.UTC;
          }

          @Override
          public Clock withZone(java.time.ZoneId zone) {
            return this;
          }

          @Override
          public Instant instant() {
            return pages.get() == 0 ? Instant.parse("2026-01-01T00:00:00Z") : EXPIRY;
          }
        };

    CrawlReport report =
        new Crawl(config(), MANDATE, folder.resolve("captures"), clock)
            .run(List.of(site.url("/")), progress -> {});

    assertThat(site.targets()).containsExactly("/");
    assertThat(report.outcomes()).containsKey("mandate-expired");
    site.page("/1", "x<p>").page("/2", "x<p>");
    crawl(config());
    assertThat(site.targets()).containsExactlyInAnyOrder("/", "/1", "/2");
  }

  @Test
  void stopsAtThePageLimitAndGoesOnInTheNextCrawl() throws Exception {
    site.page("/", "<a href='/1'>1</a><a href='/2'>2</a><a href='/3'>3</a>");
    for (int i = 1; i <= 3; i++) {
      site.page("/" + i, "<p>x");
    }
    CrawlConfig two =
        new CrawlConfig(
            "Vigie/0.1 (test)",
            Duration.ofMillis(5),
            PATIENCE,
            2,
            3,
            1 << 20,
            4,
            new CrawlConfig.LocalWeb(true, hosts()));

    assertThat(crawl(two).progress()).isEqualTo(new CrawlProgress(2, 2, 0, 0));
    assertThat(crawl(two).progress()).isEqualTo(new CrawlProgress(2, 0, 0, 0));
    assertThat(site.targets()).containsExactlyInAnyOrder("/", "/1", "/2", "/3");
  }

  @Test
  void followsLinksAsManyHopsAsItIsTold() throws Exception {
    for (int i = 0; i < 6; i++) {
      site.page("/" + (i == 0 ? "" : i), "<a href=/%d>on</a>".formatted(i + 1));
    }
    CrawlConfig three =
        new CrawlConfig(
            "Vigie/0.1 (test)",
            Duration.ofMillis(5),
            PATIENCE,
            1_000,
            3,
            1 << 20,
            4,
            new CrawlConfig.LocalWeb(true, hosts()));

    assertThat(crawl(three).outcomes()).isEqualTo(Map.of("fetched", 4L));
    assertThat(site.targets()).containsExactly("/", "/1", "/2", "/3");
  }

  @Test
  void readsTheSitemapsThatRobotsRulesNameWithinScope() throws Exception {
    site.robots(
        200,
        "User-agent: *\nDisallow: /private\nSitemap: "
            + site.url("/map.xml")
            + "\nSitemap: http://10.0.0.1/map.xml\n");
    site.page("/", "<p>nothing leads on")
        .page("/a", "<p>a")
        .page("/b", "<p>b")
        .on(
            "/map.xml",
            exchange ->
                TestSite.send(
                    exchange,
                    200,
                    "application/xml",
                    "<urlset xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'><url><loc>"
                        + site.url("/a")
                        + "</loc></url><url><loc>"
                        + site.url("/b")
                        + "</loc></url><url><loc>"
                        + site.url("/private/c")
                        + "</loc></url></urlset>"));

    CrawlReport report = crawl(config());

    assertThat(site.targets()).containsExactlyInAnyOrder("/", "/map.xml", "/a", "/b");
    assertThat(report.outcomes()).isEqualTo(Map.of("fetched", 4L, "robots-disallowed", 1L));
  }

  @Test
  void leavesACalendarWithoutEndAndGoesOnElsewhere() throws Exception {
    site.page("/", "<a href='/day/1'>calendar</a><a href='/advert'>advert</a>");
    site.page("/advert", "<p>x");
    for (int day = 1; day <= 1_000; day++) {
      site.page(
          "/day/" + day,
          "<h1>Events of day %d</h1><p>Nothing is planned on this day. <a href='/day/%d'>next</a>"
              .formatted(day, day + 1));
    }
    CrawlConfig deep =
        new CrawlConfig(
            "Vigie/0.1 (test)",
            Duration.ofMillis(1),
            PATIENCE,
            10_000,
            10_000,
            1 << 20,
            4,
            new CrawlConfig.LocalWeb(true, hosts()));

    CrawlReport report = crawl(deep);

    assertThat(report.outcomes()).containsEntry("trap", 1L);
    assertThat(site.requests()).hasSizeBetween(20, 150);
    assertThat(site.targets()).contains("/advert");
  }

  @Test
  void knowsAPageUnderOneAddressWhateverItsSession() throws Exception {
    site.page("/", "<a href='/1?id=7&PHPSESSID=0123456789abcdef0123456789abcdef'>x</a>")
        .page("/1?id=7", "<a href='/1;jsessionid=00112233445566778899AABBCCDDEEFF?id=7'>x</a>");

    crawl(config());

    assertThat(site.targets()).containsExactly("/", "/1?id=7");
  }

  @Test
  void refusesASecondCrawlOnTheSameFolder() throws Exception {
    site.on(
        "/",
        exchange -> {
          assertThatThrownBy(() -> crawl(config())).hasMessageContaining("no other crawl");
          TestSite.send(exchange, 200, "text/html", "<p>x");
        });

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

  private CrawlReport crawl(CrawlConfig config, URI... seeds)
      throws IOException, InterruptedException {
    List<URI> from = seeds.length == 0 ? List.of(site.url("/")) : List.of(seeds);
    return crawl(config, "captures", from);
  }

  private CrawlReport crawl(CrawlConfig config, String captures, List<URI> seeds)
      throws IOException, InterruptedException {
    return new Crawl(config, MANDATE, folder.resolve(captures), Clock.systemUTC())
        .run(seeds, progress -> {});
  }

  private CrawlConfig config() {
    return config(Duration.ofMillis(5), 4);
  }

  private static CrawlConfig config(Duration delay, int threads) {
    return config(delay, PATIENCE, threads);
  }

  /** Gives up an answer that goes on and on before those of the tests do. */
  private static CrawlConfig impatient() {
    return config(Duration.ofMillis(5), Duration.ofSeconds(4), 4);
  }

  private static CrawlConfig config(Duration delay, Duration patience, int threads) {
    return new CrawlConfig(
        "Vigie/0.1 (test)",
        delay,
        patience,
        1_000,
        16,
        1 << 20,
        threads,
        new CrawlConfig.LocalWeb(true, hosts()));
  }

  private static Map<String, String> hosts() {
    Map<String, String> hosts = new java.util.HashMap<>();
    for (String host : List.of("a", "b", "s0", "s1", "s2", "s3", "s4")) {
      hosts.put(host + ".example.org", "127.0.0.1");
    }
    return hosts;
  }

  private List<WarcEntry> archived() throws IOException {
    List<WarcEntry> entries = new ArrayList<>();
    try (var files = Files.list(folder.resolve("captures"))) {
      for (Path warc : files.sorted().toList()) {
        try (WarcReader reader = WarcReader.open(warc)) {
          WarcEntry entry;
          while ((entry = reader.next()) != null) {
            entries.add(entry);
          }
        }
      }
    }
    return entries;
  }

  /** Returns the milliseconds between each request and the next. */
  private static List<Long> gaps(List<TestSite.Request> requests) {
    List<Long> gaps = new ArrayList<>();
    for (int i = 1; i < requests.size(); i++) {
      gaps.add((requests.get(i).nanos() - requests.get(i - 1).nanos()) / 1_000_000);
    }
    return gaps;
  }

  private static void redirect(com.sun.net.httpserver.HttpExchange exchange, String location)
      throws IOException {
    exchange.getResponseHeaders().set("Location", location);
    TestSite.send(exchange, 302, "text/plain", "x");
  }

  private static void pause(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
