package org.vigie.lab.verify;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.vigie.lab.verify.ForbiddenUrls.ADDRESSES;
import static org.vigie.lab.verify.ForbiddenUrls.SPELLINGS;
import static org.vigie.lab.verify.ForbiddenUrls.at;
import static org.vigie.lab.verify.ForbiddenUrls.domain;
import static org.vigie.lab.verify.ForbiddenUrls.hosts;
import static org.vigie.lab.verify.ForbiddenUrls.nameBelow;
import static org.vigie.lab.verify.ForbiddenUrls.names;
import static org.vigie.lab.verify.ForbiddenUrls.namesBelow;
import static org.vigie.lab.verify.ForbiddenUrls.openSeeds;
import static org.vigie.lab.verify.ForbiddenUrls.seeds;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.vigie.crawler.frontier.Seed;
import org.vigie.world.hostile.HostileBehaviour;
import org.vigie.world.hostile.HostileNet;
import org.vigie.world.hostile.Tripwire;
import org.vigie.world.hostile.Wire;

/** Redirects of pages and of robots.txt that end in forbidden space. */
final class ForbiddenRedirects {
  private static final int REDIRECTORS = 8;
  private static final int MOST_HOPS = 5;

  private ForbiddenRedirects() {}

  /** Each redirect goes on to the next, the last one to a spelling: one to five in a row. */
  static void byRedirects(Path folder, Tally tally) throws Exception {
    int[] port = new int[1];
    List<HostileBehaviour> redirectors =
        IntStream.range(0, REDIRECTORS)
            .mapToObj(i ->
                HostileBehaviour.of(
                    "r" + i,
                    "leads to forbidden space",
                    "redirect",
                    (target, wire) -> redirect(target, wire, port[0])))
            .toList();
    try (HostileNet net = HostileNet.open(redirectors, null);
        Tripwire forbidden = ForbiddenTrial.tripwire(net)) {
      port[0] = net.port();
      List<URI> scope = openSeeds(net.port());
      List<Seed> seeds = new ArrayList<>(seeds(scope));
      Map<String, String> names = names(net);
      for (int hops = 1; hops <= MOST_HOPS; hops++) {
        names.putAll(namesBelow("r0", hops));
        for (int i = 0; i < SPELLINGS.size(); i++) {
          String target = "/%d/%d/%d".formatted(hops, hops, i);
          seeds.add(domain(net.url(redirectors.get(i % REDIRECTORS), target)));
        }
        for (int i = 0; i < ADDRESSES.size(); i++) {
          String target = "/%d/%d/a%d".formatted(hops, hops, i);
          seeds.add(domain(net.url(redirectors.getFirst(), target)));
        }
      }
      Map<String, Long> outcomes = ForbiddenTrial.crawl(folder, true, names, seeds);
      ForbiddenTrial trial = new ForbiddenTrial("redirect", outcomes, tally);
      long closed = SPELLINGS.size() - scope.size();
      long redirects = 15L * (scope.size() + ADDRESSES.size()) + 10 * closed;
      trial.requireOwnPages(0, redirects);
      trial.requireRefused(hosts(scope) + (long) MOST_HOPS * ADDRESSES.size());
      trial.judge(MOST_HOPS * (SPELLINGS.size() + ADDRESSES.size()), forbidden);
    }
  }

  /** The target is hops left, hops at first, spelling or name. */
  private static void redirect(String target, Wire wire, int port) throws IOException {
    String[] path = target.split("/");
    int left = Integer.parseInt(path[1]) - 1;
    String next = "/" + left + "/" + path[2] + "/" + path[3];
    String end =
        path[3].startsWith("a")
            ? nameBelow("r0", Integer.parseInt(path[2]), Integer.parseInt(path[3].substring(1)))
                + ":"
                + port
            : at(SPELLINGS.get(Integer.parseInt(path[3])), port);
    wire.redirect(left > 0 ? next : field("http://" + end + next));
  }

  static void byRobotsRedirect(Path folder, Tally tally) throws Exception {
    int[] port = new int[1];
    List<HostileBehaviour> hosts =
        IntStream.range(0, SPELLINGS.size())
            .mapToObj(i ->
                HostileBehaviour.of(
                        "r" + i,
                        "sends for its robots.txt into forbidden space",
                        "robots-unreachable",
                        (target, wire) -> {
                          String end = at(SPELLINGS.get(i), port[0]);
                          wire.redirect(field("http://" + end + "/robots.txt"));
                        })
                    .atRobots())
            .toList();
    try (HostileNet net = HostileNet.open(hosts, null);
        Tripwire forbidden = ForbiddenTrial.tripwire(net)) {
      port[0] = net.port();
      List<URI> seeds = hosts.stream().map(net::seed).toList();
      Map<String, Long> outcomes = ForbiddenTrial.crawl(folder, true, names(net), seeds(seeds));
      ForbiddenTrial trial = new ForbiddenTrial("robots.txt", outcomes, tally);
      Map<String, Long> due = Map.of("robots-unreachable", (long) hosts.size());
      tally.require(outcomes.equals(due), "robots must end in %s, but in %s", due, outcomes);
      for (HostileBehaviour host : hosts) {
        int asked = net.requests(host).size();
        tally.require(asked == 1, "%s must be asked once, but was %d times", host.name(), asked);
      }
      trial.judge(hosts.size(), forbidden);
    }
  }

  /** The server writes a byte per character: this makes them UTF-8. */
  private static String field(String text) {
    return new String(text.getBytes(UTF_8), ISO_8859_1);
  }
}
