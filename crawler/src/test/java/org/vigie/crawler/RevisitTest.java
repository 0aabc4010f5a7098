package org.vigie.crawler;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.netpreserve.jwarc.WarcRecord;
import org.netpreserve.jwarc.WarcResponse;
import org.netpreserve.jwarc.WarcRevisit;
import org.vigie.advert.Advert;
import org.vigie.advert.Mandate;
import org.vigie.advert.Observation.Kind;
import org.vigie.capture.extract.AdvertExtractor;
import org.vigie.capture.warc.WarcEntry;
import org.vigie.capture.warc.WarcReader;
import org.vigie.crawler.frontier.Seed;

/** A site whose adverts appear, change and vanish, crawled again and again. */
@Timeout(120)
class RevisitTest {
  private static final Mandate MANDATE =
      new Mandate("unit", "law", "test", "case", "chief", Instant.parse("2100-01-01T00:00:00Z"));

  private static final Seed.Revisit REVISIT =
      new Seed.Revisit(Duration.ofHours(12), Duration.ofDays(1));

  @TempDir Path folder;
  private TestSite site;
  private Duration passed = Duration.ZERO;

  @BeforeEach
  void open() throws IOException {
    site = new TestSite("a.example.org").robots(404, "");
  }

  @AfterEach
  void close() {
    site.close();
  }

  @Test
  void tellsWhatBecameOfEachAdvert() throws Exception {
    site.page("/", links("still", "edited", "gone", "emptied", "moved"));
    for (String name : List.of("still", "edited", "gone", "emptied", "moved")) {
      site.page("/" + name, job(name, "Hotel staff wanted in Lyon, " + name));
    }
    crawl();
    String edited = only("/edited");

    nextDay();
    site.page("/edited", job("edited", "Hotel staff wanted in Nice, edited"));
    site.on("/gone", exchange -> TestSite.send(exchange, 410, "text/html", "gone"));
    site.page("/emptied", "<title>x</title>");
    site.redirect("/moved", "/");
    CrawlReport second = crawl();

    assertThat(second.outcomes())
        .isEqualTo(Map.of("unchanged", 2L, "fetched", 2L, "gone", 1L, "redirect", 1L));
    assertThat(second.progress().failed()).isZero();
    Map<String, List<Advert>> adverts = adverts();
    String after = adverts.get("/edited").getLast().id();
    assertThat(after).isNotEqualTo(edited);
    assertThat(observed())
        .containsExactlyInAnyOrder(
            seen(adverts.get("/still").getFirst().id(), Kind.STILL_THERE, "/still", ""),
            seen(edited, Kind.EDITED_INTO, "/edited", after),
            seen(after, Kind.EDITED_FROM, "/edited", edited),
            seen(adverts.get("/gone").getFirst().id(), Kind.GONE, "/gone", "http-410"),
            seen(adverts.get("/emptied").getFirst().id(), Kind.GONE, "/emptied", "page"),
            seen(adverts.get("/moved").getFirst().id(), Kind.REDIRECTED, "/moved", "/"));

    nextDay();
    nextDay();
    CrawlReport third = crawl();

    assertThat(third.outcomes()).isEqualTo(Map.of("unchanged", 4L, "http-410", 1L, "redirect", 1L));
    assertThat(observed().stream().filter(seen -> seen.startsWith("GONE")).count()).isEqualTo(2);
    assertThat(accepted()).isEqualTo(3);
  }

  @Test
  void asksOnlyWhetherAPageHasChangedWhereItsServerCanTell() throws Exception {
    List<String> asked = new ArrayList<>();
    site.on(
        "/",
        exchange -> {
          String known =
              exchange.getRequestHeaders().getFirst("If-None-Match")
                  + ", "
                  + exchange.getRequestHeaders().getFirst("If-Modified-Since");
          asked.add(known);
          exchange.getResponseHeaders().set("ETag", "\"v1\"");
          exchange.getResponseHeaders().set("Last-Modified", "Thu, 01 Jan 2026 00:00:00 GMT");
          if (known.startsWith("null")) {
            TestSite.send(exchange, 200, "text/html", job("a", "Hotel staff wanted"));
          } else {
            exchange.sendResponseHeaders(304, -1);
            exchange.close();
          }
        });
    crawl();
    nextDay();
    CrawlReport second = crawl();
    nextDay();
    crawl();

    assertThat(second.outcomes()).isEqualTo(Map.of("unchanged", 1L));
    assertThat(asked)
        .containsExactly(
            "null, null",
            "\"v1\", Thu, 01 Jan 2026 00:00:00 GMT",
            "\"v1\", Thu, 01 Jan 2026 00:00:00 GMT");
    List<WarcRevisit> revisits = revisits();
    assertThat(revisits)
        .extracting(revisit -> revisit.headers().first("WARC-Refers-To").orElse(""))
        .containsOnly(firstResponseId());
    assertThat(revisits)
        .hasSize(2)
        .allMatch(revisit -> revisit.profile().equals(WarcRevisit.SERVER_NOT_MODIFIED_1_1));
    assertThat(revisits.getLast().refersToDate()).contains(firstCapture().fetchedAt());
    assertThat(observed()).hasSize(2).allMatch(seen -> seen.startsWith("STILL_THERE"));
    assertThat(accepted()).isEqualTo(3);
  }

