package org.vigie.crawler.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigie.capture.warc.WarcEntry;
import org.vigie.capture.warc.WarcReader;
import org.vigie.crawler.Crawl;
import org.vigie.pipeline.standalone.LoopbackBroker;

/** Whole processes on a real broker: one test after the other, since each needs all cores. */
class SharedCrawlTest {
  private static final Duration LONG = Duration.ofSeconds(240);
  private static final AtomicInteger CRAWLS = new AtomicInteger();

  @TempDir static Path brokerFolder;
  private static LoopbackBroker broker;

  @TempDir Path folder;
  private final List<CrawlProcess> processes = new ArrayList<>();
  private String crawl = "";

  @BeforeAll
  static void startBroker() throws Exception {
    broker = LoopbackBroker.start(brokerFolder);
  }

  @AfterAll
  static void stopBroker() throws Exception {
    broker.close();
  }

  @BeforeEach
  void nameCrawl() {
    crawl = "crawl-" + CRAWLS.incrementAndGet();
  }

  @AfterEach
  void stopProcesses() throws Exception {
    for (CrawlProcess process : processes) {
      process.close();
    }
  }

  @Test
  @Timeout(480)
  void fetchesEachUrlOnceThoughOneProcessIsKilledAndOneComesLater() throws Exception {
    try (ManyHosts hosts = new ManyHosts(40, 40)) {
      CrawlProcess killed = start("p1", hosts, "");
      start("p2", hosts, "");
      start("p3", hosts, "");
      awaitPages(hosts, "", 80);
      hosts.takeForEachPage(Duration.ofSeconds(1));
      start("p4", hosts, "");
      awaitPages(hosts, "p4", 5);
      hosts.takeForEachPage(Duration.ZERO);
      awaitPages(hosts, "", 500);
      assertThat(killed.isAlive()).as("still crawling when killed").isTrue();
      killed.kill();
      for (CrawlProcess process : processes.subList(1, 4)) {
        assertThat(process.await(LONG)).as(process::name).isZero();
      }
      // It cuts off what it archived and never committed, and finds nothing to do.
      assertThat(start("p1", hosts, "").await(LONG)).isZero();

      assertThat(asked(hosts)).isEqualTo(hosts.all());
      assertThat(askedTwice(hosts, killed))
          .hasSizeLessThanOrEqualTo(Crawl.mostRepeatedAfterKill(CrawlProcess.THREADS));
      assertThat(shareOf(hosts)).as("all had a share").containsKeys("p1", "p2", "p3", "p4");
      assertThat(tooSoon(hosts)).isEmpty();
      List<String> archived = archived();
      assertThat(archived).doesNotHaveDuplicates();
      assertThat(new TreeSet<>(archived)).isEqualTo(hosts.all());
    }
  }

  @ParameterizedTest
  @Timeout(360)
  @ValueSource(strings = {"archive-synced:9", "events-written:14", "events-committed:14"})
  void archivesEachUrlOnceThoughKilledAt(String failpoint) throws Exception {
    try (ManyHosts hosts = new ManyHosts(4, 10)) {
      assertThat(start("p1", hosts, failpoint).await(LONG)).isEqualTo(137);
      assertThat(start("p1", hosts, "").await(LONG)).isZero();

      assertThat(tooSoon(hosts)).isEmpty();
      List<String> archived = archived();
      assertThat(archived).doesNotHaveDuplicates();
      assertThat(new TreeSet<>(archived)).isEqualTo(hosts.all());
    }
  }

  @Test
  @Timeout(360)
  void commitsNothingOfAProcessThatWasFrozenWhileOthersTookOver() throws Exception {
    try (ManyHosts hosts = new ManyHosts(12, 16)) {
      CrawlProcess frozen = start("p1", hosts, "");
      awaitPages(hosts, "p1", 20);
      frozen.freeze();
      CrawlProcess other = start("p2", hosts, "");
      assertThat(other.await(LONG)).isZero();
      frozen.thaw();
      frozen.await(LONG);
      assertThat(start("p1", hosts, "").await(LONG)).isZero();

      List<String> archived = archived();
      assertThat(archived).doesNotHaveDuplicates();
      assertThat(new TreeSet<>(archived)).isEqualTo(hosts.all());
    }
  }

