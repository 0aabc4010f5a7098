package org.vigie.crawler.robots;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RobotsCacheTest {
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

  @TempDir Path folder;

  @Test
  void judgesAsBeforeTheRestartWhatItRemembers() throws Exception {
    byte[] robots = "# é\nUser-agent: *\nDisallow: /*b$\nSitemap: /s.xml".getBytes(UTF_8);
    for (String path : List.of("/abb", "/a", "/robots.txt")) {
      URI page = URI.create("http://x.example.org" + path);
      RobotsRules first = cache(200, robots, NOON, new AtomicInteger()).rules(page);
      RobotsRules after = cache(503, new byte[0], NOON, new AtomicInteger()).rules(page);

      assertThat(after.allows(page))
          .isEqualTo(first.allows(page))
          .isNotEqualTo(path.equals("/abb"));
      assertThat(after.sitemaps())
          .isEqualTo(first.sitemaps())
          .containsExactly(URI.create("http://x.example.org/s.xml"));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 401, 402, 403, 404, 405, 410, 418, 451, 499})
  void takesEveryRefusalOfTheFileForPermission(int status) throws Exception {
    URI page = URI.create("http://x.example.org/a");

    RobotsRules rules = cache(status, new byte[0], NOON, new AtomicInteger()).rules(page);

    assertThat(rules.reached()).isTrue();
    assertThat(rules.allows(page)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(ints = {100, 304, 429, 500, 502, 503, 504, 599, 999})
  void takesNoOtherAnswerForPermission(int status) throws Exception {
    URI page = URI.create("http://x.example.org/a");

    RobotsRules rules = cache(status, new byte[0], NOON, new AtomicInteger()).rules(page);

    assertThat(rules.reached()).isFalse();
    assertThat(rules.allows(page)).isFalse();
  }

  @Test
  void asksForAFileOfEachSchemeHostAndPort() throws Exception {
    AtomicInteger asked = new AtomicInteger();
    RobotsCache cache = cache(200, new byte[0], NOON, asked);
    for (String origin :
        List.of(
            "http://x.example.org",
            "https://x.example.org",
            "http://x.example.org:8080",
            "http://www.x.example.org")) {
      cache.rules(URI.create(origin + "/a"));
      cache.rules(URI.create(origin + "/b?c"));
    }

    assertThat(asked).hasValue(4);
  }

  @Test
  void asksForAFileOnceADayAlsoAcrossRestarts() throws Exception {
    AtomicInteger asked = new AtomicInteger();
    byte[] robots = "User-agent: *\nDisallow: /a".getBytes(UTF_8);
    URI page = URI.create("http://x.example.org/a");

    for (int hour = 0; hour < 48; hour++) {
      RobotsCache cache = cache(200, robots, NOON.plus(Duration.ofHours(hour)), asked);
      assertThat(cache.rules(page).allows(page)).isFalse();
    }

    assertThat(asked).hasValue(2);
  }

  @Test
  void letsACopyStandInForThirtyDaysAndNoLonger() throws Exception {
    URI page = URI.create("http://x.example.org/b");
    cache(200, new byte[0], NOON, new AtomicInteger()).rules(page);

    assertThat(after(Duration.ofDays(2), page)).isTrue();
    assertThat(after(Duration.ofDays(29), page)).isTrue();
    assertThat(after(Duration.ofDays(31), page)).isFalse();
  }

  @Test
  void doublesTheWaitForAHostThatFailsThoughItIsRestartedEachTime() throws Exception {
    AtomicInteger asked = new AtomicInteger();
    URI page = URI.create("http://x.example.org/b");
    // After 0, 1, 3, 7, 15 and 31 minutes.
    for (int minute = 0; minute < 60; minute++) {
      RobotsCache cache = cache(500, new byte[0], NOON.plus(Duration.ofMinutes(minute)), asked);
      assertThat(cache.rules(page).allows(page)).isFalse();
    }

    assertThat(asked).hasValue(6);
  }

  private boolean after(Duration time, URI page) throws Exception {
    return cache(503, new byte[0], NOON.plus(time), new AtomicInteger()).rules(page).allows(page);
  }

  private RobotsCache cache(int status, byte[] body, Instant now, AtomicInteger asked) {
    return RobotsFiles.cache(status, body, folder, now, asked);
  }
}
