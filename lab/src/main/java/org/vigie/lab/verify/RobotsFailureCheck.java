package org.vigie.lab.verify;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.vigie.cli.warmup.LoopbackCrawl;
import org.vigie.crawler.CrawlConfig;
import org.vigie.files.owner.FolderTree;
import org.vigie.world.hostile.HostileBehaviour;
import org.vigie.world.hostile.HostileNet;
import org.vigie.world.hostile.RobotsFaults;

/** However robots.txt fails, nothing is fetched: the hosts count what they are asked for. */
final class RobotsFailureCheck implements Check {
  private static final String PAGES = "/page";

  /** As many as one process keeps open without asking for a higher limit of files. */
  private static final int HOSTS_OF_A_CRAWL = 500;

  /** Redirects are followed five times, with a first request before them. */
  private static final int MOST_REQUESTS = 6;

  @Override
  public String name() {
    return "robots-failure";
  }

  @Override
  public String promise() {
    return "However robots.txt fails, no page is fetched, also after a restart of the process";
  }

  @Override
  public Tally run(Effort effort, Path folder, Watcher watcher) throws Exception {
    Tally tally = new Tally();
    List<HostileBehaviour> hosts = new ArrayList<>();
    for (int i = 0; i < effort.robotsHosts(); i++) {
      for (HostileBehaviour fault : RobotsFaults.all()) {
        hosts.add(fault.named(fault.name() + "-" + i));
      }
    }
    tally.count("ways to fail", RobotsFaults.all().size());
    tally.count("hosts", hosts.size());
    for (int from = 0; from < hosts.size(); from += HOSTS_OF_A_CRAWL) {
      watcher.at(from, hosts.size());
      int to = Math.min(hosts.size(), from + HOSTS_OF_A_CRAWL);
      crawlTwice(hosts.subList(from, to), folder.resolve("crawl-" + from), tally);
    }
    return tally;
  }

  private static void crawlTwice(List<HostileBehaviour> hosts, Path folder, Tally tally)
      throws Exception {
    try (HostileNet net = HostileNet.open(hosts, null)) {
      // A host is left alone at its first URL; the other is not even tried.
      Map<String, Long> due = Map.of("robots-unreachable", (long) hosts.size());
      Map<String, Long> first = crawl(net, hosts, folder);
      tally.require(first.equals(due), "a crawl must report %s, but reported %s", due, first);
      Map<String, Integer> asked = robotsRequests(net, hosts);
      asked.forEach((host, times) ->
          tally.require(
              times >= 1 && times <= MOST_REQUESTS,
              "robots.txt of %s must be asked for 1 to %d times, but was %d times",
              host,
              MOST_REQUESTS,
              times));
      Map<String, Long> second = crawl(net, hosts, folder);
      tally.require(second.equals(due), "a restart must report %s, but reported %s", due, second);
      Map<String, Integer> after = robotsRequests(net, hosts);
      asked.forEach((host, times) ->
          tally.require(
              times.equals(after.get(host)),
              "robots.txt of %s must not be asked for again right after a restart",
              host));
      tally.count("processes", 2);
      tally.count(
          "requests for robots.txt", after.values().stream().mapToInt(Integer::intValue).sum());
      pageRequests(net, hosts, tally);
    }
    FolderTree.delete(folder);
  }

  private static Map<String, Integer> robotsRequests(HostileNet net, List<HostileBehaviour> hosts) {
    Map<String, Integer> asked = new TreeMap<>();
    for (HostileBehaviour host : hosts) {
      long count =
          net.requests(host).stream().filter(one -> !one.target().startsWith(PAGES)).count();
      asked.put(host.name(), (int) count);
    }
    return asked;
  }

  private static void pageRequests(HostileNet net, List<HostileBehaviour> hosts, Tally tally) {
    int pages = 0;
    for (HostileBehaviour host : hosts) {
      for (HostileNet.Request request : net.requests(host)) {
        boolean page = request.target().startsWith(PAGES);
        pages += page ? 1 : 0;
        tally.require(!page, "%s of %s must not be asked for", request.target(), host.name());
      }
    }
    tally.count("requests for pages", pages);
  }

  private static Map<String, Long> crawl(HostileNet net, List<HostileBehaviour> hosts, Path folder)
      throws IOException, InterruptedException {
    CrawlConfig config =
        new CrawlConfig(
            "Vigie/0.1 (verify)",
            Duration.ofMillis(1),
            Duration.ofMillis(1_500),
            100_000,
            3,
            1 << 20,
            64,
            new CrawlConfig.LocalWeb(true, net.names()));
    List<URI> seeds = new ArrayList<>();
    for (HostileBehaviour host : hosts) {
      seeds.add(net.url(host, PAGES + "1"));
      seeds.add(net.url(host, PAGES + "2"));
    }
    Child.await(LoopbackCrawl.start(folder, config, seeds), folder);
    return LoopbackCrawl.outcomes(folder);
  }
}
