package org.vigie.crawler.robots;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.vigie.crawler.politeness.HostMemory;

class SitemapLinesTest {
  private static final URI PAGE = URI.create("https://x.example.org/a/b");

  @Test
  void resolvesThemAgainstTheHostAndKeepsTheirOrderAndCase() throws Exception {
    assertThat(
            sitemaps(
                "SITEMAP: /B.xml\nUser-agent: other\nDisallow: /\nsitemap:https://y.example.org/a?x=1"
                    + " # two\nSitemap: c.txt\nSitemap: /B.xml"))
        .containsExactly(
            URI.create("https://x.example.org/B.xml"),
            URI.create("https://y.example.org/a?x=1"),
            URI.create("https://x.example.org/c.txt"));
  }

  @Test
  void leavesOutWhatIsNoWebAddressOrCarriesAPassword() throws Exception {
    assertThat(
            sitemaps(
                Stream.of(
                        "ftp://x.example.org/s.xml",
                        "file:///etc/s.xml",
                        "javascript:s.xml",
                        "http://u:p@x.example.org/s.xml",
                        "http:///s.xml",
                        "http://[x/s.xml",
                        "/" + "s".repeat(2_000),
                        "")
                    .map(address -> "Sitemap: " + address + "\n")
                    .reduce("", String::concat)))
        .isEmpty();
  }

  @Test
  void takesTwoHundredOfOneFileAtMost() throws Exception {
    StringBuilder file = new StringBuilder();
    for (int i = 0; i < 1_000; i++) {
      file.append("Sitemap: /s").append(i).append(".xml\n");
    }

    assertThat(sitemaps(file.toString())).hasSize(200).endsWith(PAGE.resolve("/s199.xml"));
  }

  @Test
  void knowsNoneWhileTheFileIsUnknown() throws Exception {
    RobotsCache cache =
        RobotsFiles.cache(
            503,
            "Sitemap: /s.xml".getBytes(UTF_8),
            List.of(),
            "Vigie",
            RobotsFiles.NOON,
            HostMemory.none(),
            new java.util.concurrent.atomic.AtomicInteger());

    assertThat(cache.rules(PAGE).sitemaps()).isEmpty();
  }

  private static List<URI> sitemaps(String file) throws Exception {
    return RobotsFiles.rules(file.getBytes(UTF_8), "Vigie", PAGE).sitemaps();
  }
}
