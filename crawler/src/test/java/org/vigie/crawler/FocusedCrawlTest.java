package org.vigie.crawler;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.world.DirectoryPage;
import org.vigie.world.DirectorySite;
import org.vigie.world.DirectorySpec;

/** A crawl over HTTP of a generated site, limited to a third of its pages. */
@Timeout(120)
class FocusedCrawlTest {
  @TempDir Path folder;

  @Test
  void findsMostAdvertsWithAThirdOfThePages() throws Exception {
    List<DirectoryPage> pages = new DirectorySite(DirectorySpec.telling(1, 1_200)).pages();
    Set<String> adverts = new HashSet<>();
    try (TestSite site = new TestSite("site.example.org").robots(404, "")) {
      for (DirectoryPage page : pages) {
        site.page(page.path(), html(page, pages));
        if (page.advert()) {
          adverts.add(page.path());
        }
      }
      CrawlConfig config =
          new CrawlConfig(
              "Vigie/0.1 (test)",
              Duration.ofMillis(1),
              Duration.ofSeconds(10),
              pages.size() / 3,
              64,
              1 << 20,
              2,
              true,
              Map.of("site.example.org", "127.0.0.1"));
      URI seed = site.url("/");
      new Crawl(config, TestMandate.VALID, folder.resolve("captures"), Clock.systemUTC())
          .run(List.of(seed), progress -> {});

      Set<String> found = new HashSet<>(site.targets());
      found.retainAll(adverts);
      System.out.printf(
          "real crawl: %d of %d adverts with %d requests of %d pages%n",
          found.size(), adverts.size(), site.targets().size(), pages.size());
      assertThat(found.size()).isGreaterThan(adverts.size() * 8 / 10);
    }
  }

  /** An advert declares itself; all other pages are lists of links. */
  private static String html(DirectoryPage page, List<DirectoryPage> pages) {
    StringBuilder html = new StringBuilder("<!doctype html><title>x</title>");
    if (page.advert()) {
      html.append(
          """
          <script type="application/ld+json">{"@context":"https://schema.org","@type":"Product",
          "name":"Offer %s","description":"A thing that is offered, number %s, in good order.",
          "offers":{"@type":"Offer","price":"12","priceCurrency":"EUR"}}</script><h1>Offer</h1>
          """
              .formatted(page.path(), page.path()));
    }
    html.append("<ul>");
    for (DirectoryPage.Link link : page.links()) {
      html.append(
          "<li><a href='%s'>%s</a>".formatted(pages.get(link.page()).path(), link.anchor()));
    }
    return html.append("</ul>").toString();
  }
}
