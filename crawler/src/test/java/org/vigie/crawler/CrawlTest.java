package org.vigie.crawler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.vigie.advert.ExpiredMandateException;
import org.vigie.crawler.frontier.Seed;

/** How far a crawl goes: its scope, budget, limits and mandate. */
class CrawlTest extends CrawlOfASite {
  @Test
  void archivesEachPageOnceAndStaysInScope() throws Exception {
    site.page("/", "<a href='/1'>1</a><a href='/2'>2</a><a href='http://b.example.org/'>b</a>")
        .page("/1", "<a href='/'>home</a><a href='/2#x'>2</a><a href='/private/3'>3</a>")
        .page("/2", "<a href='/1'>1</a><a href='/missing'>4</a>");

    CrawlReport report = crawl(config());

    assertThat(site.targets()).containsExactlyInAnyOrder("/", "/1", "/2", "/missing");
    assertThat(report.outcomes())
        .isEqualTo(Map.of("fetched", 3L, "http-404", 1L, "robots-disallowed", 1L));
    assertThat(report.progress()).isEqualTo(new CrawlProgress(3, 0, 1, 1));
    assertThat(archived()).hasSize(4);
    assertThat(site.requests()).allMatch(r -> r.userAgent().startsWith("Vigie/0.1"));
  }

  @Test
  void spendsTheBudgetOfASeedAndLeavesTheRestToTheNextRun() throws Exception {
    StringBuilder home = new StringBuilder();
    for (int i = 0; i < 6; i++) {
      home.append("<a href='/p").append(i).append("'>p</a>");
      site.page("/p" + i, "<p>x");
    }
    site.page("/", home.toString());
    Seed seed = new Seed(site.url("/").toString(), Seed.Reach.HOST, MANDATE, 4, "", null, false);
    Crawl crawl = new Crawl(config(), MANDATE, folder.resolve("captures"), Clock.systemUTC());

    CrawlReport first = crawl.run(new CrawlPlan(List.of(seed), false), progress -> {});
    CrawlReport second = crawl.run(new CrawlPlan(List.of(seed), false), progress -> {});

    assertThat(first.outcomes()).isEqualTo(Map.of("fetched", 4L, "budget-spent", 3L));
    assertThat(first.progress()).isEqualTo(new CrawlProgress(4, 0, 0, 3));
    assertThat(second.outcomes()).isEqualTo(Map.of("fetched", 3L));
    assertThat(site.targets())
        .containsExactlyInAnyOrder("/", "/p0", "/p1", "/p2", "/p3", "/p4", "/p5");
  }

  @Test
  void followsRedirectsAsPagesOfTheirOwnWithinScopeAndRobots() throws Exception {
    site.page("/", "<a href='/to-b'>b</a><a href='/to-private'>p</a><a href='/to-ok'>o</a>")
        .redirect("/to-b", "http://10.0.0.1/secret")
        .redirect("/to-private", "/private/x")
        .redirect("/to-ok", "ok")
        .page("/ok", "<p>x");

    CrawlReport report = crawl(config());

    assertThat(site.targets())
        .containsExactlyInAnyOrder("/", "/to-b", "/to-private", "/to-ok", "/ok");
    assertThat(report.outcomes())
        .isEqualTo(
            Map.of(
                "fetched", 2L,
                "redirect", 2L,
                "redirect-out-of-scope", 1L,
                "robots-disallowed", 1L));
  }

  @Test
  void followsFiveRedirectsInARowAndNoMore() throws Exception {
    for (int i = 0; i < 9; i++) {
      site.redirect("/r" + i, "/r" + (i + 1));
    }

    CrawlReport report = crawl(config(), site.url("/r0"));

    assertThat(site.targets()).containsExactly("/r0", "/r1", "/r2", "/r3", "/r4", "/r5");
    assertThat(report.outcomes()).containsEntry("too-many-redirects", 1L);
  }

