package org.vigie.crawler;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.vigie.capture.TestMandate;
import org.vigie.capture.extract.site.SiteTemplates;

class PageTrialTest {
  private static final String PAGE =
      "<h1>Cook wanted</h1><p>An invented offer for a cook who likes to work at noon.</p>"
          + "<a href='/2'>Two</a><a href='https://other.example.net/'>Other</a>";

  @Test
  void showsWhatAPageYieldsAfterAskingForItsRobotsRules() throws Exception {
    try (TestSite site = new TestSite("localhost")) {
      site.robots(200, "User-agent: *\nDisallow: /closed").page("/a/1", PAGE);

      PageTrial.Report report = trial(true).fetch(site.url("/a/1"));

      assertThat(report.outcome()).isEqualTo("fetched");
      assertThat(Objects.requireNonNull(report.page()).extraction().adverts()).hasSize(1);
      assertThat(report.inScope()).containsExactly(site.url("/2").toString());
      assertThat(report.outOfScope()).containsExactly("https://other.example.net/");
      assertThat(site.allRequests())
          .extracting(TestSite.Request::target)
          .containsExactly("/robots.txt", "/a/1");
    }
  }

  @Test
  void asksForNoPageThatRobotsRulesCloseOrHide() throws Exception {
    try (TestSite site = new TestSite("localhost")) {
      site.robots(200, "User-agent: *\nDisallow: /closed").page("/closed", PAGE);
      assertThat(trial(true).fetch(site.url("/closed")).outcome()).isEqualTo("robots-disallowed");
      site.robots(503, "");
      assertThat(trial(true).fetch(site.url("/closed")).outcome()).isEqualTo("robots-unreachable");
      assertThat(site.requests()).isEmpty();
    }
  }

  @Test
  void refusesAForbiddenAddressAndFollowsNoRedirect() throws Exception {
    try (TestSite site = new TestSite("localhost")) {
      site.robots(404, "").redirect("/a", "http://127.200.0.1/");

      assertThat(trial(false).fetch(site.url("/a")).outcome()).isEqualTo("address-refused");
      assertThat(site.allRequests()).isEmpty();
      assertThat(trial(true).fetch(site.url("/a")).redirect()).isEqualTo("http://127.200.0.1/");
      assertThat(trial(true).fetch(URI.create("http://127.200.0.1/")).outcome())
          .isEqualTo("address-refused");
    }
  }

  private static PageTrial trial(boolean loopback) {
    CrawlConfig config =
        new CrawlConfig(
            "Vigie/0.1 (test)",
            Duration.ofMillis(5),
            Duration.ofSeconds(5),
            1,
            0,
            1 << 20,
            1,
            new CrawlConfig.LocalWeb(loopback, Map.of("localhost", "127.0.0.1")));
    return new PageTrial(config, TestMandate.VALID, SiteTemplates.none(), Clock.systemUTC());
  }
}
