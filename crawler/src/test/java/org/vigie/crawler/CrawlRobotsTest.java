package org.vigie.crawler;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a crawl makes of the robots.txt of a site. */
class CrawlRobotsTest extends CrawlOfASite {
  @ParameterizedTest
  @ValueSource(
      strings = {"500", "503", "429", "timeout", "reset", "loop", "private", "html", "no-location"})
  void fetchesNothingFromAHostWhoseRobotsRulesAreUnknown(String failure) throws Exception {
    site.page("/", "<p>x");
    site.on(
        "/robots.txt",
        exchange -> {
          switch (failure) {
            case "timeout" -> {
              exchange.sendResponseHeaders(200, 0);
              OutputStream out = exchange.getResponseBody();
              for (int i = 0; i < 100; i++) {
                out.write('#');
                out.flush();
                pause(100);
              }
            }
            case "reset" -> exchange.close();
            case "loop" -> redirect(exchange, "/robots.txt");
            case "private" -> redirect(exchange, "http://10.0.0.1/robots.txt");
            case "no-location" -> TestSite.send(exchange, 301, "text/plain", "x");
            case "html" -> TestSite.send(exchange, 200, "text/html", "<!doctype html><p>x");
            default ->
                TestSite.send(exchange, Integer.parseInt(failure), "text/plain", "Disallow:");
          }
        });

    CrawlReport report = crawl(impatient());

    assertThat(site.requests()).isEmpty();
    assertThat(report.outcomes()).isEqualTo(Map.of("robots-unreachable", 1L));
    assertThat(report.progress().disallowed()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(ints = {5, 6})
  void followsFiveRedirectsToRobotsRulesAndNoMore(int redirects) throws Exception {
    String from = "/robots.txt";
    for (int i = 1; i <= redirects; i++) {
      site.redirect(from, "/r" + i);
      from = "/r" + i;
    }
    site.on(
            from,
            exchange -> TestSite.send(exchange, 200, "text/plain", "User-agent: *\nDisallow: /b\n"))
        .page("/", "<a href=/b>x</a>")
        .page("/b", "<p>x");

    CrawlReport report = crawl(config());

    assertThat(report.outcomes())
        .isEqualTo(
            redirects > 5
                ? Map.of("robots-unreachable", 1L)
                : Map.of("fetched", 1L, "robots-disallowed", 1L));
    assertThat(site.targets()).doesNotContain("/r6", "/b");
  }

  @Test
  void followsARedirectWhoseSchemeIsInCapitals() throws Exception {
    String rules = site.url("/rules").toString().replaceFirst("^http", "HTTP");
    site.redirect("/robots.txt", rules)
        .on(
            "/rules",
            exchange -> TestSite.send(exchange, 200, "text/plain", "User-agent: *\nDisallow: /b"))
        .page("/", "<a href=/b>x</a>")
        .page("/b", "<p>x");

    assertThat(crawl(config()).outcomes())
        .isEqualTo(Map.of("fetched", 1L, "robots-disallowed", 1L));
  }

  @Test
  void takesAMissingRobotsFileForPermission() throws Exception {
    site.robots(404, "").page("/", "<p>x");

    assertThat(crawl(config()).outcomes()).isEqualTo(Map.of("fetched", 1L));
  }

  @Test
  void readsTheSitemapsThatRobotsRulesNameWithinScope() throws Exception {
    site.robots(
        200,
        "User-agent: *\nDisallow: /private\nSitemap: "
            + site.url("/map.xml")
            + "\nSitemap: http://10.0.0.1/map.xml\n");
    site.page("/", "<p>nothing leads on")
        .page("/a", "<p>a")
        .page("/b", "<p>b")
        .on(
            "/map.xml",
            exchange ->
                TestSite.send(
                    exchange,
                    200,
                    "application/xml",
                    "<urlset xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'><url><loc>"
                        + site.url("/a")
                        + "</loc></url><url><loc>"
                        + site.url("/b")
                        + "</loc></url><url><loc>"
                        + site.url("/private/c")
                        + "</loc></url></urlset>"));

    CrawlReport report = crawl(config());

    assertThat(site.targets()).containsExactlyInAnyOrder("/", "/map.xml", "/a", "/b");
    assertThat(report.outcomes()).isEqualTo(Map.of("fetched", 4L, "robots-disallowed", 1L));
  }

  private static void redirect(com.sun.net.httpserver.HttpExchange exchange, String location)
      throws IOException {
    exchange.getResponseHeaders().set("Location", location);
    TestSite.send(exchange, 302, "text/plain", "x");
  }
}
