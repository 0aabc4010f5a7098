package org.vigie.capture.extract.feed;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vigie.capture.extract.Answer;
import org.vigie.capture.extract.SharedPages;
import org.vigie.capture.extract.markup.Gunzip;
import org.vigie.capture.extract.page.Extraction;

class SitemapTest {
  private static final String URL = "https://ads.example.org/maps/sitemap.xml";
  private static final String XML =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <!-- made by hand -->
      <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
        <url><loc>https://ads.example.org/ad/1</loc><lastmod>2026-02-01</lastmod></url>
        <url><loc>
          https://ads.example.org/ad/2?a=1&amp;b=2</loc></url>
        <url><loc>https://ads.example.org/photo.jpg</loc></url>
      </urlset>\
      """;

  @Test
  void givesThePagesOfASitemapWithTheTimesOfTheirLastChange() {
    Extraction extraction = Answer.of(URL, "application/xml", XML).extract();

    assertThat(extraction.failure()).isEmpty();
    assertThat(extraction.adverts()).isEmpty();
    assertThat(extraction.links())
        .containsExactly("https://ads.example.org/ad/1", "https://ads.example.org/ad/2?a=1&b=2");
    assertThat(extraction.modified())
        .isEqualTo(Map.of("https://ads.example.org/ad/1", Instant.parse("2026-02-01T00:00:00Z")));
  }

  @Test
  void givesTheSitemapsOfAnIndexPackedOnesToo() {
    String index =
        """
        <sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
          <sitemap><loc>https://ads.example.org/maps/1.xml.gz</loc></sitemap>
          <sitemap><loc>https://ads.example.org/maps/2.xml</loc>
            <lastmod>2026-02-03T10:00:00+01:00</lastmod></sitemap>
        </sitemapindex>\
        """;

    Extraction extraction = Answer.of(URL, "text/xml", index).extract();

    assertThat(extraction.links())
        .containsExactly(
            "https://ads.example.org/maps/1.xml.gz", "https://ads.example.org/maps/2.xml");
    assertThat(extraction.modified().values())
        .containsExactly(Instant.parse("2026-02-03T09:00:00Z"));
  }

  @ParameterizedTest
  @CsvSource({
    "application/gzip",
    "application/x-gzip",
    "application/octet-stream",
    "text/xml",
    "''"
  })
  void unpacksASitemapThatIsAGzipFile(String type) throws Exception {
    Extraction extraction = Answer.of(URL + ".gz", type, gzip(XML.getBytes(UTF_8))).extract();

    assertThat(extraction.failure()).isEmpty();
    assertThat(extraction.links()).hasSize(2);
  }

  @Test
  void readsTheTextFormPackedOrNot() throws Exception {
    String text = "\ufeffhttps://ads.example.org/ad/1\r\n\r\nhttps://ads.example.org/ad/2\n";

    assertThat(Answer.of(URL, "text/plain", text).extract().links())
        .containsExactly("https://ads.example.org/ad/1", "https://ads.example.org/ad/2");
    assertThat(Answer.of(URL, "application/gzip", gzip(text.getBytes(UTF_8))).extract().links())
        .hasSize(2);
  }

  @Test
  void stopsAtTheSizeThatTheProtocolAllowsAFile() throws Exception {
    byte[] bomb = gzip(new byte[60 << 20]);

    assertThat(bomb.length).isLessThan(100_000);
    assertThat(Gunzip.of(bomb)).hasSize(52_428_800);
    assertThat(Answer.of(URL, "application/gzip", bomb).extract().failure()).isNotEmpty();
  }

  @Test
  void expandsNoEntitiesAndKeepsWhatCameBeforeTheDamage() {
    String bomb =
        "<!DOCTYPE urlset [<!ENTITY a \"x\"><!ENTITY b \"&a;&a;\">]>"
            + XML.substring(XML.indexOf("<urlset")).replace("ad/1", "&b;");
    String cut = XML.substring(0, XML.indexOf("<url><loc>\n"));

    assertThat(Answer.of(URL, "text/xml", bomb).extract().links()).isEmpty();
    assertThat(Answer.of(URL, "text/xml", cut).extract().links())
        .containsExactly("https://ads.example.org/ad/1");
  }

  @ParameterizedTest
  @CsvSource({
    "sitemap.badns.xml, text/xml, 2",
    "sitemap.index.xml, text/xml, 15",
    "sitemap.txt, text/plain, 2",
    "sitemap.txt.gz, application/gzip, 5",
    "sitemap-with-bom.txt, text/plain, 2",
    "xmlSitemap.gz, application/gzip, 5",
    "extension/hebdenbridgetimes-articles-sitemap.xml, text/xml, 74",
    "extension/shinpaideshou-news-sitemap.xml, text/xml, 3",
    "extension/sitemap-images.xml, text/xml, 1",
    "extension/sitemap-links.xml, text/xml, 3",
    "extension/sitemap-news.xml, text/xml, 2",
    "extension/sitemap-videos.xml, text/xml, 3"
  })
  void readsTheSamplesOfCrawlerCommons(String file, String type, int pages) throws IOException {
    Path path = SharedPages.folder("crawl/sitemaps").resolve(file);
    Extraction extraction =
        Answer.of("https://example.org/s/" + file, type, Files.readAllBytes(path)).extract();

    assertThat(extraction.failure()).isEmpty();
    assertThat(extraction.links()).hasSize(pages);
  }

  private static byte[] gzip(byte[] bytes) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(bytes);
    }
    return out.toByteArray();
  }
}
