package org.vigie.pipeline;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.advert.ContactProfile;
import org.vigie.advert.Indicator;
import org.vigie.advert.Mandate;
import org.vigie.advert.Mandate.Permission;
import org.vigie.crawler.Crawl;
import org.vigie.crawler.CrawlConfig;
import org.vigie.crawler.CrawlPlan;
import org.vigie.crawler.frontier.Seed;
import org.vigie.pipeline.intake.Inbox;
import org.vigie.search.AdvertIndex;

/** One picture at several addresses of a site, from its pages to the index. */
@Timeout(180)
class ReusedPictureTest {
  private static final Mandate MANDATE =
      new Mandate(
          "unit",
          "law",
          "test",
          "case",
          "chief",
          Instant.parse("2100-01-01T00:00:00Z"),
          EnumSet.of(Permission.IMAGE_HASHES));

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
  void isTheSameWhereverItStandsAndShowsAdvertsOfDifferentContacts() throws Exception {
    byte[] reused = noise(1);
    StringBuilder links = new StringBuilder();
    for (int number = 0; number < 4; number++) {
      links.append("<a href='/").append(number).append("'>").append(number).append("</a>");
      site.put("/" + number, offer(number, "/" + number + ".jpg"));
      site.put("/" + number + ".jpg", number == 3 ? noise(2) : reused);
    }
    site.put("/", links.toString());

    TestRun run = new TestRun(folder);
    for (Path warc : crawl()) {
      new Inbox(run.workspace(), Clock.systemUTC()).accept(warc, Map.of(), MANDATE);
    }
    run.run(2);

    try (AdvertIndex index = AdvertIndex.open(run.workspace().index())) {
      ContactProfile picture = index.findContact("picture:" + digest(reused)).orElseThrow();
      assertThat(picture.indicators()).extracting(Indicator::id).containsExactly("OA-09");
      assertThat(picture.beside())
          .containsOnlyKeys("phone:+33639980010", "phone:+33639980011", "phone:+33639980012");
      assertThat(index.findContact("picture:" + digest(noise(2)))).isEqualTo(Optional.empty());
    }
  }

  private List<Path> crawl() throws IOException, InterruptedException {
    String url = "http://a.example.org:" + site.port() + "/";
    Seed seed = new Seed(url, Seed.Reach.HOST, MANDATE, 100, "", null, true);
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
    new Crawl(config, MANDATE, folder.resolve("captures"), Clock.systemUTC())
        .run(new CrawlPlan(List.of(seed), false), progress -> {});
    try (var files = Files.list(folder.resolve("captures"))) {
      return files.filter(file -> file.toString().endsWith(".warc.gz")).sorted().toList();
    }
  }

  private static byte[] offer(int number, String image) {
    return """
    <!doctype html><title>Room %1$d</title><script type="application/ld+json">
    {"@context": "https://schema.org", "@type": "Product", "name": "Room %1$d",
     "description": "Room number %1$d to let, call +33 6 39 98 00 1%1$d", "image": ["%2$s"],
     "offers": {"@type": "Offer", "price": "90", "priceCurrency": "EUR"}}
    </script>\
    """
        .formatted(number, image)
        .getBytes(UTF_8);
  }

  private static byte[] noise(long seed) {
    byte[] bytes = new byte[5_000];
    new Random(seed).nextBytes(bytes);
    return bytes;
  }

  private static String digest(byte[] bytes) throws Exception {
    return "sha256:" + HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
  }
}
