package org.vigie.crawler;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.netpreserve.jwarc.WarcMetadata;
import org.netpreserve.jwarc.WarcReader;
import org.netpreserve.jwarc.WarcRecord;
import org.vigie.capture.TestMandate;
import org.vigie.world.hostile.Certificates;

@Timeout(180)
class CrawlTlsTest {
  private static final String HOST = "a.example.org";
  @TempDir static Path keys;
  @TempDir Path folder;
  private static TrustedAuthority authority;
  private static Certificates certificates;

  /** The authority is trusted, so that date and name alone are what is wrong. */
  @BeforeAll
  static void trustTheAuthority() throws Exception {
    authority = new TrustedAuthority(keys);
    certificates = authority.certificates();
  }

  @AfterAll
  static void trustAsBefore() {
    authority.close();
  }

  @Test
  void fetchesFromAHostWhoseCertificateHolds() throws Exception {
    SSLContext valid = certificates.signed("valid", HOST, "-1d", 9);

    assertThat(outcomes(valid)).isEqualTo(Map.of("fetched", 1L));
  }

  @Test
  void keepsWhatVouchedForAHostInTheMetadataOfItsPage() throws Exception {
    SSLContext valid = certificates.signed("kept", HOST, "-1d", 9);

    assertThat(outcomes(valid)).isEqualTo(Map.of("fetched", 1L));

    String metadata = metadata();
    assertThat(metadata)
        .contains("resolvedAddress: 127.0.0.1\r\n")
        .contains("tlsProtocol: TLSv1.3\r\n")
        .contains("tlsCipher: TLS_AES_")
        .contains("tlsSubject: CN=kept\r\n");
    assertThat(metadata.lines().filter(line -> line.startsWith("tlsCertificate: ")))
        .containsExactly(
            "tlsCertificate: " + authority.digest("kept"),
            "tlsCertificate: " + authority.digest("authority"));
  }

  private String metadata() throws Exception {
    try (var files = Files.list(folder.resolve("captures"));
        var warc = new WarcReader(files.findFirst().orElseThrow())) {
      for (WarcRecord record : warc) {
        if (record instanceof WarcMetadata metadata) {
          return new String(metadata.body().stream().readAllBytes(), UTF_8);
        }
      }
    }
    throw new AssertionError("the WARC file must hold a metadata record");
  }

  @Test
  void refusesACertificateThatNobodySigned() throws Exception {
    assertRefused(certificates.selfSigned("self", HOST));
  }

  @Test
  void refusesACertificateThatExpired() throws Exception {
    assertRefused(certificates.signed("expired", HOST, "-9d", 3));
  }

  @Test
  void refusesACertificateOfTheFuture() throws Exception {
    assertRefused(certificates.signed("future", HOST, "+3d", 3));
  }

  @Test
  void refusesACertificateForAnotherHost() throws Exception {
    assertRefused(certificates.signed("other", "b.example.org", "-1d", 9));
  }

  /** A site that turns bad after its robots.txt was read: no answer is better than a false one. */
  @Test
  void refusesACertificateThatTurnsBadAfterRobots() throws Exception {
    SSLContext valid = certificates.signed("early", HOST, "-1d", 9);
    try (TestSite good = TestSite.secure(HOST, valid);
        TestSite bad = TestSite.secure(HOST, certificates.selfSigned("late", HOST))) {
      good.robots(200, "").page("/", "<p>x").redirect("/to", bad.url("/").toString());
      bad.robots(200, "").page("/", "<p>x");

      assertThat(crawl(good.url("/to"), bad.url("/")).outcomes())
          .isEqualTo(Map.of("redirect", 1L, "tls-failed", 1L));
      assertThat(bad.allRequests()).isEmpty();
    }
  }

  private void assertRefused(SSLContext tls) throws Exception {
    assertThat(outcomes(tls)).isEqualTo(Map.of("tls-failed", 1L));
    assertThat(folder.resolve("captures")).doesNotExist();
  }

  private Map<String, Long> outcomes(SSLContext tls) throws Exception {
    try (TestSite site = TestSite.secure(HOST, tls).robots(200, "").page("/", "<p>x")) {
      return crawl(site.url("/")).outcomes();
    }
  }

  private CrawlReport crawl(URI... seeds) throws Exception {
    CrawlConfig config =
        new CrawlConfig(
            "Vigie/0.1 (test)",
            Duration.ofMillis(5),
            Duration.ofSeconds(5),
            10,
            3,
            1 << 20,
            2,
            new CrawlConfig.LocalWeb(true, Map.of(HOST, "127.0.0.1")));
    return new Crawl(config, TestMandate.VALID, folder.resolve("captures"), Clock.systemUTC())
        .run(List.of(seeds), progress -> {});
  }
}