  @Test
  void keepsNoSecondCopyOfThePayloadThatWasSentAgain() throws Exception {
    site.page("/", job("a", "Hotel staff wanted"));
    crawl();
    nextDay();
    crawl();

    WarcRevisit revisit = revisits().getFirst();
    assertThat(revisit.profile()).isEqualTo(WarcRevisit.IDENTICAL_PAYLOAD_DIGEST_1_1);
    assertThat(revisit.refersToTargetURI()).contains(site.url("/"));
    assertThat(revisit.refersToDate()).contains(firstCapture().fetchedAt());
    assertThat(revisit.headers().first("WARC-Payload-Digest"))
        .contains(firstCapture().payloadDigest());
    assertThat(accepted()).isEqualTo(2);
  }

  @Test
  void takesNoFailureOfAServerForAnAdvertThatIsGone() throws Exception {
    site.page("/", job("a", "Hotel staff wanted"));
    crawl();
    for (TestSite.Handler failure : failures()) {
      nextDay();
      site.on("/", failure);
      crawl();
    }
    assertThat(observed()).isEmpty();

    nextDay();
    site.page("/", job("a", "Hotel staff wanted"));
    CrawlReport back = crawl();

    assertThat(back.outcomes()).isEqualTo(Map.of("unchanged", 1L));
    assertThat(observed()).hasSize(1).allMatch(seen -> seen.startsWith("STILL_THERE"));
  }

  @Test
  void readsAnAdvertAgainThatHasComeBack() throws Exception {
    site.page("/", job("a", "Hotel staff wanted"));
    crawl();
    nextDay();
    site.on("/", exchange -> TestSite.send(exchange, 404, "text/html", "gone"));
    assertThat(crawl().outcomes()).isEqualTo(Map.of("gone", 1L));
    nextDay();
    nextDay();
    site.page("/", job("a", "Hotel staff wanted"));
    assertThat(crawl().outcomes()).isEqualTo(Map.of("fetched", 1L));

    assertThat(adverts().get("/")).hasSize(2);
    assertThat(observed()).hasSize(1).allMatch(seen -> seen.startsWith("GONE"));
  }

  @Test
  void stopsLookingForAPageThatStaysAway() throws Exception {
    site.page("/", job("a", "Hotel staff wanted"));
    crawl();
    site.on("/", exchange -> TestSite.send(exchange, 404, "text/html", "gone"));
    for (int day = 0; day < 20; day++) {
      nextDay();
      crawl();
    }

    assertThat(site.requests()).hasSizeBetween(4, 5);
  }

  @Test
  void looksAgainWithinOneRunThatKeepsGoing() throws Exception {
    site.page("/", job("a", "Hotel staff wanted"));
    Seed.Revisit soon = new Seed.Revisit(Duration.ofMillis(200), Duration.ofMillis(200));
    Thread crawl =
        Thread.ofPlatform()
            .start(() -> {
              try {
                run(new CrawlPlan(List.of(seed(soon)), true));
              } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
            });
    while (site.requests().size() < 3 && crawl.isAlive()) {
      Thread.sleep(20);
    }
    crawl.interrupt();
    crawl.join();

    assertThat(site.requests()).hasSizeGreaterThanOrEqualTo(3);
    assertThat(revisits()).hasSizeGreaterThanOrEqualTo(1);
  }

  private static List<TestSite.Handler> failures() {
    return List.of(
        exchange -> TestSite.send(exchange, 503, "text/html", "later"),
        exchange -> TestSite.send(exchange, 500, "text/html", "broken"),
        HttpExchange::close,
        exchange -> TestSite.send(exchange, 403, "text/html", "no"));
  }

  private static String links(String... names) {
    return String.join(
        "", Stream.of(names).map(n -> "<a href='/" + n + "'>" + n + "</a>").toList());
  }

