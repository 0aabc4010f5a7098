package org.vigie.crawler;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.capture.TestMandate;
import org.vigie.world.DirectoryPage;
import org.vigie.world.DirectorySite;
import org.vigie.world.DirectorySpec;

/** A crawl over HTTP of a generated site, limited to a third of its pages. */
@Timeout(120)
class FocusedCrawlTest {
  @TempDir Path folder;

  @Test
  void findsMostAdvertsWithAThirdOfThePages() throws Exception {
    assertThat(shareFound("declared", FocusedCrawlTest::declared)).isGreaterThan(0.8);
  }

  /** Articles, threads and people are texts as well; what an advert has is a telephone number. */
  @Test
  void prefersAdvertsToTextsOfOtherKinds() throws Exception {
    assertThat(shareFound("among texts", FocusedCrawlTest::amongTexts)).isGreaterThan(0.8);
  }

  private double shareFound(
      String name, BiFunction<DirectoryPage, List<DirectoryPage>, String> html) throws Exception {
    List<DirectoryPage> pages = new DirectorySite(DirectorySpec.telling(1, 1_200)).pages();
    Set<String> adverts = new HashSet<>();
    try (TestSite site = new TestSite("site.example.org").robots(404, "")) {
      for (DirectoryPage page : pages) {
        site.page(page.path(), html.apply(page, pages));
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
              new CrawlConfig.LocalWeb(true, Map.of("site.example.org", "127.0.0.1")));
      URI seed = site.url("/");
      new Crawl(config, TestMandate.VALID, folder.resolve("captures"), Clock.systemUTC())
          .run(List.of(seed), progress -> {});

      Set<String> found = new HashSet<>(site.targets());
      found.retainAll(adverts);
      System.out.printf(
          "real crawl, %s: %d of %d adverts with %d requests of %d pages%n",
          name, found.size(), adverts.size(), site.targets().size(), pages.size());
      return (double) found.size() / adverts.size();
    }
  }

  /** An advert declares itself; all other pages are lists of links. */
  private static String declared(DirectoryPage page, List<DirectoryPage> pages) {
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
    return html.append(links(page, pages)).toString();
  }

  /** Nothing is declared; lists have links alone, all other pages two paragraphs. */
  private static String amongTexts(DirectoryPage page, List<DirectoryPage> pages) {
    String html = "<!doctype html><title>x</title>" + links(page, pages);
    if (page.path().contains("?page=") || page.path().matches("/(r/\\d+|news|forum|people)?")) {
      return html;
    }
    Random random = new Random(page.path().hashCode() * 31L);
    String call = page.advert() ? "Call +44 7700 900" + (100 + random.nextInt(900)) + "." : "";
    return html
        + "<article><h1>%s</h1><p>%s</p><p>%s %s</p></article>"
            .formatted(words(random, 3), words(random, 150), words(random, 150), call);
  }

  private static String words(Random random, int number) {
    StringBuilder words = new StringBuilder();
    for (int i = 0; i < number; i++) {
      words.append(i == 0 ? "" : " ");
      random.ints(3 + random.nextInt(6), 'a', 'z' + 1).forEach(words::appendCodePoint);
    }
    return words.toString();
  }

  private static String links(DirectoryPage page, List<DirectoryPage> pages) {
    StringBuilder html = new StringBuilder("<ul>");
    for (DirectoryPage.Link link : page.links()) {
      html.append(
          "<li><a href='%s'>%s</a>".formatted(pages.get(link.page()).path(), link.anchor()));
    }
    return html.append("</ul>").toString();
  }
}
