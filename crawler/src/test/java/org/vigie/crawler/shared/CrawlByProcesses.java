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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.capture.warc.WarcEntry;
import org.vigie.capture.warc.WarcReader;

/** Crawls that whole processes share by a real broker. */
abstract class CrawlByProcesses {
  /** More than any process takes. */
  static final Duration LONG = Duration.ofSeconds(240);

  private static final AtomicInteger CRAWLS = new AtomicInteger();

  @RegisterExtension static final OneBroker BROKER = new OneBroker();

  @TempDir Path folder;
  final List<CrawlProcess> processes = new ArrayList<>();
  private String crawl = "";

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

  CrawlProcess start(String name, ManyHosts hosts, String failpoint) throws IOException {
    CrawlProcess process =
        CrawlProcess.start(crawl, name, folder, BROKER.get(), 12, hosts.seeds(), failpoint);
    processes.add(process);
    return process;
  }

  /** Waits until so many pages were asked for by a process, or by all. */
  void awaitPages(ManyHosts hosts, String process, int pages) throws Exception {
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

  /** Returns the requests that came before the host's delay since the last answer was over. */
  static List<String> tooSoon(ManyHosts hosts) {
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
  List<String> archived() throws IOException {
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
