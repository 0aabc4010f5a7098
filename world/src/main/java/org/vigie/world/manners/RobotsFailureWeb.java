package org.vigie.world.manners;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A web of hosts that fail to tell their robots rules in every way, each with pages that nobody may
 * ask for.
 */
public final class RobotsFailureWeb implements AutoCloseable {
  private static final int HOSTS_OF_AN_ADDRESS = 24;
  private static final String PAGES = "/page";

  private final MannersServer server;
  private final List<String> names = new ArrayList<>();
  private final Map<String, Integer> robotsRequests = new ConcurrentHashMap<>();
  private final List<String> contentRequests = new CopyOnWriteArrayList<>();

  /**
   * Opens the web.
   *
   * @param failures what goes wrong
   * @param hostsOfEach hosts for every one of them, at least 1
   */
  public RobotsFailureWeb(List<RobotsFailure> failures, int hostsOfEach) throws IOException {
    int hosts = hostsOfEach * failures.size();
    server = new MannersServer((hosts + HOSTS_OF_AN_ADDRESS - 1) / HOSTS_OF_AN_ADDRESS);
    for (int i = 0; i < hostsOfEach; i++) {
      for (RobotsFailure failure : failures) {
        String kind = failure.name().toLowerCase(Locale.ROOT).replace('_', '-');
        add(kind + "-" + i + ".example.org", failure);
      }
    }
  }

  private void add(String name, RobotsFailure failure) {
    names.add(name);
    robotsRequests.put(name, 0);
    server.host(
        name,
        (target, wire) -> {
          // Kept before the answer: some take longer than a crawl waits.
          if (target.startsWith(PAGES)) {
            contentRequests.add(name + target);
            wire.answer(200, "text/html", "<p>nobody may ask for this");
          } else {
            robotsRequests.merge(name, 1, Integer::sum);
            failure.answer(target, wire);
          }
        });
  }

  /** Returns host name → address, to stand in for DNS. */
  public Map<String, String> hosts() {
    return server.hosts();
  }

  /** Returns where to begin: two pages of each host. */
  public List<URI> seeds() {
    List<URI> seeds = new ArrayList<>();
    for (String name : names) {
      seeds.add(server.url(name, PAGES + "1"));
      seeds.add(server.url(name, PAGES + "2"));
    }
    return seeds;
  }

  /** Returns host → how often its robots.txt was asked for, redirects from there included. */
  public Map<String, Integer> robotsRequests() {
    return new TreeMap<>(robotsRequests);
  }

  /** Returns the pages asked for: none, if the crawl has manners. */
  public List<String> contentRequests() {
    return List.copyOf(contentRequests);
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
