package org.vigie.crawler;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.crawler.frontier.Scope;
import org.vigie.world.hostile.HostileBehaviour;
import org.vigie.world.hostile.HostileBehaviours;
import org.vigie.world.hostile.HostileNet;
import org.vigie.world.hostile.Tripwire;

/** Forbidden addresses in every spelling, come by in every way: no connection is made. */
@Timeout(60)
class CrawlSsrfTest {
  private static final int REDIRECTORS = 8;
  private static final String QUAD = "(0|[1-9]\\d*)(\\.(0|[1-9]\\d*)){3}";

  @TempDir Path folder;

  @Test
  void makesNoConnectionToAnySpellingOfAForbiddenAddressGivenAsASeed() throws Exception {
    try (Tripwire listener = new Tripwire(InetAddress.getByName("::"))) {
      List<URI> seeds = new ArrayList<>();
      List<String> spellings = spellings();
      spellings.addAll(List.of("localhost", "LOCALHOST", "127.0.0.1", "[::1]", "[0:0::0:1]"));
      int refused = 0;
      for (int i = 0; i < spellings.size(); i++) {
        String text = "http://" + at(spellings.get(i), listener.port()) + "/seed" + i;
        URI seed = uri(text);
        if (seed == null) {
          refused++;
        } else if (Scope.normalize(text) == null) {
          assertThatThrownBy(() -> crawl(false, seed)).isInstanceOf(IllegalArgumentException.class);
          refused++;
        } else {
          seeds.add(seed);
        }
      }

      CrawlReport report = crawl(false, seeds.toArray(URI[]::new));

      assertThat(report.outcomes()).isEqualTo(Map.of("address-refused", (long) seeds.size()));
      assertThat(seeds.size() + refused).isGreaterThanOrEqualTo(300);
      assertThat(seeds).hasSizeGreaterThanOrEqualTo(120);
      assertThat(listener.connections()).isZero();
    }
  }

  /** Each host is a seed too, so that its scope lets links and redirects in. */
  @Test
  void makesNoConnectionToAnySpellingOfAForbiddenAddressBehindALinkOrRedirect() throws Exception {
    try (Tripwire listener = new Tripwire(InetAddress.getByName("127.200.0.1"));
        TestSite site = new TestSite("a.example.org").robots(404, "")) {
      List<URI> seeds = new ArrayList<>(List.of(site.url("/"), site.url("/hop0")));
      StringBuilder home = new StringBuilder();
      List<String> spellings = spellings();
      int open = 0;
      for (int i = 0; i < spellings.size(); i++) {
        String authority = at(spellings.get(i), listener.port());
        String seed = Scope.normalize("http://" + authority + "/seed" + i);
        if (seed != null) {
          seeds.add(URI.create(seed));
          open++;
        }
        home.append("<a href=\"http://").append(authority).append("/link").append(i);
        home.append("\">x</a><a href=/redirect").append(i).append(">y</a>");
        site.redirect("/redirect" + i, "http://" + authority + "/redirected" + i);
      }
      for (int hop = 0; hop < 4; hop++) {
        site.redirect("/hop" + hop, "/hop" + (hop + 1));
      }
      site.redirect("/hop4", "http://127.200.0.1:" + listener.port() + "/hop5");
      site.page("/", home.toString());

      CrawlReport report = crawl(true, seeds.toArray(URI[]::new));

      Map<String, Long> outcomes = new HashMap<>(report.outcomes());
      // One more lies five hops away, and one has a tab that links alone lose, as in browsers.
      assertThat(outcomes.remove("address-refused")).isEqualTo(3L * open + 2);
      assertThat(outcomes.remove("redirect")).isEqualTo(open + 5L);
      assertThat(outcomes.remove("fetched")).isEqualTo(1L);
      assertThat(outcomes.keySet()).isSubsetOf("redirect-nowhere", "redirect-out-of-scope");
      assertThat(outcomes.values().stream().mapToLong(Long::longValue).sum())
          .isEqualTo(spellings.size() - open);
      assertThat(listener.connections()).isZero();
    }
  }

