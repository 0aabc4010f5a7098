package org.vigie.lab.verify;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.vigie.cli.warmup.LoopbackCrawl;
import org.vigie.crawler.Crawl;
import org.vigie.crawler.CrawlConfig;
import org.vigie.world.hostile.Certificates;
import org.vigie.world.hostile.HostileBehaviour;
import org.vigie.world.hostile.HostileBehaviours;
import org.vigie.world.hostile.HostileNet;

/**
 * Some hosts as they should be, whose time to be crawled is measured beside others.
 *
 * <p>Their delay is long beside what an answer takes: what is measured is whether their turns come
 * when they are due, not how many processors the machine has.
 */
final class OrdinaryHosts {
  private static final int HOSTS = 10;
  private static final int PAGES = 10;

  /** The home page, its links and robots.txt. */
  private static final int REQUESTS = PAGES + 2;

  private static final Duration DELAY = Duration.ofMillis(100);

  /** As many threads as a crawl has by default. */
  private static final int THREADS = 32;

  private static final Duration LIMIT = Duration.ofSeconds(60);
  private static final long LOOK_MILLIS = 5;
  private static final List<HostileBehaviour> ORDINARY =
      IntStream.range(0, HOSTS)
          .mapToObj(i -> HostileBehaviours.ordinary("ordinary" + i, PAGES))
          .toList();

  private final Path folder;
  private final Certificates certificates;
  private int crawls;

  /**
   * @param folder where the captures go
   * @param certificates of others that are to speak TLS
   */
  OrdinaryHosts(Path folder, Certificates certificates) {
    this.folder = folder;
    this.certificates = certificates;
  }

  /**
   * Crawls them beside others, whose seeds come first.
   *
   * @return milliseconds from the begin of the crawl to the last request that they all get
   * @throws IOException if the crawl fails, or they don't get them all in a minute
   */
  double millis(List<HostileBehaviour> others) throws Exception {
    List<HostileBehaviour> all = Stream.concat(others.stream(), ORDINARY.stream()).toList();
    try (HostileNet net = HostileNet.open(all, certificates);
        ExecutorService thread = Executors.newSingleThreadExecutor()) {
      List<URI> seeds = all.stream().map(net::seed).toList();
      Crawl crawl =
          new Crawl(
              config(net),
              LoopbackCrawl.MANDATE,
              folder.resolve("crawl-" + crawls++),
              Clock.systemUTC());
      long start = System.nanoTime();
      Future<?> run = thread.submit(() -> crawl.run(seeds, progress -> {}));
      try {
        await(net, run, start);
      } finally {
        // What is left of the others is not waited for.
        thread.shutdownNow();
      }
      long last = ORDINARY.stream().mapToLong(host -> last(net, host)).max().orElseThrow();
      return (last - start) / 1e6;
    }
  }

  private static void await(HostileNet net, Future<?> run, long start) throws Exception {
    while (!ORDINARY.stream().allMatch(host -> net.requests(host).size() >= REQUESTS)) {
      if (System.nanoTime() - start > LIMIT.toNanos()) {
        throw new IOException("ordinary hosts must be crawled in " + LIMIT + ", but were not");
      }
      try {
        run.get(LOOK_MILLIS, TimeUnit.MILLISECONDS);
        return;
      } catch (TimeoutException e) {
        continue; // it is under way
      } catch (ExecutionException e) {
        throw new IOException("the crawl must end, but failed", e);
      }
    }
  }

  private static long last(HostileNet net, HostileBehaviour host) {
    List<HostileNet.Request> requests = net.requests(host);
    if (requests.size() < REQUESTS) {
      throw new IllegalStateException(
          host.name() + " must get " + REQUESTS + " requests, but got " + requests.size());
    }
    return requests.get(REQUESTS - 1).nanos();
  }

  private static CrawlConfig config(HostileNet net) {
    return new CrawlConfig(
        "Vigie/0.1 (verify)",
        DELAY,
        HostileBehaviour.REQUEST,
        100_000,
        3,
        1 << 20,
        THREADS,
        new CrawlConfig.LocalWeb(true, net.names()));
  }
}
