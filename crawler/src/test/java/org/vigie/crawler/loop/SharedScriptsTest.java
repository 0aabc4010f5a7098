package org.vigie.crawler.loop;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vigie.capture.warc.Exchange;
import org.vigie.capture.warc.HeaderLine;

/** Which answers the pages of a crawl share. */
class SharedScriptsTest {
  private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

  private final SharedScripts shared = new SharedScripts(Clock.fixed(NOON, ZoneOffset.UTC));

  @Test
  void sharesScriptsAndStyleSheetsButNoData() {
    shared.keep(answer("https://a.example.org/app.js", "text/javascript", NOON, 10));
    shared.keep(answer("https://a.example.org/app.css", "text/css", NOON, 10));
    shared.keep(answer("https://a.example.org/offers", "application/json", NOON, 10));

    assertThat(shared.find("https://a.example.org/app.js")).isNotNull();
    assertThat(shared.find("https://a.example.org/app.css")).isNotNull();
    assertThat(shared.find("https://a.example.org/offers")).isNull();
  }

  @Test
  void forgetsThemAfterTenMinutes() {
    Instant before = NOON.minus(Duration.ofMinutes(11));
    shared.keep(answer("https://a.example.org/app.js", "text/javascript", before, 10));

    assertThat(shared.find("https://a.example.org/app.js")).isNull();
  }

  @Test
  void dropsTheOldestWhenTheyGrowTooMany() {
    shared.keep(answer("https://a.example.org/1.js", "text/javascript", NOON, 9 << 20));
    shared.keep(answer("https://a.example.org/2.js", "text/javascript", NOON, 9 << 20));

    assertThat(shared.find("https://a.example.org/1.js")).isNull();
    assertThat(shared.find("https://a.example.org/2.js")).isNotNull();
  }

  private static Exchange answer(String url, String type, Instant at, int length) {
    return new Exchange(
        url,
        "",
        at,
        Duration.ZERO,
        new byte[0],
        200,
        "OK",
        List.of(new HeaderLine("Content-Type", type)),
        new byte[length],
        false);
  }
}
