package org.vigie.crawler.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.vigie.crawler.Crawl;

/** Processes that come and go while they share a crawl. */
class SharedCrawlTest extends CrawlByProcesses {
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
}
