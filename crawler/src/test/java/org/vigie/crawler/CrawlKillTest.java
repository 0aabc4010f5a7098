package org.vigie.crawler;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.vigie.advert.Mandate;
import org.vigie.crawler.warc.WarcEntry;
import org.vigie.crawler.warc.WarcReader;

class CrawlKillTest {
  private static final int PAGES = 30;
  private static final int THREADS = 4;

  @TempDir Path folder;

  /** Crawls in a process of its own: folder, then the seed. */
  public static void main(String[] args) throws Exception {
    crawl(Path.of(args[0]), URI.create(args[1]));
  }

  @Test
  @Timeout(90)
  void archivesEveryPageOnceThoughKilledAgainAndAgain() throws Exception {
    Random random = new Random(7);
    try (TestSite site = chain()) {
      for (int kill = 0; kill < 4; kill++) {
        Process process = start(site, "");
        int before = site.requests().size();
        while (process.isAlive() && site.requests().size() < before + 12) {
          Thread.sleep(5);
        }
        Thread.sleep(random.nextInt(20));
        assertThat(process.isAlive()).as("still crawling when killed").isTrue();
        process.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
      }
      crawl(captures(), site.url("/p0"));

      assertExact(site, 4);
    }
  }

  /** Each place is met when the first page is written, and again when others share the write. */
  @ParameterizedTest
  @EnumSource(value = Failpoint.class, names = "EVENTS_.*", mode = EnumSource.Mode.MATCH_NONE)
  @Timeout(90)
  void archivesEveryPageOnceThoughKilledBetweenTwoSteps(Failpoint place) throws Exception {
    try (TestSite site = chain()) {
      int kills = 0;
      for (int times : List.of(1, 9)) {
        Process process = start(site, place.label() + ":" + times);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        kills += process.exitValue() == Failpoint.KILLED ? 1 : 0;
      }
      assertThat(kills).as("kills at " + place.label()).isPositive();
      crawl(captures(), site.url("/p0"));

      assertExact(site, kills);
    }
  }

  /** A chain of pages with side links and a redirect: a lost link loses all that follow. */
  private static TestSite chain() throws Exception {
    TestSite site = new TestSite("a.example.org");
    for (int i = 0; i < PAGES; i++) {
      site.redirect("/r" + i, "/p" + (i + 1));
      site.page("/p" + i, "<a href='/r" + i + "'>next</a><a href='/q" + i + "'>side</a>");
      site.page("/q" + i, "<p>side page");
    }
    return site.page("/p" + PAGES, "<p>end");
  }

  private Path captures() {
    return folder.resolve("captures");
  }

  /** No page is lost, none is archived twice, each record is readable, few are asked for twice. */
  private void assertExact(TestSite site, int kills) throws Exception {
    List<String> urls = new ArrayList<>();
    try (var files = Files.list(captures())) {
      for (Path warc : files.sorted().toList()) {
        try (WarcReader reader = WarcReader.open(warc)) {
          WarcEntry entry;
          while ((entry = reader.next()) != null) {
            assertThat(entry).isInstanceOf(WarcEntry.Captured.class);
            urls.add(((WarcEntry.Captured) entry).capture().url());
          }
        }
      }
    }
    int all = 3 * PAGES + 1;
    assertThat(urls).doesNotHaveDuplicates().hasSize(all);
    assertThat(site.requests()).hasSizeBetween(all, all + kills * THREADS);
    assertThat(new HashSet<>(site.targets())).hasSize(all);
  }

  private Process start(TestSite site, String failpoint) throws Exception {
    String java =
        System.getProperty("java.home") + File.separator + "bin" + File.separator + "java";
    return new ProcessBuilder(
            java,
            "-Xmx128m",
            "-D" + Failpoint.SETTING + "=" + failpoint,
            "-cp",
            System.getProperty("java.class.path"),
            CrawlKillTest.class.getName(),
            captures().toString(),
            site.url("/p0").toString())
        .redirectErrorStream(true)
        .redirectOutput(folder.resolve("output.txt").toFile())
        .start();
  }

  private static void crawl(Path captures, URI seed) throws Exception {
    CrawlConfig config =
        new CrawlConfig(
            "Vigie/0.1 (test)",
            Duration.ofMillis(2),
            Duration.ofSeconds(5),
            10_000,
            1_000,
            1 << 20,
            THREADS,
            true,
            Map.of("a.example.org", "127.0.0.1"));
    Mandate mandate =
        new Mandate(
            "Unit 7",
            "Art. 8",
            "detection",
            "C-1",
            "A. Judge",
            Instant.parse("2100-01-01T00:00:00Z"));
    new Crawl(config, mandate, captures, Clock.systemUTC()).run(List.of(seed), progress -> {});
  }
}
