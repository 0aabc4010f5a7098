package org.vigie.crawler;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.capture.TestMandate;
import org.vigie.capture.extract.output.AdvertFile;
import org.vigie.capture.extract.output.AdvertSink;
import org.vigie.crawler.frontier.HostStatus;
import org.vigie.crawler.metrics.CrawlMetrics;
import org.vigie.crawler.metrics.MetricsServer;
import org.vigie.crawler.status.CrawlStatus;
import org.vigie.crawler.status.CrawlStatus.Life;
import org.vigie.crawler.status.CrawlStatus.Phase;
import org.vigie.crawler.status.CrawlStatusFile;
import org.vigie.crawler.status.PauseFile;

@Timeout(180)
class CrawlOutletsTest {
  private static final int ADVERTS = 12;
  private static final Pattern ADVERT_ID = Pattern.compile("\"advert\":\"(a-[0-9a-f]{20})\"");

  @TempDir Path folder;
  private TestSite site;

  @BeforeEach
  void open() throws IOException {
    site = new TestSite("a.example.org").robots(200, "User-agent: *\nDisallow: /private\n");
    StringBuilder home = new StringBuilder("<a href='/private/x'>x</a>");
    for (int i = 0; i < ADVERTS; i++) {
      home.append("<a href='/%d'>%d</a>".formatted(i, i));
      site.page("/" + i, advert(i));
    }
    site.page("/", home.toString());
  }

  @AfterEach
  void close() {
    site.close();
  }

  /** Crawls in a process of its own: folder, then the seed. */
  public static void main(String[] args) throws Exception {
    Path folder = Path.of(args[0]);
    try (AdvertSink sink = AdvertFile.open(folder.resolve("adverts.jsonl"))) {
      crawl(folder, URI.create(args[1]), Duration.ofMillis(50), outlets(sink, new CrawlMetrics()));
    }
  }

  @Test
  void tellsOtherProcessesWhereItStandsAndHowItEnded() throws Exception {
    CompletableFuture<CrawlReport> crawl = start(Duration.ofMillis(300));

    CrawlStatus running = await(status -> status.progress().fetched() > 0);
    assertThat(running.phase()).isEqualTo(Phase.RUNNING);
    assertThat(running.pid()).isEqualTo(ProcessHandle.current().pid());
    assertThat(running.life(running.updated().plusSeconds(1))).isEqualTo(Life.ALIVE);
    assertThat(running.life(running.updated().plusSeconds(60))).isEqualTo(Life.SILENT);
    assertThat(running.hosts()).extracting(HostStatus::host).containsExactly("a.example.org");
    crawl.get();

    CrawlStatus ended = status();
    assertThat(ended.phase()).isEqualTo(Phase.FINISHED);
    assertThat(ended.life(Instant.now())).isEqualTo(Life.OVER);
    assertThat(ended.progress()).isEqualTo(new CrawlProgress(ADVERTS + 1, 0, 0, 1));
    assertThat(ended.totals().adverts()).isEqualTo(ADVERTS);
    assertThat(ended.totals().outcomes())
        .isEqualTo(Map.of("fetched", 13L, "robots-disallowed", 1L));
    assertThat(ended.hosts())
        .singleElement()
        .satisfies(host -> assertThat(host.disallowed()).isEqualTo(1));
    assertThat(ended.totals().archiveBytes()).isEqualTo(sizeOfArchive());
  }

  /** It would be over some six seconds after the wish. */
  @Test
  void pausesSoonAfterTheWishAndGoesOnWhenItIsTakenBack() throws Exception {
    CompletableFuture<CrawlReport> crawl = start(Duration.ofMillis(600));
    await(status -> status.progress().fetched() > 0);
    PauseFile pause = new PauseFile(frontier());

    pause.wish();
    await(status -> status.phase() != Phase.RUNNING);
    assertThat(status().phase()).isEqualTo(Phase.PAUSED);
    int before = site.requests().size();
    Thread.sleep(1_200);
    assertThat(site.requests()).as("one was under way").hasSizeBetween(before, before + 1);
    assertThat(crawl).isNotDone();

    assertThat(pause.takeBack()).isTrue();
    assertThat(crawl.get().progress().fetched()).isEqualTo(ADVERTS + 1);
  }

  @Test
  void asksForNothingWhenItStartsWhileItShouldPause() throws Exception {
    PauseFile pause = new PauseFile(frontier());
    pause.wish();
    CompletableFuture<CrawlReport> crawl = start(Duration.ofMillis(5));

    await(status -> status.phase() == Phase.PAUSED);
    Thread.sleep(500);
    assertThat(site.allRequests()).isEmpty();

    pause.takeBack();
    assertThat(crawl.get().progress().fetched()).isEqualTo(ADVERTS + 1);
  }

  @Test
  void handsOnEachAdvertAtLeastOnceThoughKilledBetweenThatAndTheCommit() throws Exception {
    for (int kill = 1; kill <= 3; kill++) {
      // The second group of each process: how many pages a group holds depends on the disk.
      Process process = start("adverts-written:2");
      assertThat(process.waitFor(10, TimeUnit.MINUTES)).isTrue();
      assertThat(process.exitValue()).as("killed at its failpoint").isEqualTo(137);
    }
    assertThat(status().life(Instant.now())).isEqualTo(Life.KILLED);
    main(new String[] {folder.toString(), site.url("/").toString()});

    List<String> ids = ids();
    assertThat(new LinkedHashSet<>(ids)).hasSize(ADVERTS);
    assertThat(ids).as("some came twice, or nothing was tested").hasSizeGreaterThan(ADVERTS);
  }

