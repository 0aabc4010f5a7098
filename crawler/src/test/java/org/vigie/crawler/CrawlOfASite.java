package org.vigie.crawler;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.advert.Mandate;
import org.vigie.capture.warc.WarcEntry;
import org.vigie.capture.warc.WarcReader;

/** Crawls of a small site on loopback, into a folder of the test. */
@Timeout(180)
abstract class CrawlOfASite {
  static final Instant EXPIRY = Instant.parse("2100-01-01T00:00:00Z");
  static final Mandate MANDATE =
      new Mandate("Unit 7", "Art. 8", "detection", "C-1", "A. Judge", EXPIRY);

  /** More than a busy machine keeps an answer waiting that comes at once. */
  static final Duration PATIENCE = Duration.ofSeconds(20);

  @TempDir Path folder;
  TestSite site;

  @BeforeEach
  void open() throws IOException {
    site = new TestSite("a.example.org").robots(200, "User-agent: *\nDisallow: /private\n");
  }

  @AfterEach
  void close() {
    site.close();
  }

  CrawlReport crawl(CrawlConfig config, URI... seeds) throws IOException, InterruptedException {
    List<URI> from = seeds.length == 0 ? List.of(site.url("/")) : List.of(seeds);
    return crawl(config, "captures", from);
  }

  CrawlReport crawl(CrawlConfig config, String captures, List<URI> seeds)
      throws IOException, InterruptedException {
    return new Crawl(config, MANDATE, folder.resolve(captures), Clock.systemUTC())
        .run(seeds, progress -> {});
  }

  CrawlConfig config() {
    return config(Duration.ofMillis(5), 4);
  }

  static CrawlConfig config(Duration delay, int threads) {
    return config(delay, PATIENCE, threads);
  }

  /** Gives up an answer that goes on and on before those of the tests do. */
  static CrawlConfig impatient() {
    return config(Duration.ofMillis(5), Duration.ofSeconds(4), 4);
  }

  static CrawlConfig config(Duration delay, Duration patience, int threads) {
    return config(delay, patience, 1_000, 16, threads);
  }

  static CrawlConfig config(Duration delay, Duration patience, int pages, int depth, int threads) {
    return new CrawlConfig(
        "Vigie/0.1 (test)",
        delay,
        patience,
        pages,
        depth,
        1 << 20,
        threads,
        new CrawlConfig.LocalWeb(true, hosts()));
  }

  static Map<String, String> hosts() {
    Map<String, String> hosts = new java.util.HashMap<>();
    for (String host : List.of("a", "b", "s0", "s1", "s2", "s3", "s4")) {
      hosts.put(host + ".example.org", "127.0.0.1");
    }
    return hosts;
  }

  List<WarcEntry> archived() throws IOException {
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

  static void pause(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
