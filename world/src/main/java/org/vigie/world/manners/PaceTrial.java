package org.vigie.world.manners;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.vigie.world.manners.PaceHost.Kind;

/**
 * A measurement of a crawl's pace at the server: the crawl is killed again and again at moments
 * drawn by chance, goes on each time, and is let run to its end at last.
 */
public final class PaceTrial {
  private static final int MOMENT_MILLIS = 200;
  private static final long LAST_ARRIVALS_MILLIS = 50;
  private static final int KINDS_IN_TURN = 10;
  private static final long POLL_MILLIS = 5;

  private final PaceSpec spec;

  public PaceTrial(PaceSpec spec) {
    this.spec = spec;
  }

  /** Starts a crawl in a process of its own, over what an earlier one left. */
  @FunctionalInterface
  public interface Starter {
    /**
     * @param hosts host name → address, to stand in for DNS
     * @param seeds where to begin
     */
    Process start(Map<String, String> hosts, List<URI> seeds) throws IOException;
  }

  /**
   * Runs it.
   *
   * @throws IOException if a crawl ends otherwise than well, or before it can be killed
   */
  public PaceRecord run(Starter starter) throws IOException, InterruptedException {
    Random random = new Random(spec.seed());
    List<Long> kills = new ArrayList<>();
    int addresses = (spec.hosts() + spec.hostsOfAnAddress() - 1) / spec.hostsOfAnAddress();
    try (MannersServer server = new MannersServer(addresses)) {
      List<URI> seeds = open(server);
      for (int kill = 0; kill < spec.kills(); kill++) {
        Process crawl = starter.start(server.hosts(), seeds);
        try {
          // Each run gets an even share of the work, give or take a third.
          int share = spec.hosts() * spec.pagesOfAHost() / 2 / (spec.kills() + 1);
          awaitVisits(server, crawl, server.visitCount() + share * 2 / 3 + random.nextInt(share));
          Thread.sleep(random.nextInt(MOMENT_MILLIS));
        } finally {
          crawl.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
          // What it had sent still has to arrive on a busy machine; it is the last of this crawl.
          Thread.sleep(LAST_ARRIVALS_MILLIS);
          kills.add(System.nanoTime());
        }
      }
      Process last = starter.start(server.hosts(), seeds);
      try {
        if (last.waitFor() != 0) {
          throw new IOException("a crawl must end well, but its exit code was " + last.exitValue());
        }
      } finally {
        last.destroyForcibly();
      }
      return new PaceRecord(server.visits(), kills, spec.ownDelay());
    }
  }

  private List<URI> open(MannersServer server) {
    List<String> names = new ArrayList<>();
    for (int i = 0; i < spec.hosts(); i++) {
      names.add("h" + i + ".example.org");
    }
    Kind[] kinds = Kind.values();
    List<URI> seeds = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      Kind kind = kinds[Math.min(i % KINDS_IN_TURN, kinds.length - 1)];
      String next = server.url(names.get((i + 1) % names.size()), "").toString();
      server.host(names.get(i), new PaceHost(kind, spec.pagesOfAHost(), next));
      seeds.add(server.url(names.get(i), "/"));
    }
    return seeds;
  }

  private static void awaitVisits(MannersServer server, Process crawl, int count)
      throws IOException, InterruptedException {
    while (server.visitCount() < count) {
      if (!crawl.isAlive()) {
        throw new IOException(
            "a crawl must live until it is killed, but ended with " + crawl.exitValue());
      }
      Thread.sleep(POLL_MILLIS);
    }
  }
}
