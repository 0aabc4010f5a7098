package org.vigie.crawler.robots;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import crawlercommons.robots.SimpleRobotRules;
import crawlercommons.robots.SimpleRobotRulesParser;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.crawler.extract.SharedPages;
import org.vigie.crawler.politeness.HostMemory;
import org.vigie.crawler.politeness.Politeness;
import org.vigie.crawler.warc.Exchange;

class RobotsCacheTest {
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
  private static final String[] NAMES = {"vigie", "Vigie", "*", "vigie/2.0", "other", "vigiebot"};
  private static final String[] PARTS = {
    "/", "a", "b", "*", "$", "%41", "%2F", "%e4", "?q=1", "&r", ".html", "//", "é", "..", ";x"
  };

  @TempDir Path folder;

  /** Both at first sight and as remembered after a restart. */
  @Test
  void judgesTwentyThousandGeneratedPairsAsTheMatcherOfCrawlerCommonsDoes() throws Exception {
    long seed = Long.getLong("vigie.seed", 9309);
    System.out.println("seed of the generated robots.txt files: " + seed);
    Random random = new Random(seed);
    int allowed = 0;
    for (int file = 0; file < 1_000; file++) {
      byte[] robots = robots(random).getBytes(UTF_8);
      String origin = "http://h" + file + ".example.org";
      SimpleRobotRules expected =
          new SimpleRobotRulesParser()
              .parseContent(origin + "/robots.txt", robots, "text/plain", List.of("vigie"));
      boolean restarted = file % 10 == 0;
      RobotsCache cache = cache(200, robots, NOON, new AtomicInteger());
      for (int i = 0; i < 20; i++) {
        URI page = page(origin, random);
        boolean allows = cache.rules(page).allows(page);
        assertThat(allows)
            .as("seed %d, file %d, %s", seed, file, page)
            .isEqualTo(expected.isAllowed(page.toString()));
        if (restarted) {
          RobotsCache after = cache(503, new byte[0], NOON, new AtomicInteger());
          assertThat(after.rules(page).allows(page)).isEqualTo(allows);
        }
        allowed += allows ? 1 : 0;
      }
    }
    assertThat(allowed).as("a fair share of both answers").isBetween(4_000, 16_000);
  }

  @Test
  void readsEveryFileOfTheSharedDataAsCrawlerCommonsDoes() throws Exception {
    int files = 0;
    for (Path file : SharedPages.files(SharedPages.folder("crawl/robots"), ".txt")) {
      byte[] robots = SharedPages.read(file);
      String origin = "http://f" + files + ".example.org";
      SimpleRobotRules expected =
          new SimpleRobotRulesParser()
              .parseContent(origin + "/robots.txt", robots, "text/plain", List.of("vigie"));
      RobotsCache cache = cache(200, robots, NOON, new AtomicInteger());
      for (String path : List.of("/", "/a", "/fish.php?id=1", "/tmp/x.html", "/robots.txt")) {
        URI page = URI.create(origin + path);
        assertThat(cache.rules(page).allows(page))
            .as("%s of %s", path, file.getFileName())
            .isEqualTo(expected.isAllowed(page.toString()));
      }
      files++;
    }
    assertThat(files).isGreaterThanOrEqualTo(20);
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
    RobotsCache.Requests requests =
        (url, maxBytes) -> {
          asked.incrementAndGet();
          return new Exchange(
              url.toString(),
              "",
              now,
              Duration.ZERO,
              new byte[0],
              status,
              "",
              List.of(),
              body,
              false);
        };
    return new RobotsCache(
        requests,
        new Politeness(Duration.ZERO),
        "Vigie",
        HostMemory.in(folder),
        Clock.fixed(now, ZoneOffset.UTC));
  }

  private static String robots(Random random) {
    StringBuilder file = new StringBuilder();
    int lines = 1 + random.nextInt(14);
    for (int i = 0; i < lines; i++) {
      switch (random.nextInt(8)) {
        case 0, 1 -> file.append("User-agent: ").append(pick(NAMES, random));
        case 2 -> file.append("Crawl-delay: ").append(random.nextInt(5));
        case 3 -> file.append("# ").append(pick(PARTS, random));
        case 4, 5 -> file.append("Allow: ").append(path(random));
        default -> file.append("Disallow:").append(path(random));
      }
      file.append(random.nextBoolean() ? "\n" : "\r\n");
    }
    return "User-agent: " + pick(NAMES, random) + "\n" + file;
  }

  private static URI page(String origin, Random random) {
    String path = path(random).replace("é", "%C3%A9");
    return URI.create(origin + "/" + path);
  }

  private static String path(Random random) {
    StringBuilder path = new StringBuilder("/");
    for (int i = random.nextInt(4); i > 0; i--) {
      path.append(pick(PARTS, random));
    }
    return path.toString();
  }

  private static String pick(String[] from, Random random) {
    return from[random.nextInt(from.length)];
  }
}
