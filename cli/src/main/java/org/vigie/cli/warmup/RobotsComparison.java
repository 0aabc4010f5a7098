package org.vigie.cli.warmup;

import static java.nio.charset.StandardCharsets.UTF_8;

import crawlercommons.robots.SimpleRobotRules;
import crawlercommons.robots.SimpleRobotRulesParser;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.IntConsumer;
import java.util.function.Predicate;
import org.vigie.capture.warc.Exchange;
import org.vigie.crawler.politeness.HostMemory;
import org.vigie.crawler.politeness.Politeness;
import org.vigie.crawler.robots.DotSegments;
import org.vigie.crawler.robots.RobotsCache;
import org.vigie.crawler.robots.RobotsRules;

/**
 * A comparison of our robots matcher with crawler-commons' own and with a plain reading of RFC
 * 9309, over generated files.
 */
public final class RobotsComparison {
  /** Pages that are judged by each generated file. */
  public static final int PAGES_OF_A_FILE = 20;

  /** The only kinds of disagreement that are known, and explained at {@link LongestMatch}. */
  public static final List<String> KNOWN_KINDS =
      List.of(
          "all agree",
          "both allow: dot segments",
          "both allow: encoded delimiter",
          "crawler-commons allows what the RFC disallows",
          "crawler-commons disallows what the RFC allows");

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

  private static final String AGENT = "vigie";

  private final long seed;
  private final BiFunction<String, String, Predicate<String>> rfc;

  /**
   * @param seed of the generated files
   * @param rfc a plain reading of RFC 9309: text of a robots.txt and product token → whether the
   *     path of a page is allowed
   */
  public RobotsComparison(long seed, BiFunction<String, String, Predicate<String>> rfc) {
    this.seed = seed;
    this.rfc = rfc;
  }

  /**
   * What the three said.
   *
   * @param pairs of a file and a page that were judged
   * @param allowed how many of them we allow
   * @param kinds kind of agreement or disagreement → pairs
   * @param tooMuch pairs that we allow and another disallows, spelled out
   * @param differences pairs that not all judged alike, spelled out, 50 at most
   */
  public record Result(
      int pairs,
      int allowed,
      Map<String, Integer> kinds,
      List<String> tooMuch,
      List<String> differences) {
    public Result {
      kinds = Map.copyOf(kinds);
      tooMuch = List.copyOf(tooMuch);
      differences = List.copyOf(differences);
    }
  }

  /**
   * Compares over rules that all must read alike.
   *
   * @param onFile told the number of each file that is done
   */
  public Result overPlainRules(int files, IntConsumer onFile) throws InterruptedException {
    return compare(files, PLAIN, "", onFile);
  }

  /**
   * Compares over rules on which the RFC is unclear or crawler-commons is known to be wrong.
   *
   * @param onFile told the number of each file that is done
   */
  public Result overHardRules(int files, IntConsumer onFile) throws InterruptedException {
    return compare(files, WILD, "$", onFile);
  }

  private Result compare(int files, String[] parts, String end, IntConsumer onFile)
      throws InterruptedException {
    Random random = new Random(seed);
    int allowed = 0;
    Map<String, Integer> kinds = new TreeMap<>();
    List<String> tooMuch = new ArrayList<>();
    List<String> differences = new ArrayList<>();
    for (int file = 0; file < files; file++) {
      String robots = robots(random, parts, end);
      Judges judges = Judges.of(file, robots, rfc.apply(robots, AGENT));
      for (int i = 0; i < PAGES_OF_A_FILE; i++) {
        Judgement judgement = judges.judge(target(random, parts));
        kinds.merge(judgement.kind(), 1, Integer::sum);
        allowed += judgement.ours ? 1 : 0;
        if (judgement.allowsTooMuch()) {
          tooMuch.add(spelledOut(file, judgement, robots));
        }
        if (!judgement.isUnanimous() && differences.size() < 50) {
          differences.add(spelledOut(file, judgement, robots));
        }
      }
      onFile.accept(file + 1);
    }
    return new Result(files * PAGES_OF_A_FILE, allowed, kinds, tooMuch, differences);
  }

  private String spelledOut(int file, Judgement judgement, String robots) {
    return "seed %d, file %d, %s by%n%s".formatted(seed, file, judgement, robots);
  }

  /** What each says of one page. */
  private record Judgement(
      String target, String undotted, boolean ours, boolean commons, boolean rfc) {
    boolean isUnanimous() {
      return ours == commons && ours == rfc;
    }

    boolean allowsTooMuch() {
      return ours && !(rfc && commons);
    }

    String kind() {
      if (isUnanimous()) {
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

  private record Judges(
      String origin, RobotsRules ours, SimpleRobotRules commons, Predicate<String> rfc) {
    static Judges of(int number, String robots, Predicate<String> rfc) throws InterruptedException {
      byte[] file = robots.getBytes(UTF_8);
      String origin = "http://h" + number + ".example.org";
      return new Judges(
          origin,
          ours(file).rules(URI.create(origin + "/")),
          new SimpleRobotRulesParser()
              .parseContent(origin + "/robots.txt", file, "text/plain", List.of(AGENT)),
          rfc);
    }

    /** The way of a crawl, from the answer on. */
    private static RobotsCache ours(byte[] file) {
      return new RobotsCache(
          (url, maxBytes, whileHeld) -> answer(url, file),
          new Politeness(Duration.ZERO),
          AGENT,
          HostMemory.none(),
          Clock.fixed(Instant.EPOCH, ZoneOffset.UTC));
    }

    private static Exchange answer(URI url, byte[] file) {
      return new Exchange(
          url.toString(),
          "",
          Instant.EPOCH,
          Duration.ZERO,
          new byte[0],
          200,
          "",
          List.of(),
          file,
          false);
    }

    Judgement judge(String target) {
      URI page = URI.create(origin + target);
      return new Judgement(
          target,
          DotSegments.remove(page).toString().substring(origin.length()),
          ours.allows(page),
          commons.isAllowed(page.toString()),
          rfc.test(target));
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
