package org.vigie.crawler;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.netpreserve.jwarc.WarcReader;
import org.netpreserve.jwarc.WarcRecord;
import org.netpreserve.jwarc.WarcResource;
import org.netpreserve.jwarc.WarcResponse;
import org.netpreserve.jwarc.WarcTargetRecord;
import org.vigie.advert.Observation;
import org.vigie.capture.TestMandate;
import org.vigie.capture.extract.AdvertExtractor;
import org.vigie.capture.extract.output.AdvertSink;
import org.vigie.capture.extract.output.FoundAdvert;
import org.vigie.capture.extract.site.SiteTemplates;
import org.vigie.capture.warc.WarcEntry;
import org.vigie.crawler.frontier.Seed;
import org.vigie.crawler.metrics.CrawlMetrics;
import org.vigie.crawler.metrics.MetricsServer;
import org.vigie.crawler.render.TestBrowser;

/** A site that shows its adverts only once a script has run. */
@Timeout(180)
class RenderedCrawlTest {
  private static final String SHELL =
      "<html><body><div id=app></div><script src=/app.js></script></body></html>";

  private static final String APP =
      """
      const app = document.getElementById('app');
      fetch('/closed/more.json').catch(() => {});
      fetch('http://other.example.org:1/x').catch(() => {});
      fetch('/offers.json').then(answer => answer.json()).then(offers => {
        const offer = offers[Number(location.pathname.slice(1)) - 1];
        app.innerHTML = offer
            ? `<h1>${offer.title}</h1><p>${offer.text}</p>`
            : offers.map((each, n) => `<p><a href="/${n + 1}">${each.title}</a></p>`).join('');
      });
      """;

  private static final String OFFERS =
      """
      [{"title": "Packers wanted", "text": "We look for packers in a warehouse near the harbour,
      long hours, bed in a shared room, call +44 7700 900123 today and ask for the manager."},
      {"title": "Cleaners wanted", "text": "Hotel seeks cleaners who start at once, the ticket is
      paid and taken from your wages, write to jobs@example.org with a picture of your passport."}]
      """
          .replace("\n", " ");

  @TempDir Path folder;
  private final List<FoundAdvert> adverts = new ArrayList<>();
  private final CrawlMetrics metrics = new CrawlMetrics();
  private TestSite site;

  @BeforeEach
  void open() throws IOException {
    TestBrowser.installed();
    site = new TestSite("a.example.org").robots(200, "User-agent: *\nDisallow: /closed/");
    site.page("/", SHELL);
    site.page("/1", SHELL);
    site.page("/2", SHELL);
    site.on("/app.js", exchange -> TestSite.send(exchange, 200, "text/javascript", APP));
    site.on("/offers.json", exchange -> TestSite.send(exchange, 200, "application/json", OFFERS));
    site.on("/closed/more.json", exchange -> TestSite.send(exchange, 200, "application/json", "1"));
  }

  @AfterEach
  void close() {
    site.close();
  }

  @Test
  void findsTheAdvertsThatScriptsShowAndTheLinksBesideThem() throws Exception {
    CrawlReport report = crawl(seed(true), CrawlPlan.RENDER_SHARE);

    assertThat(report.rendering()).isEqualTo(Map.of("rendered", 3L));
    assertThat(figures()).contains("vigie_crawl_rendering_total{outcome=\"rendered\"} 3.0");
    assertThat(adverts)
        .extracting(found -> found.advert().body())
        .anySatisfy(text -> assertThat(text).contains("+44 7700 900123"))
        .anySatisfy(text -> assertThat(text).contains("jobs@example.org"));
    assertThat(site.targets())
        .startsWith("/", "/app.js", "/offers.json")
        .containsExactlyInAnyOrder(
            "/", "/app.js", "/offers.json", "/1", "/offers.json", "/2", "/offers.json");
    assertThat(site.requests())
        .allSatisfy(request -> assertThat(request.userAgent()).startsWith("Vigie/0.1"));
  }

  @Test
  void archivesEachRequestAndThePageAsItWasShown() throws Exception {
    crawl(seed(true), CrawlPlan.RENDER_SHARE);

    assertThat(records())
        .startsWith(
            "response " + site.url("/"),
            "response " + site.url("/app.js"),
            "response " + site.url("/offers.json"),
            "resource " + site.url("/"))
        .contains("resource " + site.url("/1"), "resource " + site.url("/2"));
    assertThat(records().stream().filter(record -> record.startsWith("response ")))
        .hasSameSizeAs(site.requests());
    assertThat(files()).allSatisfy(file -> assertThat(JwarcValidator.accepts(file)).isTrue());
    List<String> fromArchive = new ArrayList<>();
    List<String> parts = new ArrayList<>();
    for (Path file : files()) {
      try (var reader = org.vigie.capture.warc.WarcReader.open(file)) {
        for (WarcEntry entry = reader.next(); entry != null; entry = reader.next()) {
          if (entry instanceof WarcEntry.Part part) {
            parts.add(URI.create(part.capture().url()).getPath());
          }
          if (entry instanceof WarcEntry.Captured captured
              && captured.capture().headers().getOrDefault("content-type", "").contains("html")) {
            new AdvertExtractor()
                .extract(captured.capture(), captured.payload())
                .adverts()
                .forEach(advert -> fromArchive.add(advert.id()));
          }
        }
      }
    }
    assertThat(adverts).extracting(found -> found.advert().id()).isEqualTo(fromArchive);
    assertThat(fromArchive).hasSize(2);
    assertThat(parts).containsOnly("/app.js", "/offers.json").hasSize(4);
  }

