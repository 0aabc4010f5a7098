package org.vigie.crawler;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class RobotsFailureTest {
  private static final int HOSTS_OF_EACH = 4;

  @TempDir Path folder;

  @Test
  void fetchesNothingHoweverRobotsFailAndAsksNobodyAgainRightAfterARestart() throws Exception {
    Map<String, HostileServer.Behaviour> failures = failures();
    try (HostileServer server = new HostileServer(InetAddress.getByName("127.16.0.1"))) {
      Map<String, String> hosts = new HashMap<>();
      List<URI> seeds = new ArrayList<>();
      List<String> names = new ArrayList<>();
      failures.forEach((name, failure) -> {
        for (int i = 0; i < HOSTS_OF_EACH; i++) {
          names.add(name + i);
          hosts.put(name + i + ".example.org", "127.16.0.1");
          server.host(
              name + i,
              (path, wire) -> {
                if (path.equals("/robots.txt") || !path.startsWith("/page")) {
                  failure.answer(path, wire);
                } else {
                  wire.page("<p>x");
                }
              });
          seeds.add(server.url(name + i, "/page1"));
          seeds.add(server.url(name + i, "/page2"));
        }
      });
      assertThat(failures).hasSizeGreaterThanOrEqualTo(12);

      assertThat(crawl(hosts, seeds)).isEqualTo(Map.of("robots-unreachable", (long) seeds.size()));
      Map<String, Integer> asked = asked(server, names);
      assertThat(crawl(hosts, seeds)).isEqualTo(Map.of("robots-unreachable", (long) seeds.size()));

      assertThat(asked(server, names)).isEqualTo(asked);
      for (String name : names) {
        assertThat(server.requests(name))
            .as(name)
            .contains("/robots.txt")
            .noneMatch(path -> path.startsWith("/page"));
      }
    }
  }

  private static Map<String, Integer> asked(HostileServer server, List<String> names) {
    Map<String, Integer> asked = new TreeMap<>();
    names.forEach(name -> asked.put(name, server.requests(name).size()));
    return asked;
  }

  private static Map<String, HostileServer.Behaviour> failures() {
    Map<String, HostileServer.Behaviour> all = new TreeMap<>();
    for (int status : new int[] {500, 502, 503, 429, 304}) {
      all.put("s" + status + "-", (path, wire) -> status(wire, status));
    }
    all.put("silent", (path, wire) -> Thread.sleep(9_000));
    all.put(
        "drip",
        (path, wire) -> {
          wire.send("HTTP/1.1 200 OK\r\n\r\n");
          for (int i = 0; i < 300; i++) {
            wire.send("#");
            Thread.sleep(30);
          }
        });
    all.put("reset", (path, wire) -> wire.reset());
    all.put("closed", (path, wire) -> {});
    all.put(
        "cut", (path, wire) -> wire.send("HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\nAllow: /"));
    all.put("half-head", (path, wire) -> wire.send("HTTP/1.1 200 OK\r\nContent-"));
    all.put("no-http", (path, wire) -> wire.send("220 mail.example.org ESMTP\r\n\r\n"));
    all.put("html", (path, wire) -> wire.page("<!doctype html><p>x"));
    all.put(
        "brotli",
        (path, wire) ->
            wire.send("HTTP/1.1 200 OK\r\nContent-Encoding: br\r\nContent-Length: 1\r\n\r\nx"));
    all.put(
        "bad-chunks",
        (path, wire) ->
            wire.send("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\nAllow: /\r\n"));
    all.put("loop", (path, wire) -> wire.redirect("/robots.txt"));
    all.put("chain", (path, wire) -> wire.redirect(path + "x"));
    all.put("nowhere", (path, wire) -> status(wire, 301));
    all.put("private", (path, wire) -> wire.redirect("http://10.0.0.1/robots.txt"));
    all.put("scheme", (path, wire) -> wire.redirect("file:///etc/robots.txt"));
    return all;
  }

  private static void status(HostileServer.Wire wire, int status) throws Exception {
    wire.send("HTTP/1.1 " + status + " X\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
  }

  private Map<String, Long> crawl(Map<String, String> hosts, List<URI> seeds) throws Exception {
    CrawlConfig config =
        new CrawlConfig(
            "Vigie/0.1 (test)",
            Duration.ofMillis(1),
            Duration.ofMillis(1_500),
            1_000,
            3,
            1 << 20,
            16,
            true,
            hosts);
    return new Crawl(config, TestMandate.VALID, folder.resolve("captures"), Clock.systemUTC())
        .run(seeds, progress -> {})
        .outcomes();
  }
}
