package org.vigie.crawler.frontier;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.vigie.crawler.frontier.UrlStore.Table;

/**
 * Says what a transaction changes in the store: a URL's state, its place in a queue, new links,
 * counts of hosts. Used by one thread at a time, until what it said is written.
 */
final class UrlWriter {
  private static final byte[] NOTHING = {};

  private final UrlStore store;
  private final UrlRanking ranking;
  private final Map<String, HostRecord> hosts = new ConcurrentHashMap<>();
  private final RecentKeys recent = new RecentKeys();
  private long sequence;

  UrlWriter(UrlStore store, UrlRanking ranking) throws IOException {
    this.store = store;
    this.ranking = ranking;
    this.sequence = store.sequence();
  }

  /** Keeps what the store says of a host. */
  void know(HostRecord host) {
    hosts.put(host.name(), host);
  }

  /** Returns the counts of a host. */
  HostRecord record(String host) {
    return hosts.getOrDefault(host, HostRecord.fresh(host));
  }

  /**
   * A URL that was not known before.
   *
   * @param place where it stands
   * @param host name of its host
   * @param target the URL
   */
  record Added(QueueKey place, String host, Target target) {}

  /** Adds the URLs that aren't known; returns their places. */
  List<Added> add(UrlStore.Batch batch, List<Target> targets) throws IOException {
    return add(batch, targets, Origin.NONE);
  }

  private List<Added> add(UrlStore.Batch batch, List<Target> targets, Origin origin)
      throws IOException {
    List<Added> added = new ArrayList<>();
    Set<UrlKey> inBatch = new HashSet<>();
    for (Target target : targets) {
      UrlKey key = UrlKey.of(target.url());
      if (!recent.contains(key) && inBatch.add(key)) {
        if (store.get(Table.URLS, key.bytes()) == null) {
          // A redirect leads on what the link before it began.
          Target found = target.redirects() > 0 ? target : target.foundOn(origin);
          added.add(add(batch, found.scored(ranking.score(found)), key));
        }
        recent.add(key);
      }
    }
    if (!added.isEmpty()) {
      batch.sequence(sequence);
      count(batch, added);
    }
    return added;
  }

  private Added add(UrlStore.Batch batch, Target target, UrlKey key) throws IOException {
    String host = target.host();
    QueueKey place = QueueKey.forNew(UrlKey.of(host), target.score(), sequence++, key);
    batch.put(Table.URLS, key.bytes(), new UrlState(target, place.order(), "", null).bytes());
    batch.put(Table.QUEUES, place.bytes(), NOTHING);
    return new Added(place, host, target);
  }

  private void count(UrlStore.Batch batch, List<Added> added) throws IOException {
    Map<String, Integer> byHost = new HashMap<>();
    added.forEach(url -> byHost.merge(url.host(), 1, Integer::sum));
    for (Map.Entry<String, Integer> host : byHost.entrySet()) {
      HostRecord record = record(host.getKey());
      keep(batch, record.withWaiting(record.waiting() + host.getValue()));
    }
  }

  /**
   * Ends a visit and adds the links found.
   *
   * @param queued where the URL stood
   * @return the links that weren't known
   */
  List<Added> end(UrlStore.Batch batch, PageEnd end, QueueKey queued) throws IOException {
    QueueKey again = again(end, queued);
    long order = again == null ? -1 : again.order();
    UrlState state = new UrlState(end.target(), order, end.outcome(), end.visit());
    batch.put(Table.URLS, queued.url().bytes(), state.bytes());
    batch.delete(Table.QUEUES, queued.bytes());
    if (again != null) {
      batch.put(Table.QUEUES, again.bytes(), NOTHING);
    }
    HostRecord host = record(end.target().host()).after(end, promise(end, queued));
    boolean first = queued.kind() == QueueKey.Kind.NEW;
    keep(batch, first ? host.withWaiting(host.waiting() - 1) : host);
    return add(batch, end.links(), Origin.of(end));
  }

  private double promise(PageEnd end, QueueKey queued) throws IOException {
    if (queued.kind() == QueueKey.Kind.NEW) {
      return SiteHealth.promise(end.target().score());
    }
    UrlState state = store.find(queued.url());
    PageVisit last = state == null ? null : state.visit();
    return last == null || last.adverts().isEmpty() ? 0 : 1;
  }

  /** Keeps that a URL of a host brought nothing; it is on disk, but for a power cut. */
  void trouble(String name, String outcome, long atMillis) throws IOException {
    HostRecord host = record(name);
    SiteHealth health = host.health().after(outcome, atMillis);
    if (!health.equals(host.health())) {
      try (UrlStore.Batch batch = store.batch()) {
        keep(batch, host.with(health));
        store.write(batch);
      }
    }
  }

  /** Takes a URL out of its queue for good. */
  void setAside(UrlStore.Batch batch, QueueKey place, String host) throws IOException {
    batch.delete(Table.QUEUES, place.bytes());
    int fresh = place.kind() == QueueKey.Kind.NEW ? 1 : 0;
    keep(batch, record(host).setAside(1, fresh));
  }

  /** Counts URLs of a host no more that stand in no queue. */
  void setLostAside(UrlStore.Batch batch, String host, long urls) throws IOException {
    keep(batch, record(host).setAside(urls, urls));
  }

  /** Gives a new URL that waits another score; returns its place. */
  static QueueKey move(UrlStore.Batch batch, QueueKey from, UrlState state, double score)
      throws IOException {
    QueueKey to = from.scored(score);
    UrlState scored = new UrlState(state.target().scored(score), to.order(), state.outcome(), null);
    batch.delete(Table.QUEUES, from.bytes());
    batch.put(Table.QUEUES, to.bytes(), NOTHING);
    batch.put(Table.URLS, from.url().bytes(), scored.bytes());
    return to;
  }

  /** Returns the place of a URL that is to be looked at again, or null. */
  static @Nullable QueueKey again(PageEnd end, QueueKey queued) {
    PageVisit visit = end.visit();
    return visit == null || visit.dueMillis() == 0
        ? null
        : QueueKey.forAgain(queued.host(), visit.dueMillis(), queued.url());
  }

  private void keep(UrlStore.Batch batch, HostRecord host) throws IOException {
    hosts.put(host.name(), host);
    batch.put(Table.HOSTS, host.name().getBytes(UTF_8), host.bytes());
  }
}