  @Test
  void refusesToStartUnderAnExpiredMandate() {
    Clock late = Clock.fixed(EXPIRY, ZoneOffset.UTC);

    assertThatThrownBy(() ->
            new Crawl(config(), MANDATE, folder.resolve("captures"), late)
                .run(List.of(site.url("/")), progress -> {}))
        .isInstanceOf(ExpiredMandateException.class);
    assertThat(site.allRequests()).isEmpty();
  }

  @Test
  void stopsWhenItsMandateExpiresAndKeepsTheRestForTheNext() throws Exception {
    AtomicInteger pages = new AtomicInteger();
    site.on(
        "/",
        exchange -> {
          pages.incrementAndGet();
          TestSite.send(exchange, 200, "text/html", "<a href='/1'>1</a><a href='/2'>2</a>");
        });
    Clock clock =
        new Clock() {
          @Override
          public java.time.ZoneId getZone() {
            return ZoneOffset.UTC;
          }

          @Override
          public Clock withZone(java.time.ZoneId zone) {
            return this;
          }

          @Override
          public Instant instant() {
            return pages.get() == 0 ? Instant.parse("2026-01-01T00:00:00Z") : EXPIRY;
          }
        };

    CrawlReport report =
        new Crawl(config(), MANDATE, folder.resolve("captures"), clock)
            .run(List.of(site.url("/")), progress -> {});

    assertThat(site.targets()).containsExactly("/");
    assertThat(report.outcomes()).containsKey("mandate-expired");
    site.page("/1", "x<p>").page("/2", "x<p>");
    crawl(config());
    assertThat(site.targets()).containsExactlyInAnyOrder("/", "/1", "/2");
  }

  @Test
  void stopsAtThePageLimitAndGoesOnInTheNextCrawl() throws Exception {
    site.page("/", "<a href='/1'>1</a><a href='/2'>2</a><a href='/3'>3</a>");
    for (int i = 1; i <= 3; i++) {
      site.page("/" + i, "<p>x");
    }
    CrawlConfig two = config(Duration.ofMillis(5), PATIENCE, 2, 3, 4);

    assertThat(crawl(two).progress()).isEqualTo(new CrawlProgress(2, 2, 0, 0));
    assertThat(crawl(two).progress()).isEqualTo(new CrawlProgress(2, 0, 0, 0));
    assertThat(site.targets()).containsExactlyInAnyOrder("/", "/1", "/2", "/3");
  }

  @Test
  void followsLinksAsManyHopsAsItIsTold() throws Exception {
    for (int i = 0; i < 6; i++) {
      site.page("/" + (i == 0 ? "" : i), "<a href=/%d>on</a>".formatted(i + 1));
    }
    CrawlConfig three = config(Duration.ofMillis(5), PATIENCE, 1_000, 3, 4);

    assertThat(crawl(three).outcomes()).isEqualTo(Map.of("fetched", 4L));
    assertThat(site.targets()).containsExactly("/", "/1", "/2", "/3");
  }

  @Test
  void knowsAPageUnderOneAddressWhateverItsSession() throws Exception {
    site.page("/", "<a href='/1?id=7&PHPSESSID=0123456789abcdef0123456789abcdef'>x</a>")
        .page("/1?id=7", "<a href='/1;jsessionid=00112233445566778899AABBCCDDEEFF?id=7'>x</a>");

    crawl(config());

    assertThat(site.targets()).containsExactly("/", "/1?id=7");
  }

  @Test
  void refusesASecondCrawlOnTheSameFolder() throws Exception {
    site.on(
        "/",
        exchange -> {
          assertThatThrownBy(() -> crawl(config())).hasMessageContaining("no other crawl");
          TestSite.send(exchange, 200, "text/html", "<p>x");
        });

    assertThat(crawl(config()).outcomes()).isEqualTo(Map.of("fetched", 1L));
  }
}