  private CrawlProcess start(String name, ManyHosts hosts, String failpoint) throws IOException {
    CrawlProcess process =
        CrawlProcess.start(crawl, name, folder, broker, 12, hosts.seeds(), failpoint);
    processes.add(process);
    return process;
  }

  /** Waits until so many pages were asked for by a process, or by all. */
  private void awaitPages(ManyHosts hosts, String process, int pages) throws Exception {
    long deadline = System.nanoTime() + LONG.toNanos();
    while (hosts.requests().stream()
            .filter(request -> request.isPage() && request.process().contains(process))
            .count()
        < pages) {
      for (CrawlProcess each : processes) {
        assertThat(each.isAlive()).as(each.name() + ":\n" + each.output()).isTrue();
      }
      assertThat(System.nanoTime()).as("pages fetched in time").isLessThan(deadline);
      Thread.sleep(20);
    }
  }

  private static TreeSet<String> asked(ManyHosts hosts) {
    TreeSet<String> asked = new TreeSet<>();
    hosts.requests().stream()
        .filter(ManyHosts.Request::isPage)
        .forEach(request -> asked.add(request.url()));
    return asked;
  }

  /** Returns the URLs that were asked for twice, which only a kill may bring about. */
  private static List<String> askedTwice(ManyHosts hosts, CrawlProcess killed) {
    Map<String, List<ManyHosts.Request>> byUrl = new HashMap<>();
    for (ManyHosts.Request request : hosts.requests()) {
      if (request.isPage()) {
        byUrl.computeIfAbsent(request.url(), url -> new ArrayList<>()).add(request);
      }
    }
    List<String> twice = new ArrayList<>();
    byUrl.forEach((url, requests) -> {
      if (requests.size() > 1) {
        twice.add(url);
        requests.sort(Comparator.comparingLong(ManyHosts.Request::begunNanos));
        assertThat(requests).as("requests for one URL").hasSize(2);
        assertThat(requests.getFirst().process()).contains("(" + killed.name() + ")");
      }
    });
    return twice;
  }

  private static Map<String, Integer> shareOf(ManyHosts hosts) {
    Map<String, Integer> share = new HashMap<>();
    for (ManyHosts.Request request : hosts.requests()) {
      String agent = request.process();
      share.merge(agent.substring(agent.indexOf('(') + 1, agent.indexOf(')')), 1, Integer::sum);
    }
    return share;
  }

  /** Returns the requests that came before the host's delay since the last answer was over. */
  private static List<String> tooSoon(ManyHosts hosts) {
    Map<String, ManyHosts.Request> last = new HashMap<>();
    List<String> tooSoon = new ArrayList<>();
    List<ManyHosts.Request> requests = hosts.requests();
    requests.sort(Comparator.comparingLong(ManyHosts.Request::begunNanos));
    for (ManyHosts.Request request : requests) {
      ManyHosts.Request before = last.put(request.host(), request);
      long delay =
          ManyHosts.isSlow(request.host())
              ? Duration.ofMillis(ManyHosts.SLOW_DELAY_MILLIS).toNanos()
              : CrawlProcess.DELAY.toNanos();
      if (before != null && request.begunNanos() - before.answeredNanos() < delay) {
        tooSoon.add(
            "%s %d ms after %s"
                .formatted(
                    request, (request.begunNanos() - before.answeredNanos()) / 1_000_000, before));
      }
    }
    return tooSoon;
  }

  /** Returns host and path of all that stands in the archives of all processes. */
  private List<String> archived() throws IOException {
    List<String> urls = new ArrayList<>();
    TreeSet<Path> folders = new TreeSet<>();
    processes.forEach(process -> folders.add(process.captures()));
    for (Path captures : folders) {
      try (var files = Files.list(captures)) {
        for (Path warc : files.sorted().toList()) {
          read(warc, urls);
        }
      }
    }
    return urls;
  }

  private static void read(Path warc, List<String> urls) throws IOException {
    try (WarcReader reader = WarcReader.open(warc)) {
      WarcEntry entry;
      while ((entry = reader.next()) != null) {
        assertThat(entry).isInstanceOf(WarcEntry.Captured.class);
        URI url = URI.create(((WarcEntry.Captured) entry).capture().url());
        urls.add(url.getHost() + url.getPath());
      }
    }
  }
}
