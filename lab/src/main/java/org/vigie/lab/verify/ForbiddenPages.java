package org.vigie.lab.verify;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.vigie.lab.verify.ForbiddenUrls.ADDRESSES;
import static org.vigie.lab.verify.ForbiddenUrls.SPELLINGS;
import static org.vigie.lab.verify.ForbiddenUrls.at;
import static org.vigie.lab.verify.ForbiddenUrls.domain;
import static org.vigie.lab.verify.ForbiddenUrls.hosts;
import static org.vigie.lab.verify.ForbiddenUrls.names;
import static org.vigie.lab.verify.ForbiddenUrls.namesBelow;
import static org.vigie.lab.verify.ForbiddenUrls.normalized;
import static org.vigie.lab.verify.ForbiddenUrls.openSeeds;
import static org.vigie.lab.verify.ForbiddenUrls.seeds;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.vigie.crawler.frontier.Seed;
import org.vigie.world.hostile.ForbiddenSpellings;
import org.vigie.world.hostile.HostileBehaviour;
import org.vigie.world.hostile.HostileNet;
import org.vigie.world.hostile.Tripwire;

/** Seeds, links and sitemaps that name forbidden addresses. */
final class ForbiddenPages {
  private ForbiddenPages() {}

  /** Loopback is shut as well: the listener is at any address of this machine. */
  static void bySeed(Path folder, Tally tally) throws Exception {
    try (Tripwire forbidden = new Tripwire(InetAddress.getByName("::"))) {
      List<String> seeds = new ArrayList<>(SPELLINGS);
      seeds.addAll(List.of("localhost", "LOCALHOST", "127.0.0.1", "[::1]", "[0:0::0:1]"));
      List<URI> open = new ArrayList<>();
      for (String spelling : seeds) {
        String url = "http://" + at(spelling, forbidden.port()) + "/seed" + open.size();
        normalized(url).ifPresentOrElse(open::add, () -> refusesSeed(url, folder, tally));
      }
      Map<String, Long> outcomes =
          ForbiddenTrial.crawl(folder, false, ForbiddenSpellings.names(), seeds(open));
      ForbiddenTrial trial = new ForbiddenTrial("seed", outcomes, tally);
      trial.requireOwnPages(0, 0);
      trial.requireRefused(hosts(open));
      trial.judge(seeds.size(), forbidden);
    }
  }

  /** What can't be a URL can't be a seed. */
  private static void refusesSeed(String url, Path folder, Tally tally) {
    try {
      ForbiddenTrial.crawl(
          folder.resolveSibling("refused"), false, Map.of(), seeds(List.of(new URI(url))));
      tally.require(false, "a seed must be refused, but was taken: %s", url);
    } catch (URISyntaxException | IllegalArgumentException e) {
      tally.count("seeds refused at once", 1);
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException("a seed must be refused before anything is opened", e);
    }
  }

  static void byLink(Path folder, Tally tally) throws Exception {
    int[] port = new int[1];
    HostileBehaviour home =
        HostileBehaviour.of(
            "home",
            "links to forbidden space",
            "fetched",
            (target, wire) -> {
              StringBuilder page = new StringBuilder();
              for (int i = 0; i < SPELLINGS.size(); i++) {
                page.append("<a href=\"http://").append(at(SPELLINGS.get(i), port[0]));
                page.append("/link").append(i).append("\">x</a>");
              }
              for (String name : namesBelow("home", 0).keySet()) {
                page.append("<a href=http://%s:%d/>x</a>".formatted(name, port[0]));
              }
              wire.body(
                  "Content-Type: text/html; charset=utf-8\r\n", page.toString().getBytes(UTF_8));
            });
    try (HostileNet net = HostileNet.open(List.of(home), null);
        Tripwire forbidden = ForbiddenTrial.tripwire(net)) {
      port[0] = net.port();
      List<URI> scope = openSeeds(net.port());
      List<Seed> seeds = new ArrayList<>(seeds(scope));
      seeds.add(domain(net.seed(home)));
      Map<String, String> names = names(net);
      names.putAll(namesBelow("home", 0));
      Map<String, Long> outcomes = ForbiddenTrial.crawl(folder, true, names, seeds);
      ForbiddenTrial trial = new ForbiddenTrial("link", outcomes, tally);
      trial.requireOwnPages(1, 0);
      trial.requireRefused(hosts(scope) + ADDRESSES.size());
      trial.judge(SPELLINGS.size() + ADDRESSES.size(), forbidden);
    }
  }

  /**
   * By what robots.txt names and by what a sitemap lists. Names in the host's own scope come first:
   * only so many sitemaps are taken from one file, and others are out of scope.
   */
  static void bySitemap(Path folder, Tally tally) throws Exception {
    int[] port = new int[1];
    HostileBehaviour host =
        HostileBehaviour.of(
                "a",
                "names sitemaps in forbidden space, and has one of its own that leads there",
                "fetched",
                (target, wire) -> {
                  if (target.equals("/sitemap.xml")) {
                    wire.body("Content-Type: application/xml\r\n", sitemap("a", port[0]));
                    return;
                  }
                  StringBuilder robots = new StringBuilder("User-agent: *\nDisallow:\n");
                  robots.append(
                      "Sitemap: http://a.example.org:%d/sitemap.xml\n".formatted(port[0]));
                  for (String name : namesBelow("a", 0).keySet()) {
                    robots.append("Sitemap: http://%s:%d/sitemap.xml\n".formatted(name, port[0]));
                  }
                  for (String spelling : SPELLINGS) {
                    robots.append("Sitemap: http://").append(at(spelling, port[0]));
                    robots.append("/sitemap.xml\n");
                  }
                  wire.body("Content-Type: text/plain\r\n", robots.toString().getBytes(UTF_8));
                })
            .atRobots();
    try (HostileNet net = HostileNet.open(List.of(host), null);
        Tripwire forbidden = ForbiddenTrial.tripwire(net)) {
      port[0] = net.port();
      Map<String, String> names = names(net);
      names.putAll(namesBelow("a", 0));
      names.putAll(namesBelow("a", 1));
      Map<String, Long> outcomes =
          ForbiddenTrial.crawl(folder, true, names, List.of(domain(net.seed(host))));
      ForbiddenTrial trial = new ForbiddenTrial("sitemap", outcomes, tally);
      trial.requireOwnPages(2, 0);
      trial.requireRefused(2L * ADDRESSES.size());
      trial.judge(SPELLINGS.size() + 2 * ADDRESSES.size(), forbidden);
    }
  }

  private static byte[] sitemap(String host, int port) {
    StringBuilder xml =
        new StringBuilder("<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">");
    for (String name : namesBelow(host, 1).keySet()) {
      xml.append("<url><loc>http://%s:%d/</loc></url>".formatted(name, port));
    }
    return xml.append("</urlset>").toString().getBytes(UTF_8);
  }
}
