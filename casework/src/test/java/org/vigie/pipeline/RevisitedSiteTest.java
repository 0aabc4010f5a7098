package org.vigie.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.advert.Mandate;
import org.vigie.advert.Observation.Kind;
import org.vigie.advert.Sighting;
import org.vigie.crawler.Crawl;
import org.vigie.crawler.CrawlConfig;
import org.vigie.crawler.CrawlPlan;
import org.vigie.crawler.frontier.Seed;
import org.vigie.pipeline.intake.Inbox;
import org.vigie.search.AdvertIndex;
import org.vigie.search.SearchRequest;
import org.vigie.search.SearchResult;

/** A site whose adverts change and vanish, from its pages to the index. */
@Timeout(180)
class RevisitedSiteTest {
  private static final Mandate MANDATE =
      new Mandate("unit", "law", "test", "case", "chief", Instant.parse("2100-01-01T00:00:00Z"));

  private static final Instant START = Instant.now().truncatedTo(ChronoUnit.DAYS);

  @TempDir Path folder;
  private SmallSite site;

  @BeforeEach
  void open() throws IOException {
    site = new SmallSite();
  }

  @AfterEach
  void close() {
    site.close();
  }

  @Test
  void saysOfEachAdvertWhatBecameOfItWhateverOrderTheFilesAreReadIn() throws Exception {
    crawlForThreeDays();
    List<Path> warcs;
    try (var files = Files.list(folder.resolve("captures"))) {
      warcs = new ArrayList<>(files.sorted().toList());
    }
    assertThat(warcs).hasSize(3);

    Map<String, Sighting> inOrder = sightings("in-order", warcs, 1);
    Collections.reverse(warcs);
    Map<String, Sighting> reversed = sightings("reversed", warcs, 2);

    assertThat(reversed).isEqualTo(inOrder);
    Sighting still = inOrder.get("still");
    assertThat(still.times()).isEqualTo(3);
    assertThat(Duration.between(still.firstSeen(), still.lastSeen()))
        .isGreaterThan(Duration.ofDays(2));
    assertThat(still.changes()).isEmpty();
    assertThat(still.goneSince()).isNull();
    Sighting gone = inOrder.get("gone");
    assertThat(gone.times()).isEqualTo(2);
    assertThat(gone.changes()).extracting(change -> change.kind()).containsExactly(Kind.GONE);
    assertThat(gone.goneSince()).isEqualTo(gone.changes().getFirst().at()).isAfter(gone.lastSeen());
    Sighting before = inOrder.get("before");
    Sighting after = inOrder.get("after");
    assertThat(before.changes())
        .extracting(change -> change.detail())
        .containsExactly(after.advertId());
    assertThat(after.changes())
        .extracting(change -> change.detail())
        .containsExactly(before.advertId());
    assertThat(before.goneSince()).isEqualTo(before.changes().getFirst().at());
    assertThat(after.goneSince()).isNull();
    assertThat(after.times()).isEqualTo(2);
  }

  private void crawlForThreeDays() throws IOException, InterruptedException {
    site.put("/", "<a href='/1'>1</a><a href='/2'>2</a><a href='/3'>3</a>");
    site.put("/1", job("still", "Kitchen help wanted"));
    site.put("/2", job("gone", "Hotel staff wanted"));
    site.put("/3", job("before", "Farm work in Lyon"));
    crawl(0);
    site.put("/3", job("after", "Farm work in Nice"));
    crawl(1);
    site.remove("/2");
    crawl(2);
  }

  private void crawl(int day) throws IOException, InterruptedException {
    Seed.Revisit daily = new Seed.Revisit(Duration.ofHours(12), Duration.ofHours(20));
    String url = "http://a.example.org:" + site.port() + "/";
    Seed seed = new Seed(url, Seed.Reach.HOST, MANDATE, 100, "", daily);
    CrawlConfig config =
        new CrawlConfig(
            "Vigie/0.1 (test)",
            Duration.ofMillis(5),
            Duration.ofSeconds(20),
            100,
            4,
            1 << 20,
            2,
            new CrawlConfig.LocalWeb(true, Map.of("a.example.org", "127.0.0.1")));
    Clock clock = Clock.offset(Clock.systemUTC(), Duration.ofDays(day).plusMinutes(day));
    new Crawl(config, MANDATE, folder.resolve("captures"), clock)
        .run(new CrawlPlan(List.of(seed), false), progress -> {});
  }

  /** Returns title → sighting. */
  private Map<String, Sighting> sightings(String name, List<Path> warcs, int parallelism)
      throws IOException, InterruptedException {
    TestRun run = new TestRun(folder.resolve(name));
    for (Path warc : warcs) {
      new Inbox(run.workspace(), Clock.fixed(START, ZoneOffset.UTC))
          .accept(warc, Map.of(), MANDATE);
      run.run(parallelism);
    }
    Map<String, Sighting> sightings = new TreeMap<>();
    try (AdvertIndex index = AdvertIndex.open(run.workspace().index())) {
      SearchRequest all =
          new SearchRequest("", 0, 100, SearchRequest.Order.NEWEST, 0, Duration.ofMinutes(1));
      for (SearchResult.Hit hit : index.search(all).hits()) {
        String id = hit.advert().advert().id();
        Sighting sighting = index.findSighting(id).orElseThrow();
        assertThat(hit.goneSince()).isEqualTo(sighting.goneSince());
        sightings.put(hit.advert().advert().title(), sighting);
      }
    }
    return sightings;
  }

  private static String job(String title, String text) {
    return """
    <!doctype html><title>%s</title><script type="application/ld+json">
    {"@context": "https://schema.org", "@type": "JobPosting", "title": "%s", "description": "%s"}
    </script>\
    """
        .formatted(title, title, text);
  }
}
