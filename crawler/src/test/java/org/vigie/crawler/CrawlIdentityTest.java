package org.vigie.crawler;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.advert.Mandate;
import org.vigie.capture.TestMandate;
import org.vigie.crawler.frontier.Seed;

/** What a site learns of who asks, and what it is never sent. */
@Timeout(180)
class CrawlIdentityTest {
  private static final String AGENT = "Vigie/0.1 (+mailto:crawl@example.org)";

  /** By which a server knows a person, or a browser. */
  private static final List<String> NEVER_SENT =
      List.of("Cookie", "Authorization", "Proxy-Authorization", "Referer", "From");

  private static final Mandate MANDATE = TestMandate.WITH_IMAGES;

  @TempDir Path folder;
  private TestSite site;

  @BeforeEach
  void open() throws IOException {
    site = new TestSite("a.example.org");
  }

  @AfterEach
  void close() {
    site.close();
  }

  @Test
  void saysWhoAsksAndHowToReachThemInEveryRequestWhateverItIsFor() throws Exception {
    site.redirect("/robots.txt", "/robots-elsewhere.txt")
        .on(
            "/robots-elsewhere.txt",
            exchange ->
                TestSite.send(
                    exchange, 200, "text/plain", "Sitemap: " + site.url("/map.txt") + "\n"))
        .on(
            "/map.txt",
            exchange ->
                TestSite.send(exchange, 200, "text/plain", site.url("/from-map").toString()))
        .page("/", "<a href=/moved>x</a>")
        .redirect("/moved", "/offer")
        .page("/from-map", "<p>x")
        .page("/offer", offer("/picture.jpg"))
        .on(
            "/picture.jpg",
            exchange -> TestSite.send(exchange, 200, "image/jpeg", new byte[] {1, 2, 3}));

    crawl();

    assertThat(site.allRequests())
        .extracting(TestSite.Request::target)
        .containsExactlyInAnyOrder(
            "/robots.txt",
            "/robots-elsewhere.txt",
            "/",
            "/map.txt",
            "/from-map",
            "/moved",
            "/offer",
            "/picture.jpg");
    assertThat(site.allRequests())
        .allSatisfy(request ->
            assertThat(request.headers().get("User-Agent"))
                .as(request.target())
                .containsExactly(AGENT));
  }

  @Test
  void obeysTheRulesForTheNameThatItGives() throws Exception {
    site.robots(200, "User-agent: *\nAllow: /\n\nUser-agent: vigie\nDisallow: /\n")
        .page("/", "<p>x");

    assertThat(crawl().outcomes()).isEqualTo(Map.of("robots-disallowed", 1L));
    assertThat(site.requests()).isEmpty();
  }

  @Test
  void logsInNowhereSolvesNoRiddleAndPaysNothing() throws Exception {
    site.robots(404, "")
        .on(
            "/",
            exchange -> {
              exchange.getResponseHeaders().set("Set-Cookie", "session=1; Path=/");
              TestSite.send(
                  exchange,
                  200,
                  "text/html",
                  """
                  <form method=post action=/login><input name=user><input type=submit></form>
                  <form action=/search><input name=q></form>
                  <a href=/members>members</a><a href=/riddle>riddle</a><a href=/paid>paid</a>
                  <a href=//reader:secret@a.example.org:%d/with-password>x</a>
                  <img src=/picture.jpg><script src=/code.js></script><link rel=stylesheet href=/x.css>
                  """
                      .formatted(site.url("/").getPort()));
            })
        .on(
            "/members",
            exchange -> {
              exchange.getResponseHeaders().set("WWW-Authenticate", "Basic realm=members");
              TestSite.send(exchange, 401, "text/html", "<p>log in");
            })
        .on("/riddle", exchange -> TestSite.send(exchange, 403, "text/html", "<p>are you human?"))
        .on("/paid", exchange -> TestSite.send(exchange, 402, "text/html", "<p>subscribe"));

    CrawlReport report = crawl();

    assertThat(site.targets()).containsExactlyInAnyOrder("/", "/members", "/riddle", "/paid");
    assertThat(report.outcomes())
        .isEqualTo(Map.of("fetched", 1L, "http-401", 1L, "http-402", 1L, "http-403", 1L));
    assertThat(site.allRequests())
        .allSatisfy(request -> {
          assertThat(request.method()).isEqualTo("GET");
          assertThat(NEVER_SENT).noneMatch(request.headers()::containsKey);
        });
  }

  private static String offer(String image) {
    return """
    <!doctype html><title>Bicycle</title><script type="application/ld+json">
    {"@context": "https://schema.org", "@type": "Product", "name": "Bicycle",
     "description": "An old bicycle, for sale in Lyon", "image": ["%s"],
     "offers": {"@type": "Offer", "price": "90", "priceCurrency": "EUR"}}
    </script>\
    """
        .formatted(image);
  }

  private CrawlReport crawl() throws IOException, InterruptedException {
    CrawlConfig config =
        new CrawlConfig(
            AGENT,
            Duration.ofMillis(5),
            Duration.ofSeconds(5),
            100,
            16,
            1 << 20,
            2,
            new CrawlConfig.LocalWeb(true, Map.of("a.example.org", "127.0.0.1")));
    Seed seed =
        new Seed(
            site.url("/").toString(), Seed.Reach.HOST, MANDATE, Seed.UNLIMITED, "", null, true);
    return new Crawl(config, MANDATE, folder.resolve("captures"), Clock.systemUTC())
        .run(new CrawlPlan(List.of(seed), false), progress -> {});
  }
}
