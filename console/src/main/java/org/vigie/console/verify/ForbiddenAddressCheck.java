package org.vigie.console.verify;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.vigie.crawler.Crawl;
import org.vigie.crawler.CrawlConfig;
import org.vigie.crawler.CrawlPlan;
import org.vigie.crawler.LoopbackCrawl;
import org.vigie.crawler.frontier.Scope;
import org.vigie.crawler.frontier.Seed;
import org.vigie.world.hostile.ForbiddenSpellings;
import org.vigie.world.hostile.HostileBehaviour;
import org.vigie.world.hostile.HostileBehaviours;
import org.vigie.world.hostile.HostileNet;
import org.vigie.world.hostile.Tripwire;
import org.vigie.world.hostile.Wire;

/** Forbidden addresses in every spelling, come by in every way: no connection is made. */
final class ForbiddenAddressCheck implements Check {
  /** What becomes of a URL that leads to forbidden space, or to nothing that is a URL. */
  private static final Set<String> REFUSALS =
      Set.of(
          "address-refused",
          "redirect-nowhere",
          "redirect-out-of-scope",
          "out-of-scope",
          "robots-unreachable");

  private static final int REDIRECTORS = 8;
  private static final int MOST_HOPS = 5;
  private static final List<String> ADDRESSES = ForbiddenSpellings.addresses();

  private final List<String> spellings = spellings();

  @Override
  public String name() {
    return "forbidden-address";
  }

  @Override
  public String promise() {
    return "No connection is made to a forbidden address, however it is spelled or come by";
  }

  @Override
  public Tally run(Effort effort, Path folder, Watcher watcher) throws Exception {
    Tally tally = new Tally();
    tally.count("spellings", spellings.size());
    tally.count("ways", Way.values().length);
    for (Way way : Way.values()) {
      watcher.at(way.ordinal(), Way.values().length);
      way.crawl.by(this, folder.resolve(way.name()), tally);
    }
    return tally;
  }

  /** How a crawl comes by an address. */
  private enum Way {
    SEED(ForbiddenAddressCheck::bySeed),
    LINK(ForbiddenAddressCheck::byLink),
    REDIRECT_1_TO_5(ForbiddenAddressCheck::byRedirects),
    ROBOTS_REDIRECT(ForbiddenAddressCheck::byRobotsRedirect),
    SITEMAP(ForbiddenAddressCheck::bySitemap),
    CHANGING_NAME(ForbiddenAddressCheck::byChangingName);

    private final Crawling crawl;

    Way(Crawling crawl) {
      this.crawl = crawl;
    }
  }

  @FunctionalInterface
  private interface Crawling {
    void by(ForbiddenAddressCheck check, Path folder, Tally tally) throws Exception;
  }

  /** Loopback is shut as well: the listener is at any address of this machine. */
  private void bySeed(Path folder, Tally tally) throws Exception {
    try (Tripwire forbidden = new Tripwire(InetAddress.getByName("::"))) {
      List<String> seeds = new ArrayList<>(spellings);
      seeds.addAll(List.of("localhost", "LOCALHOST", "127.0.0.1", "[::1]", "[0:0::0:1]"));
      List<URI> open = new ArrayList<>();
      for (String spelling : seeds) {
        String url = "http://" + at(spelling, forbidden.port()) + "/seed" + open.size();
        normalized(url).ifPresentOrElse(open::add, () -> refusesSeed(url, folder, tally));
      }
      Map<String, Long> outcomes = crawl(folder, false, ForbiddenSpellings.names(), seeds(open));
      requireOwnPages(outcomes, "seed", 0, 0, tally);
      requireRefused(outcomes, "seed", hosts(open), tally);
      judge("seed", seeds.size(), forbidden, tally);
    }
  }

  /** What can't be a URL can't be a seed. */
  private static void refusesSeed(String url, Path folder, Tally tally) {
    try {
      crawl(folder.resolveSibling("refused"), false, Map.of(), seeds(List.of(new URI(url))));
      tally.require(false, "a seed must be refused, but was taken: %s", url);
    } catch (URISyntaxException | IllegalArgumentException e) {
      tally.count("seeds refused at once", 1);
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException("a seed must be refused before anything is opened", e);
    }
  }

