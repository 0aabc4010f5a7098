package org.vigie.crawler;

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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.crawler.frontier.Scope;

/** Forbidden addresses in every spelling, come by in every way: no connection is made. */
@Timeout(60)
class CrawlSsrfTest {
  @TempDir Path folder;

  @Test
  void makesNoConnectionToAnySpellingOfAForbiddenAddressGivenAsASeed() throws Exception {
    try (Listener listener = new Listener(InetAddress.getByName("::"))) {
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
    try (Listener listener = new Listener(InetAddress.getByName("127.200.0.1"));
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
    try (Listener listener = new Listener(InetAddress.getByName("127.200.0.1"));
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
        4,
        allowLoopback,
        hosts);
  }
}