  @Test
  void rendersNothingUnlessTheSeedAsksForIt() throws Exception {
    CrawlReport report = crawl(seed(false), CrawlPlan.RENDER_SHARE);

    assertThat(report.rendering()).isEmpty();
    assertThat(report.unread()).isEqualTo(Map.of("needs-script", 1L));
    assertThat(site.targets()).containsExactly("/");
  }

  @Test
  void rendersNothingWhereNoneOfTheCrawlMayBe() throws Exception {
    CrawlReport report = crawl(seed(true), 0);

    assertThat(report.rendering()).isEqualTo(Map.of("share-spent", 1L));
    assertThat(site.targets()).containsExactly("/");
    assertThat(figures())
        .contains(
            "vigie_crawl_unread_pages_total{reason=\"needs-script\"} 1.0",
            "vigie_crawl_unread_pages_total{reason=\"log-in\"} 0.0",
            "vigie_crawl_rendering_total{outcome=\"share-spent\"} 1.0",
            "vigie_crawl_rendering_total{outcome=\"rendered\"} 0.0");
  }

  private List<String> figures() throws IOException {
    try (MetricsServer server = MetricsServer.start(metrics, "127.0.0.1", 0);
        var in =
            URI.create("http://127.0.0.1:" + server.port() + "/metrics").toURL().openStream()) {
      return new String(in.readAllBytes(), UTF_8).lines().toList();
    }
  }

  @Test
  void seesWhatChangedBehindTheSameFrameAndClaimsNothingOfOneThatStaysEmpty() throws Exception {
    Seed.Revisit soon = new Seed.Revisit(Duration.ofHours(1), Duration.ofHours(1));
    Seed watched =
        new Seed(
            site.url("/1").toString(),
            Seed.Reach.HOST,
            TestMandate.VALID,
            Seed.UNLIMITED,
            "",
            soon,
            false,
            true);
    crawl(watched, CrawlPlan.RENDER_SHARE, 0);
    crawl(watched, 0, 1);
    assertThat(observations()).isEmpty();

    site.on(
        "/offers.json",
        exchange ->
            TestSite.send(exchange, 200, "application/json", OFFERS.replace("bed", "room")));
    crawl(watched, CrawlPlan.RENDER_SHARE, 2);

    assertThat(observations()).isNotEmpty();
  }

  private List<Observation> observations() throws IOException {
    List<Observation> observations = new ArrayList<>();
    for (Path file : files()) {
      try (var reader = org.vigie.capture.warc.WarcReader.open(file)) {
        for (WarcEntry entry = reader.next(); entry != null; entry = reader.next()) {
          if (entry instanceof WarcEntry.Observed observed) {
            observations.addAll(observed.observations());
          }
        }
      }
    }
    return observations;
  }

  private Seed seed(boolean render) {
    return new Seed(
        site.url("/").toString(),
        Seed.Reach.HOST,
        TestMandate.VALID,
        Seed.UNLIMITED,
        "",
        null,
        false,
        render);
  }

  private CrawlReport crawl(Seed seed, double share) throws Exception {
    return crawl(seed, share, 0);
  }

  /**
   * @param days how far the clock is ahead
   */
  private CrawlReport crawl(Seed seed, double share, int days) throws Exception {
    Clock clock = Clock.offset(Clock.systemUTC(), Duration.ofDays(days));
    CrawlConfig config =
        new CrawlConfig(
            "Vigie/0.1 (test)",
            Duration.ofMillis(10),
            Duration.ofSeconds(10),
            50,
            4,
            1 << 20,
            2,
            new CrawlConfig.LocalWeb(
                true, Map.of("a.example.org", "127.0.0.1", "other.example.org", "127.0.0.1")));
    CrawlOutlets outlets =
        new CrawlOutlets(
            new AdvertSink() {
              @Override
              public void write(List<FoundAdvert> found) {
                adverts.addAll(found);
              }

              @Override
              public void close() {}
            },
            metrics,
            status -> {});
    return new Crawl(config, TestMandate.VALID, folder.resolve("captures"), clock, outlets)
        .run(
            new CrawlPlan(List.of(seed), false, true, SiteTemplates.none(), share), progress -> {});
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(folder.resolve("captures"))) {
      return files.sorted().toList();
    }
  }

  private List<String> records() throws IOException {
    List<String> records = new ArrayList<>();
    for (Path file : files()) {
      try (WarcReader reader = new WarcReader(file)) {
        for (WarcRecord record : reader) {
          if (record instanceof WarcResponse || record instanceof WarcResource) {
            records.add(record.type() + " " + ((WarcTargetRecord) record).target());
          }
        }
      }
    }
    return records;
  }
}
