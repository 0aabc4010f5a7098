package org.vigie.lab.verify;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.vigie.capture.warc.WarcEntry;
import org.vigie.capture.warc.WarcReader;
import org.vigie.cli.warmup.LoopbackCrawl;
import org.vigie.crawler.Crawl;
import org.vigie.crawler.CrawlConfig;
import org.vigie.files.fault.Failpoint;

/** A crawl of one small site that is killed again and again, until it is let run to its end. */
final class KilledCrawl implements AutoCloseable {
  private static final int THREADS = 4;
  private static final int MINUTES_TO_END = 3;
  private static final long POLL_NANOS = 100_000;

  /** What the tally calls kills between the first request of a process and the last of all. */
  static final String AMID = "of them amid requests";

  private final ChainSite site = new ChainSite();
  private Path folder;
  private final Tally tally;
  private int kills;

  /** Requests of crawls that this one goes on from, which may have come further. */
  private int askedElsewhere;

  /**
   * @param folder of the crawl alone
   */
  KilledCrawl(Path folder, Tally tally) throws Exception {
    this.folder = folder;
    this.tally = tally;
    tally.count("crawls", 1);
  }

  /** Runs to the end. */
  void finish() throws Exception {
    Child.await(start(""), folder);
  }

  /**
   * Kills the crawl some time after the process has made a request.
   *
   * @param moment in pages reached by all processes so far: at 7.4, the seventh is reached and two
   *     fifths of the time to the next are over
   * @return whether it was still running
   */
  boolean killAt(double moment) throws Exception {
    int before = site.pageRequests();
    Process process = start("");
    try {
      await(process, () -> site.pageRequests() > before);
      int reached = site.pagesReached();
      long first = System.nanoTime();
      await(process, () -> site.pagesReached() >= (int) moment);
      long perPage = (System.nanoTime() - first) / Math.max(1, site.pagesReached() - reached);
      LockSupport.parkNanos((long) (perPage * (moment % 1)));
      if (!process.isAlive()) {
        if (process.exitValue() != 0) {
          throw Child.failure("exit code " + process.exitValue(), folder);
        }
        return false;
      }
    } finally {
      Child.kill(process);
    }
    kills++;
    tally.count("kills", 1);
    tally.count(fallen(before), 1);
    return true;
  }

  private String fallen(int before) {
    if (site.pageRequests() == before) {
      return "of them before a first request";
    }
    return site.pagesReached() == ChainSite.PAGES ? "of them after the last request" : AMID;
  }

  private static void await(Process process, BooleanSupplier what) {
    while (process.isAlive() && !what.getAsBoolean()) {
      LockSupport.parkNanos(POLL_NANOS);
    }
  }

  /** Lets the crawl kill itself at a place; returns whether it came there. */
  boolean killAt(Failpoint place, int times) throws Exception {
    Process process = start(place.label() + ":" + times);
    try {
      process.waitFor();
    } finally {
      Child.kill(process);
    }
    if (process.exitValue() != Failpoint.KILLED && process.exitValue() != 0) {
      throw Child.failure("exit code " + process.exitValue(), folder);
    }
    boolean killed = process.exitValue() == Failpoint.KILLED;
    kills += killed ? 1 : 0;
    return killed;
  }

  /**
   * Lets no file of the crawl grow beyond some size from some time on, as on a full disk.
   *
   * @param moment pages reached by all processes so far
   * @param part of the largest file that there is then and some more, in [0, 1]
   * @return whether the crawl came to its end all the same
   */
  boolean fillAt(int moment, double part) throws Exception {
    Process process = start("");
    try {
      await(process, () -> site.pagesReached() >= moment);
      FileLimit.set(process, LoopbackCrawl.captures(folder), part);
      if (!process.waitFor(MINUTES_TO_END, TimeUnit.MINUTES)) {
        throw Child.failure("no end on a full disk", folder);
      }
    } finally {
      Child.kill(process);
    }
    boolean isDone = process.exitValue() == 0;
    kills += isDone ? 0 : 1;
    return isDone;
  }

  /** What is done while the crawl goes on. */
  interface Meanwhile {
    /** Does it, and returns the folder of another crawl that goes on from what it made. */
    Path in(Path folder) throws Exception;
  }

  /**
   * Does something amid the crawl, ends it, and goes on from what was made.
   *
   * @param moment pages reached by all processes so far
   */
  void goOnFrom(int moment, Meanwhile what) throws Exception {
    Process process = start("");
    try {
      await(process, () -> site.pagesReached() >= moment);
      Path other = what.in(folder);
      tally.count(process.isAlive() ? "while it ran" : "after its end", 1);
      folder = other;
    } finally {
      Child.kill(process);
    }
    askedElsewhere = site.pageRequests();
  }

  private Process start(String failpoint) throws IOException {
    tally.count("processes", 1);
    return LoopbackCrawl.start(folder, config(), List.of(site.seed()), failpoint);
  }

  private CrawlConfig config() {
    return new CrawlConfig(
        "Vigie/0.1 (verify)",
        Duration.ofMillis(2),
        Duration.ofSeconds(5),
        10_000,
        1_000,
        1 << 20,
        THREADS,
        new CrawlConfig.LocalWeb(true, site.net().names()));
  }

  /** Holds the archive of the whole crawl against the site. */
  void judge(String what) throws IOException {
    Set<String> pages = site.pages();
    Map<String, Integer> captures = captures(what);
    long lost = pages.stream().filter(page -> !captures.containsKey(page)).count();
    long twice = captures.values().stream().filter(times -> times > 1).count();
    captures.keySet().removeAll(pages);
    tally.count("URLs", pages.size());
    tally.count("lost URLs", lost);
    tally.count("URLs captured twice", twice);
    tally.require(lost == 0, "%s: %d URLs were lost", what, lost);
    tally.require(twice == 0, "%s: %d URLs were captured twice", what, twice);
    tally.require(captures.isEmpty(), "%s: nobody has %s", what, captures.keySet());
    int most = pages.size() + askedElsewhere + kills * Crawl.mostRepeatedAfterKill(THREADS);
    tally.count("requests repeated", Math.max(0, site.pageRequests() - pages.size()));
    tally.require(
        site.pageRequests() <= most,
        "%s: at most %d requests may be made after %d kills, but were %d",
        what,
        most,
        kills,
        site.pageRequests());
  }

  /** Returns URL → captures. */
  private Map<String, Integer> captures(String what) throws IOException {
    Map<String, Integer> captures = new HashMap<>();
    Map<String, Long> unreadable = new TreeMap<>();
    List<Path> files;
    try (Stream<Path> list = Files.list(LoopbackCrawl.captures(folder))) {
      files = list.sorted().toList();
    }
    for (Path warc : files) {
      tally.count("WARC bytes", Files.size(warc));
      try (WarcReader reader = WarcReader.open(warc)) {
        WarcEntry entry;
        while ((entry = reader.next()) != null) {
          switch (entry) {
            case WarcEntry.Captured captured ->
                captures.merge(captured.capture().url(), 1, Integer::sum);
            case WarcEntry.Unreadable bad -> unreadable.merge(bad.kind(), 1L, Long::sum);
            default -> unreadable.merge("not a capture", 1L, Long::sum);
          }
        }
      }
    }
    long bad = unreadable.values().stream().mapToLong(Long::longValue).sum();
    tally.count("unreadable WARC records", bad);
    tally.require(unreadable.isEmpty(), "%s: unreadable in the archive: %s", what, unreadable);
    return captures;
  }

  @Override
  public void close() throws Exception {
    site.close();
  }
}