  @Test
  void givesPrometheusFiguresInItsTextFormat() throws Exception {
    site.on("/3", exchange -> TestSite.send(exchange, 503, "text/html", "busy"));
    CrawlMetrics metrics = new CrawlMetrics();
    try (MetricsServer server = MetricsServer.start(metrics, "127.0.0.1", 0)) {
      crawl(folder, site.url("/"), Duration.ofMillis(1), outlets(AdvertSink.none(), metrics));

      String text;
      try (var in =
          URI.create("http://127.0.0.1:" + server.port() + "/metrics").toURL().openStream()) {
        text = new String(in.readAllBytes(), UTF_8);
      }
      assertThat(text.lines().filter(line -> !line.startsWith("#")))
          .contains(
              "vigie_crawl_urls_total{outcome=\"fetched\"} 12.0",
              "vigie_crawl_urls_total{outcome=\"http-503\"} 1.0",
              "vigie_crawl_urls_total{outcome=\"robots-disallowed\"} 1.0",
              "vigie_crawl_adverts_total 11.0",
              "vigie_crawl_back_offs_total 3.0",
              "vigie_crawl_committed_urls_total 13.0",
              "vigie_crawl_urls_waiting 0.0",
              "vigie_crawl_paused 0.0",
              "vigie_crawl_hosts{state=\"done\"} 1.0",
              "vigie_crawl_hosts{state=\"parked\"} 0.0",
              "vigie_crawl_archive_bytes_total " + (double) sizeOfArchive(),
              "vigie_crawl_request_seconds_count{purpose=\"page\"} 15",
              "vigie_crawl_request_seconds_count{purpose=\"robots\"} 1",
              "vigie_crawl_request_seconds_bucket{purpose=\"page\",le=\"+Inf\"} 15")
          .allMatch(line -> !line.contains("example.org"));
      assertThat(text)
          .contains("# TYPE vigie_crawl_request_seconds histogram")
          .contains("# TYPE vigie_crawl_urls_total counter")
          .contains("# TYPE vigie_crawl_hosts gauge");
    }
  }

  private CompletableFuture<CrawlReport> start(Duration delay) {
    return CompletableFuture.supplyAsync(() -> {
      try {
        return crawl(folder, site.url("/"), delay, CrawlOutlets.none());
      } catch (IOException | InterruptedException e) {
        throw new IllegalStateException(e);
      }
    });
  }

  private Process start(String failpoint) throws IOException {
    return new ProcessBuilder(
            System.getProperty("java.home") + File.separator + "bin" + File.separator + "java",
            "-Xmx128m",
            "-Dvigie.failpoint=" + failpoint,
            "-cp",
            System.getProperty("java.class.path"),
            CrawlOutletsTest.class.getName(),
            folder.toString(),
            site.url("/").toString())
        .redirectErrorStream(true)
        .redirectOutput(folder.resolve("output.txt").toFile())
        .start();
  }

  private static CrawlOutlets outlets(AdvertSink sink, CrawlMetrics metrics) {
    return new CrawlOutlets(sink, metrics, status -> {});
  }

  private static CrawlReport crawl(Path folder, URI seed, Duration delay, CrawlOutlets outlets)
      throws IOException, InterruptedException {
    CrawlConfig config =
        new CrawlConfig(
            "Vigie/0.1 (test)",
            delay,
            Duration.ofSeconds(20),
            1_000,
            16,
            1 << 20,
            2,
            new CrawlConfig.LocalWeb(true, Map.of("a.example.org", "127.0.0.1")));
    return new Crawl(
            config, TestMandate.VALID, folder.resolve("captures"), Clock.systemUTC(), outlets)
        .run(List.of(seed), progress -> {});
  }

  private CrawlStatus await(Predicate<CrawlStatus> holds) throws Exception {
    CrawlStatusFile file = new CrawlStatusFile(frontier());
    while (true) {
      var status = file.read();
      if (status.isPresent() && holds.test(status.get())) {
        return status.get();
      }
      Thread.sleep(20);
    }
  }

  private CrawlStatus status() throws IOException {
    return new CrawlStatusFile(frontier()).read().orElseThrow();
  }

  private Path frontier() {
    return Crawl.frontierOf(folder.resolve("captures"));
  }

  private long sizeOfArchive() throws IOException {
    long bytes = 0;
    try (var files = Files.list(folder.resolve("captures"))) {
      for (Path file : files.toList()) {
        bytes += Files.size(file);
      }
    }
    return bytes;
  }

  private List<String> ids() throws IOException {
    List<String> ids = new ArrayList<>();
    for (String line : Files.readAllLines(folder.resolve("adverts.jsonl"))) {
      ADVERT_ID.matcher(line).results().map((MatchResult id) -> id.group(1)).forEach(ids::add);
    }
    return ids;
  }

  private static String advert(int number) {
    return """
    <script type="application/ld+json">{"@type":"JobPosting","title":"Kitchen help %d",
    "description":"Work in the kitchen of hotel %d, from May on.","url":"https://a.example.org/%d"}
    </script>\
    """
        .formatted(number, number, number);
  }
}