  @Test
  void followsNoRedirectOfRobotsTxtToAnySpellingOfAForbiddenAddress() throws Exception {
    List<String> spellings = spellings();
    Map<String, String> hosts = new HashMap<>();
    List<URI> seeds = new ArrayList<>();
    try (Tripwire listener = new Tripwire(InetAddress.getByName("127.200.0.1"));
        TestSite site = new TestSite("a.example.org")) {
      site.on(
          "/robots.txt",
          exchange -> {
            String host = exchange.getRequestHeaders().getFirst("Host");
            int i = Integer.parseInt(host.substring(1, host.indexOf('.')));
            String target = "http://" + at(spellings.get(i), listener.port()) + "/robots.txt";
            exchange.getResponseHeaders().set("Location", TestSite.field(target));
            TestSite.send(exchange, 301, "text/plain", "x");
          });
      for (int i = 0; i < spellings.size(); i++) {
        hosts.put("r" + i + ".example.org", "127.0.0.1");
        seeds.add(URI.create(site.url("/").toString().replace("a.", "r" + i + ".")));
      }

      CrawlReport report = crawl(config(true, hosts), seeds.toArray(URI[]::new));

      assertThat(report.outcomes()).isEqualTo(Map.of("robots-unreachable", (long) seeds.size()));
      assertThat(site.allRequests()).hasSize(seeds.size());
      assertThat(site.requests()).isEmpty();
      assertThat(listener.connections()).isZero();
    }
  }

  /** Each redirect goes on to the next, the last one to a spelling: one to five in a row. */
  @Test
  void makesNoConnectionToAnySpellingOfAForbiddenAddressAfterOneToFiveRedirects() throws Exception {
    List<String> spellings = spellings();
    AtomicInteger port = new AtomicInteger();
    List<HostileBehaviour> redirectors = new ArrayList<>();
    for (int i = 0; i < REDIRECTORS; i++) {
      redirectors.add(
          HostileBehaviour.of(
              "r" + i,
              "leads to forbidden space",
              "redirect",
              (target, wire) -> {
                String[] path = target.split("/"); // "", hops left, hops at first, spelling
                int left = Integer.parseInt(path[1]) - 1;
                String next = "/" + left + "/" + path[2] + "/" + path[3];
                String end = at(spellings.get(Integer.parseInt(path[3])), port.get());
                wire.redirect(left > 0 ? next : TestSite.field("http://" + end + next));
              }));
    }
    try (HostileNet net = HostileNet.open(redirectors, null);
        Tripwire forbidden = new Tripwire(InetAddress.getByName("127.200.0.1"), net.port())) {
      port.set(net.port());
      List<URI> seeds = new ArrayList<>();
      long open = 0;
      for (int i = 0; i < spellings.size(); i++) {
        String seed = Scope.normalize("http://" + at(spellings.get(i), port.get()) + "/seed" + i);
        if (seed != null) {
          seeds.add(URI.create(seed)); // so that its scope lets the redirects in
          open++;
        }
        for (int hops = 1; hops <= 5; hops++) {
          HostileBehaviour redirector = redirectors.get(i % REDIRECTORS);
          seeds.add(net.url(redirector, "/" + hops + "/" + hops + "/" + i));
        }
      }
      Map<String, String> hosts = new HashMap<>(ForbiddenSpellings.names());
      hosts.putAll(net.names());

      Map<String, Long> outcomes =
          new HashMap<>(crawl(config(true, hosts), seeds.toArray(URI[]::new)).outcomes());

      assertThat(spellings).hasSizeGreaterThanOrEqualTo(200);
      assertThat(outcomes.remove("address-refused")).isEqualTo(6 * open);
      assertThat(outcomes.remove("redirect")).isEqualTo(15 * open + 10 * (spellings.size() - open));
      assertThat(outcomes.keySet()).isSubsetOf("redirect-nowhere", "redirect-out-of-scope");
      assertThat(outcomes.values().stream().mapToLong(Long::longValue).sum())
          .isEqualTo(5 * (spellings.size() - open));
      assertThat(forbidden.connections()).isZero();
    }
  }

