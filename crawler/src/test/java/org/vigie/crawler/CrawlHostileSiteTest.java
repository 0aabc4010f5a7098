package org.vigie.crawler;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.vigie.capture.warc.WarcEntry;

/** What a crawl makes of answers that are too long, too slow, endless or no page. */
class CrawlHostileSiteTest extends CrawlOfASite {
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
  void asksForPagesWhoseAddressesAreInLettersOfTheirOwn() throws Exception {
    site.page("/", "<a href='/%s'>x</a>".formatted("\u043e\u0431"));
    site.page("/%D0%BE%D0%B1", "<p>x");

    CrawlReport report = crawl(config(), site.url("/"), URI.create(site.url("/") + "\u00e9"));

    assertThat(report.outcomes()).isEqualTo(Map.of("fetched", 2L, "http-404", 1L));
    assertThat(site.targets()).containsExactlyInAnyOrder("/", "/%D0%BE%D0%B1", "/%C3%A9");
  }

  @Test
  void takesNoBodyOfWhatIsNoPage() throws Exception {
    site.on("/", exchange -> TestSite.send(exchange, 200, "image/png", new byte[100_000]));

    CrawlReport report = crawl(config());

    assertThat(report.outcomes()).isEqualTo(Map.of("not-a-page", 1L));
    assertThat(report.warcs()).isEmpty();
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
    CrawlConfig deep = config(Duration.ofMillis(1), PATIENCE, 10_000, 10_000, 4);

    CrawlReport report = crawl(deep);

    assertThat(report.outcomes()).containsEntry("trap", 1L);
    assertThat(site.requests()).hasSizeBetween(20, 150);
    assertThat(site.targets()).contains("/advert");
  }
}