  /** A page that declares one job; all in it is invented. */
  private static String job(String title, String text) {
    return """
    <!doctype html><title>%s</title><script type="application/ld+json">
    {"@context": "https://schema.org", "@type": "JobPosting", "title": "%s", "description": "%s"}
    </script>\
    """
        .formatted(title, title, text);
  }

  private void nextDay() {
    passed = passed.plusDays(1).plusMinutes(1);
  }

  private Seed seed(Seed.Revisit revisit) {
    return new Seed(site.url("/").toString(), Seed.Reach.HOST, MANDATE, 1_000, "", revisit);
  }

  private CrawlReport crawl() throws IOException, InterruptedException {
    return run(new CrawlPlan(List.of(seed(REVISIT)), false));
  }

  private CrawlReport run(CrawlPlan plan) throws IOException, InterruptedException {
    CrawlConfig config =
        new CrawlConfig(
            "Vigie/0.1 (test)",
            Duration.ofMillis(5),
            Duration.ofSeconds(20), // more than a busy machine keeps an answer waiting
            1_000,
            16,
            1 << 20,
            2,
            new CrawlConfig.LocalWeb(true, Map.of("a.example.org", "127.0.0.1")));
    Clock clock = Clock.offset(Clock.systemUTC(), passed);
    return new Crawl(config, MANDATE, captures(), clock).run(plan, progress -> {});
  }

  private Path captures() {
    return folder.resolve("captures");
  }

  private String seen(String advert, Kind kind, String target, String detail) {
    return String.join(" ", kind.name(), advert, site.url(target).toString(), detail);
  }

  private List<String> observed() throws IOException {
    return entries().stream()
        .filter(WarcEntry.Observed.class::isInstance)
        .flatMap(entry -> ((WarcEntry.Observed) entry).observations().stream())
        .map(seen ->
            String.join(" ", seen.kind().name(), seen.advertId(), seen.url(), seen.detail()))
        .toList();
  }

  private org.vigie.advert.Capture firstCapture() throws IOException {
    return ((WarcEntry.Captured) entries().getFirst()).capture();
  }

  private String only(String target) throws IOException {
    return Objects.requireNonNull(adverts().get(target)).getFirst().id();
  }

  /** Returns path → adverts read from its captures, in order. */
  private Map<String, List<Advert>> adverts() throws IOException {
    Map<String, List<Advert>> adverts = new java.util.TreeMap<>();
    AdvertExtractor extractor = new AdvertExtractor();
    for (WarcEntry entry : entries()) {
      if (entry instanceof WarcEntry.Captured captured) {
        String path = java.net.URI.create(captured.capture().url()).getPath();
        adverts
            .computeIfAbsent(path, none -> new ArrayList<>())
            .addAll(extractor.extract(captured.capture(), captured.payload()).adverts());
      }
    }
    return adverts;
  }

  private List<WarcEntry> entries() throws IOException {
    List<WarcEntry> entries = new ArrayList<>();
    for (Path warc : warcs()) {
      try (WarcReader reader = WarcReader.open(warc)) {
        WarcEntry entry;
        while ((entry = reader.next()) != null) {
          entries.add(entry);
        }
      }
    }
    assertThat(entries).noneMatch(WarcEntry.Unreadable.class::isInstance);
    return entries;
  }

  private List<WarcRevisit> revisits() throws IOException {
    List<WarcRevisit> revisits = new ArrayList<>();
    for (Path warc : warcs()) {
      try (var reader = new org.netpreserve.jwarc.WarcReader(warc)) {
        for (WarcRecord record : reader) {
          if (record instanceof WarcRevisit revisit) {
            assertThat(new String(revisit.body().stream().readAllBytes(), UTF_8))
                .startsWith("HTTP/1.1 ")
                .endsWith("\r\n\r\n")
                .doesNotContain("JobPosting");
            revisits.add(revisit);
          }
        }
      }
    }
    return revisits;
  }

  private String firstResponseId() throws IOException {
    try (var reader = new org.netpreserve.jwarc.WarcReader(warcs().getFirst())) {
      for (WarcRecord record : reader) {
        if (record instanceof WarcResponse) {
          return record.headers().first("WARC-Record-ID").orElseThrow();
        }
      }
    }
    throw new AssertionError("the first crawl must have archived a response");
  }

  /** Returns how many files jwarc's validator accepts: all, or the test fails. */
  private int accepted() throws Exception {
    for (Path warc : warcs()) {
      assertThat(JwarcValidator.accepts(warc)).as(warc.toString()).isTrue();
    }
    return warcs().size();
  }

  private List<Path> warcs() throws IOException {
    try (var files = Files.list(captures())) {
      return files.sorted().toList();
    }
  }
}