  private void byLink(Path folder, Tally tally) throws Exception {
    int[] port = new int[1];
    HostileBehaviour home =
        HostileBehaviour.of(
            "home",
            "links to forbidden space",
            "fetched",
            (target, wire) -> {
              StringBuilder page = new StringBuilder();
              for (int i = 0; i < spellings.size(); i++) {
                page.append("<a href=\"http://").append(at(spellings.get(i), port[0]));
                page.append("/link").append(i).append("\">x</a>");
              }
              for (String name : namesBelow("home", 0).keySet()) {
                page.append("<a href=http://%s:%d/>x</a>".formatted(name, port[0]));
              }
              wire.body("Content-Type: text/html; charset=utf-8\r\n", bytes(page));
            });
    try (HostileNet net = HostileNet.open(List.of(home), null);
        Tripwire forbidden = forbidden(net)) {
      port[0] = net.port();
      List<URI> scope = openSeeds(net.port());
      List<Seed> seeds = new ArrayList<>(seeds(scope));
      seeds.add(domain(net.seed(home)));
      Map<String, String> names = names(net);
      names.putAll(namesBelow("home", 0));
      Map<String, Long> outcomes = crawl(folder, true, names, seeds);
      requireOwnPages(outcomes, "link", 1, 0, tally);
      requireRefused(outcomes, "link", hosts(scope) + ADDRESSES.size(), tally);
      judge("link", spellings.size() + ADDRESSES.size(), forbidden, tally);
    }
  }