  /** A name is asked for again by nobody: what was checked is what every page comes from. */
  @Test
  void makesNoConnectionToAnyForbiddenAddressThatANameChangesTo() throws Exception {
    List<HostileBehaviour> changing = new ArrayList<>();
    List<HostileBehaviour> mixed = new ArrayList<>();
    for (String address : addresses()) {
      HostileBehaviour host =
          HostileBehaviours.ordinary("c" + changing.size(), 3).answeredBy("@;" + address);
      changing.add(host);
      mixed.add(host.named("m" + mixed.size()).answeredBy("@," + address));
    }
    List<HostileBehaviour> all = new ArrayList<>(changing);
    all.addAll(mixed);
    try (HostileNet net = HostileNet.open(all, null);
        Tripwire forbidden = new Tripwire(InetAddress.getByName("127.200.0.1"), net.port())) {
      URI[] seeds = all.stream().map(net::seed).toArray(URI[]::new);

      CrawlReport report = crawl(config(true, net.names()), seeds);

      assertThat(changing).hasSizeGreaterThanOrEqualTo(100);
      assertThat(report.outcomes())
          .isEqualTo(
              Map.of("fetched", 4L * changing.size(), "address-refused", (long) mixed.size()));
      assertThat(mixed).allMatch(host -> net.requests(host).isEmpty());
      assertThat(forbidden.connections()).isZero();
    }
  }

  /** Whether sitemaps are read or not. */
  @Test
  void makesNoConnectionToAnySpellingOfAForbiddenAddressThatRobotsTxtNamesAsASitemap()
      throws Exception {
    AtomicInteger port = new AtomicInteger();
    HostileBehaviour host =
        HostileBehaviour.of(
                "a",
                "names sitemaps in forbidden space",
                "fetched",
                (target, wire) -> {
                  StringBuilder robots = new StringBuilder("User-agent: *\nDisallow:\n");
                  for (String spelling : spellings()) {
                    String authority = at(spelling, port.get());
                    robots.append("Sitemap: http://").append(authority).append("/sitemap.xml\n");
                  }
                  wire.body("Content-Type: text/plain\r\n", robots.toString().getBytes(UTF_8));
                })
            .atRobots();
    try (HostileNet net = HostileNet.open(List.of(host), null);
        Tripwire forbidden = new Tripwire(InetAddress.getByName("127.200.0.1"), net.port())) {
      port.set(net.port());
      Map<String, String> hosts = new HashMap<>(ForbiddenSpellings.names());
      hosts.putAll(net.names());

      CrawlReport report = crawl(config(true, hosts), net.seed(host));

      assertThat(report.outcomes()).containsEntry("fetched", 1L);
      assertThat(net.requests(host)).hasSize(2);
      assertThat(forbidden.connections()).isZero();
    }
  }

  /** Returns the forbidden addresses that a name service can answer with, each once. */
  private static List<String> addresses() {
    return ForbiddenSpellings.all().stream()
        .filter(spelling -> spelling.startsWith("[") || spelling.matches(QUAD))
        .map(spelling -> spelling.replaceAll("[\\[\\]]", ""))
        .filter(spelling -> spelling.indexOf('%') < 0)
        .filter(spelling -> spelling.indexOf(':') >= 0 || spelling.matches(QUAD))
        .distinct()
        .toList();
  }

  /** Returns over 200 spellings: literal addresses, then names that the scripted DNS knows. */
  private static List<String> spellings() {
    List<String> spellings = new ArrayList<>(ForbiddenSpellings.all());
    spellings.addAll(ForbiddenSpellings.names().keySet());
    return spellings;
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

  private static URI uri(String text) {
    try {
      return new URI(text);
    } catch (URISyntaxException e) {
      return null;
    }
  }

  private CrawlReport crawl(boolean allowLoopback, URI... seeds) throws Exception {
    Map<String, String> hosts = new HashMap<>(ForbiddenSpellings.names());
    hosts.put("a.example.org", "127.0.0.1");
    return crawl(config(allowLoopback, hosts), seeds);
  }

  private CrawlReport crawl(CrawlConfig config, URI... seeds) throws Exception {
    return new Crawl(config, TestMandate.VALID, folder.resolve("captures"), Clock.systemUTC())
        .run(List.of(seeds), progress -> {});
  }

  private static CrawlConfig config(boolean allowLoopback, Map<String, String> hosts) {
    return new CrawlConfig(
        "Vigie/0.1 (test)",
        Duration.ofMillis(1),
        Duration.ofSeconds(3),
        10_000,
        16,
        1 << 20,
        8,
        allowLoopback,
        hosts);
  }
}
