package org.vigie.crawler.frontier;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.vigie.crawler.politeness.Politeness;

/**
 * The URLs of a crawl, in a queue per host.
 *
 * <p>A host has at most one URL under way; the host whose turn is next goes first, so no thread
 * waits for one host while another is ready. A URL leaves only when it is done, by one journal
 * transaction with the links found in it. Safe for use by several threads.
 */
public final class CrawlFrontier {
  private final Journal journal;
  private final Politeness politeness;
  private final int maxPages;
  private final Map<String, Deque<Target>> queues = new LinkedHashMap<>();
  private final Map<String, Target> underWay = new HashMap<>();
  private final Set<String> busyHosts = new HashSet<>();
  private final Set<String> known = new LinkedHashSet<>();
  private final Set<String> done = new HashSet<>();
  private final Set<String> sealed = new HashSet<>();
  private final Map<String, Long> outcomes = new TreeMap<>();
  private long waiting;
  private int fetched;
  private boolean stopped;

  /**
   * Takes up what the journal holds.
   *
   * @param maxPages most pages to archive, after which no URL is given out
   */
  public CrawlFrontier(Journal journal, Politeness politeness, int maxPages) {
    this.journal = journal;
    this.politeness = politeness;
    this.maxPages = maxPages;
    Map<String, Target> found = new LinkedHashMap<>();
    for (Journal.Entry entry : journal.entries()) {
      if (entry.done() != null && !entry.done().isEmpty()) {
        done.add(entry.done());
      }
      if (entry.sealed() != null && !entry.sealed().isEmpty()) {
        sealed.add(entry.sealed());
      }
      if (entry.links() != null) {
        entry.links().forEach(target -> found.putIfAbsent(target.url(), target));
      }
    }
    known.addAll(done);
    found.values().forEach(this::enqueue);
  }

  /** Adds the seeds that aren't known yet. */
  public synchronized void seed(List<Target> seeds) throws IOException {
    List<Target> fresh = seeds.stream().filter(seed -> !known.contains(seed.url())).toList();
    if (!fresh.isEmpty()) {
      journal.append(Journal.Entry.found(fresh));
      fresh.forEach(this::enqueue);
    }
  }

  /** Waits for a URL to fetch and takes it; null when none is left or the crawl is stopped. */
  public synchronized @Nullable Target take() throws InterruptedException {
    while (!isFinished()) {
      String host = nextHost();
      if (host != null) {
        Target target = poll(host);
        underWay.put(target.url(), target);
        busyHosts.add(host);
        return target;
      }
      wait();
    }
    notifyAll();
    return null;
  }

  /** Returns a URL under way to its queue, to be asked for again later. */
  public synchronized void retry(String url) {
    Target target = release(url);
    queues.computeIfAbsent(host(url), host -> new ArrayDeque<>()).addLast(target);
    waiting++;
    notifyAll();
  }

  /**
   * Ends with a URL for good: its outcome and links are on disk when this returns.
   *
   * @param archived whether a page was archived
   */
  public void finish(String url, String outcome, List<Target> links, boolean archived)
      throws IOException {
    journal.append(Journal.Entry.done(url, outcome, fresh(links)));
    synchronized (this) {
      done.add(url);
      fetched += archived ? 1 : 0;
      count(outcome);
      links.forEach(this::enqueue);
      release(url);
      notifyAll();
    }
  }

  /** Ends with a URL in this run alone: the next one takes it up again. */
  public synchronized void postpone(String url, String outcome) {
    count(outcome);
    release(url);
    notifyAll();
  }

  /**
   * Keeps that a page was archived before a crash that its journal did not survive.
   *
   * @param links finds where the page leads, given how it was come by; not asked if it is done
   */
  public synchronized void adopt(String url, Function<Target, List<Target>> links)
      throws IOException {
    if (done.contains(url)) {
      return;
    }
    Deque<Target> queue = queues.getOrDefault(host(url), new ArrayDeque<>());
    Target source =
        queue.stream()
            .filter(target -> target.url().equals(url))
            .findFirst()
            .orElse(new Target(url, 0, 0));
    List<Target> found = links.apply(source);
    journal.append(Journal.Entry.done(url, "adopted", fresh(found)));
    done.add(url);
    known.add(url);
    waiting -= queue.remove(source) ? 1 : 0;
    found.forEach(this::enqueue);
  }

  /** Keeps that a WARC file needs no look after a crash. */
  public synchronized void seal(String warc) throws IOException {
    if (sealed.add(warc)) {
      journal.append(Journal.Entry.sealed(warc));
    }
  }

  public synchronized boolean isSealed(String warc) {
    return sealed.contains(warc);
  }

  /** Gives out no further URL. */
  public synchronized void stop() {
    stopped = true;
    notifyAll();
  }

  public synchronized boolean isFinished() {
    return stopped || underWay.isEmpty() && (waiting == 0 || fetched >= maxPages);
  }

  public synchronized boolean isKnown(String url) {
    return known.contains(url);
  }

  /** Returns how a URL under way was come by, or null if it isn't under way. */
  public synchronized @Nullable Target underWay(String url) {
    return underWay.get(url);
  }

  /** Returns how many URLs are known and not yet dealt with. */
  public synchronized long waiting() {
    return waiting + underWay.size();
  }

  /** Returns outcome → number of URLs in this run. */
  public synchronized Map<String, Long> outcomes() {
    return new TreeMap<>(outcomes);
  }

  private synchronized List<Target> fresh(List<Target> links) {
    return links.stream().filter(link -> !known.contains(link.url())).toList();
  }

  private void enqueue(Target target) {
    if (known.add(target.url())) {
      queues.computeIfAbsent(host(target.url()), host -> new ArrayDeque<>()).addLast(target);
      waiting++;
    }
  }

  private @Nullable String nextHost() {
    if (fetched + underWay.size() >= maxPages) {
      return null;
    }
    String next = null;
    long soonest = Long.MAX_VALUE;
    for (Map.Entry<String, Deque<Target>> queue : queues.entrySet()) {
      if (!queue.getValue().isEmpty() && !busyHosts.contains(queue.getKey())) {
        long until = politeness.untilTurn(queue.getKey()).toNanos();
        if (until < soonest) {
          soonest = until;
          next = queue.getKey();
        }
      }
    }
    return next;
  }

  private Target poll(String host) {
    Deque<Target> queue = queues.getOrDefault(host, new ArrayDeque<>());
    waiting--;
    return queue.removeFirst();
  }

  private Target release(String url) {
    Target target = underWay.remove(url);
    if (target == null) {
      throw new IllegalStateException("only a URL under way may be ended, but this one is not");
    }
    busyHosts.remove(host(url));
    return target;
  }

  private void count(String outcome) {
    outcomes.merge(outcome, 1L, Long::sum);
  }

  /** The unit of politeness: the host, whatever its port. */
  private static String host(String url) {
    return URI.create(url).getHost();
  }
}
