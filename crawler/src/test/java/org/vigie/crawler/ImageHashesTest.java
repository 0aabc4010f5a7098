package org.vigie.crawler;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.netpreserve.jwarc.WarcMetadata;
import org.netpreserve.jwarc.WarcReader;
import org.netpreserve.jwarc.WarcRecord;
import org.netpreserve.jwarc.WarcResponse;
import org.vigie.advert.Mandate;
import org.vigie.advert.Mandate.Permission;
import org.vigie.capture.TestMandate;
import org.vigie.capture.extract.page.ImageHash;
import org.vigie.crawler.frontier.Seed;

/** A site with pictures of adverts, whose digests are kept and whose bytes are not. */
@Timeout(180)
class ImageHashesTest {
  private static final int MAX_BODY = 100_000;
  private static final Mandate PERMITTING = permitting(TestMandate.VALID);

  @TempDir Path folder;
  private TestSite site;

  @BeforeEach
  void open() throws IOException {
    site = new TestSite("a.example.org").robots(200, "User-agent: *\nDisallow: /closed/");
    site.page(
        "/",
        offer("/picture.jpg", "/closed/picture.jpg", "/long.png", "http://other.example.org/x.png")
            + "<img src=/ornament.png>");
    picture("/picture.jpg", noise(1, 5_000));
    picture("/long.png", noise(2, MAX_BODY + 1));
    picture("/closed/picture.jpg", noise(3, 5_000));
  }

  @AfterEach
  void close() {
    site.close();
  }

  @Test
  void keepsTheDigestOfAPictureAndNothingElseOfIt() throws Exception {
    CrawlReport report = crawl(seed(PERMITTING, true));

    assertThat(report.outcomes())
        .isEqualTo(
            Map.of("fetched", 1L, "image-hashed", 1L, "robots-disallowed", 1L, "not-a-page", 1L));
    assertThat(report.progress().failed()).isZero();
    byte[] picture = noise(1, 5_000);
    Map<String, WarcMetadata> metadata = metadata();
    WarcMetadata told = metadata.get(site.url("/picture.jpg").toString());
    assertThat(told.fields().first("bodyDigest")).contains(sha256(picture));
    assertThat(told.fields().first("bodyLength")).contains("5000");
    assertThat(metadata).containsOnlyKeys(url("/"), url("/picture.jpg"));
    for (Path file : files()) {
      byte[] bytes = Files.readAllBytes(file);
      assertThat(holds(bytes, Arrays.copyOf(picture, 24))).as(file.toString()).isFalse();
      assertThat(holds(bytes, Arrays.copyOf(noise(2, 24), 24))).as(file.toString()).isFalse();
    }
  }

  @Test
  void tellsAPictureByTheAddressThatItsAdvertNames() throws Exception {
    crawl(seed(PERMITTING, true));

    assertThat(ImageHash.ofUrl(url("/picture.jpg"))).startsWith("sha256:");
    assertThat(metadata().get(url("/picture.jpg")).fields().first("imageUrlDigest"))
        .contains(ImageHash.ofUrl(url("/picture.jpg")));
  }

  @Test
  void asksForNoPictureUnlessTheSeedDoes() throws Exception {
    crawl(seed(PERMITTING, false));

    assertThat(site.targets()).containsExactly("/");
  }

  @Test
  void archivesNoDrawingAsIfItWereAPage() throws Exception {
    site.on("/drawing", exchange -> TestSite.send(exchange, 200, "image/svg+xml", "<svg/>"));
    site.page("/", "<a href=/drawing>see</a>");

    assertThat(crawl(seed(PERMITTING, false)).outcomes())
        .isEqualTo(Map.of("fetched", 1L, "not-a-page", 1L));
  }

  @Test
  void refusesASeedWhoseMandateDoesNotPermitIt() {
    assertThatThrownBy(() -> seed(TestMandate.VALID, true))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "a seed may ask for image hashes only if its mandate permits them, but %s does not"
                .formatted(TestMandate.VALID.id()));
  }

  @Test
  void aPermissionMakesAnotherMandate() {
    assertThat(PERMITTING.id()).isNotEqualTo(TestMandate.VALID.id());
  }

  private static Mandate permitting(Mandate mandate) {
    return new Mandate(
        mandate.authority(),
        mandate.legalBasis(),
        mandate.purpose(),
        mandate.caseId(),
        mandate.approvedBy(),
        mandate.validUntil(),
        EnumSet.of(Permission.IMAGE_HASHES));
  }

  private static String offer(String... images) {
    return """
    <!doctype html><title>Bicycle</title><script type="application/ld+json">
    {"@context": "https://schema.org", "@type": "Product", "name": "Bicycle",
     "description": "An old bicycle, for sale in Lyon", "image": ["%s"],
     "offers": {"@type": "Offer", "price": "90", "priceCurrency": "EUR"}}
    </script>\
    """
        .formatted(String.join("\", \"", images));
  }

  private Seed seed(Mandate mandate, boolean imageHashes) {
    return new Seed(url("/"), Seed.Reach.HOST, mandate, Seed.UNLIMITED, "", null, imageHashes);
  }

  private CrawlReport crawl(Seed seed) throws IOException, InterruptedException {
    CrawlConfig config =
        new CrawlConfig(
            "Vigie/0.1 (test)",
            Duration.ofMillis(5),
            Duration.ofSeconds(5),
            100,
            16,
            MAX_BODY,
            2,
            new CrawlConfig.LocalWeb(true, Map.of("a.example.org", "127.0.0.1")));
    return new Crawl(config, seed.mandate(), folder.resolve("captures"), Clock.systemUTC())
        .run(new CrawlPlan(List.of(seed), false), progress -> {});
  }

  private void picture(String target, byte[] bytes) {
    site.on(target, exchange -> TestSite.send(exchange, 200, "image/jpeg", bytes));
  }

  private String url(String target) {
    return site.url(target).toString();
  }

  /** Bytes that no compression makes shorter, so that a copy would be found in any file. */
  private static byte[] noise(long seed, int length) {
    byte[] bytes = new byte[length];
    new Random(seed).nextBytes(bytes);
    return bytes;
  }

  private static String sha256(byte[] bytes) throws Exception {
    byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
    return "sha256:" + HexFormat.of().formatHex(digest);
  }

  private static boolean holds(byte[] bytes, byte[] part) {
    String all = new String(bytes, java.nio.charset.StandardCharsets.ISO_8859_1);
    return all.contains(new String(part, java.nio.charset.StandardCharsets.ISO_8859_1));
  }

  private List<Path> files() throws IOException {
    try (var walk = Files.walk(folder)) {
      return walk.filter(Files::isRegularFile).toList();
    }
  }

  /** Returns URL → metadata; every response in the archive is a page. */
  private Map<String, WarcMetadata> metadata() throws IOException {
    Map<String, WarcMetadata> found = new TreeMap<>();
    for (Path warc : files()) {
      if (!warc.toString().endsWith(".warc.gz")) {
        continue;
      }
      try (WarcReader reader = new WarcReader(warc)) {
        for (WarcRecord record : reader) {
          if (record instanceof WarcMetadata metadata) {
            metadata.fields();
            found.put(metadata.target(), metadata);
          }
          if (record instanceof WarcResponse response) {
            assertThat(new String(response.http().body().stream().readAllBytes(), UTF_8))
                .startsWith("<!doctype html>");
          }
        }
      }
    }
    return found;
  }
}
