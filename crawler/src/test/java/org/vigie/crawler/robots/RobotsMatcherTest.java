package org.vigie.crawler.robots;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import crawlercommons.robots.SimpleRobotRules;
import crawlercommons.robots.SimpleRobotRulesParser;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class RobotsMatcherTest {
  private static final int FILES = 10_000;
  private static final int PAGES_OF_EACH = 20;
  private static final String[] NAMES = {
    "vigie", "Vigie", "*", "vigie/2.0", "other", "vigiebot", "vigie-news", "VIGIE 3"
  };

  /** What all three read alike. */
  private static final String[] PLAIN = {
    "/", "a", "b", "X", "*", "%58", "%62", "%e4", "?q=z", "&r", ".html", "//", "é", "%C3%A9", ";x",
    "%", "%zz", "~", "%7e", "|", " "
  };

  /** What they differ on. */
  private static final String[] WILD = {
    "$",
    "*",
    "*",
    "a",
    "b",
    "%3A",
    ":",
    "%3b",
    ";",
    "@",
    "%24",
    "%2a",
    "/..",
    "/.",
    "/%2E%2e/",
    "/index.html",
    "?",
    "%2F",
    "/",
    "+",
    "%2b"
  };

  private static final long SEED = Long.getLong("vigie.seed", 9309);

  @BeforeAll
  static void tellTheSeed() {
    System.out.println("seed of the generated robots.txt files: " + SEED);
  }

  @Test
  void judgesTwoHundredThousandGeneratedPairsAsCrawlerCommonsAndAsTheRfcDo() throws Exception {
    Random random = new Random(SEED);
    int allowed = 0;
    for (int file = 0; file < FILES; file++) {
      String robots = robots(random, PLAIN, "");
      Judges judges = new Judges(file, robots);
      for (int i = 0; i < PAGES_OF_EACH; i++) {
        Judgement judgement = judges.judge(target(random, PLAIN));
        assertThat(judgement)
            .as("seed %d, file %d\n%s", SEED, file, robots)
            .isEqualTo(judgement.unanimous());
        allowed += judgement.ours ? 1 : 0;
      }
    }
    assertThat(allowed).as("a fair share of both answers").isBetween(40_000, 160_000);
  }

  /** Each kind of disagreement is there, so that it is known to be one. */
  @Test
  void neverAllowsWhatTheRfcOrCrawlerCommonsDisallowsOnFortyThousandHarderPairs() throws Exception {
    Random random = new Random(SEED);
    Map<String, Integer> kinds = new TreeMap<>();
    for (int file = 0; file < FILES / 5; file++) {
      String robots = robots(random, WILD, "$");
      Judges judges = new Judges(file, robots);
      for (int i = 0; i < PAGES_OF_EACH; i++) {
        Judgement judgement = judges.judge(target(random, WILD));
        assertThat(judgement.ours && !(judgement.rfc && judgement.commons))
            .as("allowed too much: seed %d, file %d, %s\n%s", SEED, file, judgement, robots)
            .isFalse();
        kinds.merge(judgement.kind(), 1, Integer::sum);
      }
    }
    System.out.println("ours beside the RFC and crawler-commons: " + kinds);
    assertThat(kinds)
        .containsOnlyKeys(
            "all agree",
            "crawler-commons allows what the RFC disallows",
            "crawler-commons disallows what the RFC allows",
            "both allow: encoded delimiter",
            "both allow: dot segments");
    assertThat(kinds.get("all agree")).isGreaterThan(25_000);
  }

  /** What each says of one page. */
  private record Judgement(
      String target, String undotted, boolean ours, boolean commons, boolean rfc) {
    Judgement unanimous() {
      return new Judgement(target, undotted, ours, ours, ours);
    }

    String kind() {
      if (ours == commons && ours == rfc) {
        return "all agree";
      }
      if (commons != rfc) {
        return commons
            ? "crawler-commons allows what the RFC disallows"
            : "crawler-commons disallows what the RFC allows";
      }
      return target.equals(undotted) ? "both allow: encoded delimiter" : "both allow: dot segments";
    }
  }

  private static final class Judges {
    private final String origin;
    private final RobotsRules ours;
    private final SimpleRobotRules commons;
    private final PlainRobots rfc;

    Judges(int number, String robots) throws InterruptedException {
      byte[] file = robots.getBytes(UTF_8);
      origin = "http://h" + number + ".example.org";
      ours = RobotsFiles.rules(file, "Vigie", URI.create(origin + "/"));
      commons =
          new SimpleRobotRulesParser()
              .parseContent(origin + "/robots.txt", file, "text/plain", List.of("vigie"));
      rfc = new PlainRobots(robots, "vigie");
    }

    Judgement judge(String target) {
      URI page = URI.create(origin + target);
      return new Judgement(
          target,
          DotSegments.remove(page).toString().substring(origin.length()),
          ours.allows(page),
          commons.isAllowed(page.toString()),
          rfc.allows(target));
    }
  }

  private static String robots(Random random, String[] parts, String end) {
    StringBuilder file = new StringBuilder("User-agent: " + pick(NAMES, random) + "\n");
    int lines = 1 + random.nextInt(14);
    for (int i = 0; i < lines; i++) {
      switch (random.nextInt(10)) {
        case 0, 1 -> file.append("User-agent: ").append(pick(NAMES, random));
        case 2 -> file.append("Crawl-delay: ").append(random.nextInt(5));
        case 3 -> file.append("# ").append(pick(parts, random));
        case 4 -> file.append("Sitemap: https://example.org/s.xml # map");
        case 5, 6 -> file.append("allow : ").append(path(random, parts)).append(end(random, end));
        default -> file.append("Disallow:").append(path(random, parts)).append(end(random, end));
      }
      file.append(random.nextBoolean() ? "\n" : "\r\n");
    }
    return file.toString();
  }

  private static String end(Random random, String end) {
    return random.nextInt(3) == 0 ? end : "";
  }

  private static String target(Random random, String[] parts) {
    return path(random, parts)
        .replace("é", "%C3%A9")
        .replace("|", "%7C")
        .replace(" ", "%20")
        .replaceAll("%(?![0-9A-Fa-f]{2})", "%25");
  }

  private static String path(Random random, String[] parts) {
    StringBuilder path = new StringBuilder("/");
    for (int i = random.nextInt(5); i > 0; i--) {
      path.append(pick(parts, random));
    }
    return path.toString();
  }

  private static String pick(String[] from, Random random) {
    return from[random.nextInt(from.length)];
  }
}