  /** Each redirect goes on to the next, the last one to a spelling: one to five in a row. */
  private void byRedirects(Path folder, Tally tally) throws Exception {
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
        Tripwire forbidden = forbidden(net)) {
      port[0] = net.port();
      List<URI> scope = openSeeds(net.port());
      List<Seed> seeds = new ArrayList<>(seeds(scope));
      Map<String, String> names = names(net);
      for (int hops = 1; hops <= MOST_HOPS; hops++) {
        names.putAll(namesBelow("r0", hops));
        for (int i = 0; i < spellings.size(); i++) {
          String target = "/%d/%d/%d".formatted(hops, hops, i);
          seeds.add(domain(net.url(redirectors.get(i % REDIRECTORS), target)));
        }
        for (int i = 0; i < ADDRESSES.size(); i++) {
          String target = "/%d/%d/a%d".formatted(hops, hops, i);
          seeds.add(domain(net.url(redirectors.getFirst(), target)));
        }
      }
      Map<String, Long> outcomes = crawl(folder, true, names, seeds);
      long closed = spellings.size() - scope.size();
      long redirects = 15L * (scope.size() + ADDRESSES.size()) + 10 * closed;
      requireOwnPages(outcomes, "redirect", 0, redirects, tally);
      requireRefused(
          outcomes, "redirect", hosts(scope) + (long) MOST_HOPS * ADDRESSES.size(), tally);
      judge("redirects", MOST_HOPS * (spellings.size() + ADDRESSES.size()), forbidden, tally);
    }
  }

  /**
   * Returns names below a host's own, each of another forbidden address: the host's scope lets them
   * in, and nothing but the page that leads there was ever known of them.
   *
   * <p>After a host was refused once it is left alone, so a spelling that had to be a seed, for its
   * scope, isn't tried a second time.
   */
  private static Map<String, String> namesBelow(String host, int hops) {
    Map<String, String> names = new LinkedHashMap<>();
    for (int i = 0; i < ADDRESSES.size(); i++) {
      names.put(nameBelow(host, hops, i), ADDRESSES.get(i));
    }
    return names;
  }

  private static String nameBelow(String host, int hops, int address) {
    return "a%d-%d.%s.example.org".formatted(hops, address, host);
  }

  /** The target is hops left, hops at first, spelling or name. */
  private void redirect(String target, Wire wire, int port) throws IOException {
    String[] path = target.split("/");
    int left = Integer.parseInt(path[1]) - 1;
    String next = "/" + left + "/" + path[2] + "/" + path[3];
    String end =
        path[3].startsWith("a")
            ? nameBelow("r0", Integer.parseInt(path[2]), Integer.parseInt(path[3].substring(1)))
                + ":"
                + port
            : at(spellings.get(Integer.parseInt(path[3])), port);
    wire.redirect(left > 0 ? next : field("http://" + end + next));
  }

  private void byRobotsRedirect(Path folder, Tally tally) throws Exception {
    int[] port = new int[1];
    List<HostileBehaviour> hosts =
        IntStream.range(0, spellings.size())
            .mapToObj(i ->
                HostileBehaviour.of(
                        "r" + i,
                        "sends for its robots.txt into forbidden space",
                        "robots-unreachable",
                        (target, wire) -> {
                          String end = at(spellings.get(i), port[0]);
                          wire.redirect(field("http://" + end + "/robots.txt"));
                        })
                    .atRobots())
            .toList();
    try (HostileNet net = HostileNet.open(hosts, null);
        Tripwire forbidden = forbidden(net)) {
      port[0] = net.port();
      List<URI> seeds = hosts.stream().map(net::seed).toList();
      Map<String, Long> outcomes = crawl(folder, true, names(net), seeds(seeds));
      Map<String, Long> due = Map.of("robots-unreachable", (long) hosts.size());
      tally.require(outcomes.equals(due), "robots must end in %s, but in %s", due, outcomes);
      for (HostileBehaviour host : hosts) {
        int asked = net.requests(host).size();
        tally.require(asked == 1, "%s must be asked once, but was %d times", host.name(), asked);
      }
      judge("robots.txt", hosts.size(), forbidden, tally);
    }
  }

  /** Whether sitemaps are read or not. */
  private void bySitemap(Path folder, Tally tally) throws Exception {
    int[] port = new int[1];
    HostileBehaviour host =
        HostileBehaviour.of(
                "a",
                "names sitemaps in forbidden space",
                "fetched",
                (target, wire) -> {
                  StringBuilder robots = new StringBuilder("User-agent: *\nDisallow:\n");
                  for (String spelling : spellings) {
                    robots.append("Sitemap: http://").append(at(spelling, port[0]));
                    robots.append("/sitemap.xml\n");
                  }
                  wire.body("Content-Type: text/plain\r\n", bytes(robots));
                })
            .atRobots();
    try (HostileNet net = HostileNet.open(List.of(host), null);
        Tripwire forbidden = forbidden(net)) {
      port[0] = net.port();
      Map<String, Long> outcomes = crawl(folder, true, names(net), seeds(List.of(net.seed(host))));
      requireOwnPages(outcomes, "sitemap", 1, 0, tally);
      requireRefused(outcomes, "sitemap", 0, tally);
      judge("sitemap", spellings.size(), forbidden, tally);
    }
  }

  /** A name is asked for again by nobody: what was checked is what every page comes from. */
  private void byChangingName(Path folder, Tally tally) throws Exception {
    List<HostileBehaviour> changing = new ArrayList<>();
    List<HostileBehaviour> mixed = new ArrayList<>();
    for (String address : ADDRESSES) {
      HostileBehaviour host =
          HostileBehaviours.ordinary("c" + changing.size(), 3).answeredBy("@;" + address);
      changing.add(host);
      mixed.add(host.named("m" + mixed.size()).answeredBy("@," + address));
    }
    List<HostileBehaviour> all = new ArrayList<>(changing);
    all.addAll(mixed);
    try (HostileNet net = HostileNet.open(all, null);
        Tripwire forbidden = forbidden(net)) {
      Map<String, Long> outcomes =
          crawl(folder, true, net.names(), seeds(all.stream().map(net::seed).toList()));
      requireOwnPages(outcomes, "changing names", 4L * changing.size(), 0, tally);
      requireRefused(outcomes, "changing names", mixed.size(), tally);
      for (HostileBehaviour host : mixed) {
        int asked = net.requests(host).size();
        tally.require(asked == 0, "%s must not be asked, but was %d times", host.name(), asked);
      }
      judge("changing names", all.size(), forbidden, tally);
    }
  }

  private static void requireOwnPages(
      Map<String, Long> outcomes, String way, long fetched, long redirects, Tally tally) {
    long foundFetched = outcomes.getOrDefault("fetched", 0L);
    long foundRedirects = outcomes.getOrDefault("redirect", 0L);
    tally.require(
        foundFetched == fetched && foundRedirects == redirects,
        "%s: %d fetched and %d redirects are due, but there were %d and %d",
        way,
        fetched,
        redirects,
        foundFetched,
        foundRedirects);
  }

  private static void requireRefused(
      Map<String, Long> outcomes, String way, long least, Tally tally) {
    long refused = outcomes.getOrDefault("address-refused", 0L);
    tally.count("refused by their address", refused);
    tally.require(
        refused >= least, "%s: %d addresses must be refused, but %d were", way, least, refused);
    for (String outcome : outcomes.keySet()) {
      tally.require(
          REFUSALS.contains(outcome) || outcome.equals("fetched") || outcome.equals("redirect"),
          "%s: no URL may end in %s",
          way,
          outcome);
    }
  }

  private static void judge(String way, int tried, Tripwire forbidden, Tally tally) {
    tally.count("URLs given", tried);
    tally.count("connections", forbidden.connections());
    tally.require(
        forbidden.connections() == 0,
        "%s: no connection may be made, but %d were",
        way,
        forbidden.connections());
  }

  private static Tripwire forbidden(HostileNet net) throws IOException {
    return new Tripwire(InetAddress.getByName("127.200.0.1"), net.port());
  }

  /** Returns those that a scope can be made of, so that it lets links and redirects in. */
  private List<URI> openSeeds(int port) {
    return IntStream.range(0, spellings.size())
        .mapToObj(i -> normalized("http://" + at(spellings.get(i), port) + "/seed" + i))
        .flatMap(Optional::stream)
        .toList();
  }

  /** Returns literal addresses, then names that the scripted DNS knows. */
  private static List<String> spellings() {
    List<String> spellings = new ArrayList<>(ForbiddenSpellings.all());
    spellings.addAll(ForbiddenSpellings.names().keySet());
    return spellings;
  }

  private static Map<String, String> names(HostileNet net) {
    Map<String, String> names = new HashMap<>(ForbiddenSpellings.names());
    names.putAll(net.names());
    return names;
  }

  /** Puts the port behind the host, wherever a disguise goes on after it. */
  private static String at(String spelling, int port) {
    int end = spelling.length();
    for (char c : new char[] {'?', '\\'}) {
      int found = spelling.indexOf(c);
      end = found < 0 ? end : Math.min(end, found);
    }
    return spelling.substring(0, end) + ":" + port + spelling.substring(end);
  }

  private static Optional<URI> normalized(String url) {
    return Optional.ofNullable(Scope.normalize(url)).map(URI::create);
  }

  private static byte[] bytes(StringBuilder text) {
    return text.toString().getBytes(UTF_8);
  }

  /** The server writes a byte per character: this makes them UTF-8. */
  private static String field(String text) {
    return new String(text.getBytes(UTF_8), ISO_8859_1);
  }

  private static List<Seed> seeds(List<URI> urls) {
    return urls.stream().map(url -> Seed.of(url.toString(), LoopbackCrawl.MANDATE)).toList();
  }

  /** Returns a seed whose scope has the hosts below its own in it. */
  private static Seed domain(URI url) {
    return new Seed(
        url.toString(), Seed.Reach.DOMAIN, LoopbackCrawl.MANDATE, Seed.UNLIMITED, "", null);
  }

  private static long hosts(List<URI> urls) {
    return urls.stream().map(URI::getHost).distinct().count();
  }

  private static Map<String, Long> crawl(
      Path folder, boolean allowLoopback, Map<String, String> hosts, List<Seed> seeds)
      throws IOException, InterruptedException {
    CrawlConfig config =
        new CrawlConfig(
            "Vigie/0.1 (verify)",
            Duration.ofMillis(1),
            Duration.ofSeconds(3),
            10_000,
            16,
            1 << 20,
            8,
            allowLoopback,
            hosts);
    return new Crawl(config, LoopbackCrawl.MANDATE, folder, Clock.systemUTC())
        .run(new CrawlPlan(seeds, false), progress -> {})
        .outcomes();
  }
}
