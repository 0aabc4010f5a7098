package org.vigie.crawler;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.netpreserve.jwarc.WarcMetadata;
import org.netpreserve.jwarc.WarcReader;
import org.netpreserve.jwarc.WarcRecord;
import org.vigie.capture.TestMandate;

/** A page of which only a part is looked at: the archive says so beside it. */
@Timeout(60)
class ExtractionCutTest {
  @TempDir Path folder;

  @Test
  void theArchiveTellsWhichPageHeldMoreThanWasLookedAt() throws Exception {
    try (TestSite site = new TestSite("a.example.org").robots(404, "")) {
      site.page("/", "<a href='/long'>long</a>").page("/long", "<b>".repeat(300_000));
      CrawlConfig config =
          new CrawlConfig(
              "Vigie/0.1 (test)",
              Duration.ofMillis(1),
              Duration.ofSeconds(10),
              10,
              4,
              1 << 20,
              1,
              new CrawlConfig.LocalWeb(true, Map.of("a.example.org", "127.0.0.1")));
      new Crawl(config, TestMandate.VALID, folder.resolve("captures"), Clock.systemUTC())
          .run(List.of(site.url("/")), progress -> {});

      assertThat(extractions())
          .isEqualTo(
              Map.of(
                  site.url("/").toString(),
                  List.of(),
                  site.url("/long").toString(),
                  List.of("cut")));
    }
  }

  /** Returns URL → what its metadata record says of the extraction. */
  private Map<String, List<String>> extractions() throws IOException {
    Map<String, List<String>> said = new TreeMap<>();
    try (var walk = Files.walk(folder)) {
      for (Path warc : walk.filter(file -> file.toString().endsWith(".warc.gz")).toList()) {
        try (WarcReader reader = new WarcReader(warc)) {
          for (WarcRecord record : reader) {
            if (record instanceof WarcMetadata metadata) {
              said.put(metadata.target(), metadata.fields().all("extraction"));
            }
          }
        }
      }
    }
    return said;
  }
}
