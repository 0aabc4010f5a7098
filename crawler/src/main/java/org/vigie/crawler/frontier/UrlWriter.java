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
 * counts of hosts. Used by one thread at a time.
 */
final class UrlWriter {
  private static final byte[] NOTHING = {};

  private final UrlStore store;
  private final Map<String, HostRecord> hosts = new ConcurrentHashMap<>();
  private final RecentKeys recent = new RecentKeys();
  private long sequence;

  UrlWriter(UrlStore store) throws IOException {
    this.store = store;
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
   */
  record Added(QueueKey place, String host) {}

  /** Adds the URLs that aren't known; returns their places. */
  List<Added> add(UrlStore.Batch batch, List<Target> targets) throws IOException {
    List<Added> added = new ArrayList<>();
    Set<UrlKey> inBatch = new HashSet<>();
    for (Target target : targets) {
      UrlKey key = UrlKey.of(target.url());
      if (!recent.contains(key) && inBatch.add(key)) {
        if (store.get(Table.URLS, key.bytes()) == null) {
          added.add(add(batch, target, key));
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
    String host = DiskFrontier.hostOf(target.url());
    QueueKey place = QueueKey.forNew(UrlKey.of(host), target.score(), sequence++, key);
    batch.put(Table.URLS, key.bytes(), new UrlState(target, place.order(), "", null).bytes());
    batch.put(Table.QUEUES, place.bytes(), NOTHING);
    return new Added(place, host);
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
    HostRecord host = record(DiskFrontier.hostOf(end.target().url())).after(end);
    boolean first = queued.kind() == QueueKey.Kind.NEW;
    keep(batch, first ? host.withWaiting(host.waiting() - 1) : host);
    return add(batch, end.links());
  }

  /** Returns the place of a URL that is to be looked at again, or null. */
  static @Nullable QueueKey again(PageEnd end, QueueKey queued) {
    Visit visit = end.visit();
    return visit == null || visit.dueMillis() == 0
        ? null
        : QueueKey.forAgain(queued.host(), visit.dueMillis(), queued.url());
  }

  private void keep(UrlStore.Batch batch, HostRecord host) throws IOException {
    hosts.put(host.name(), host);
    batch.put(Table.HOSTS, host.name().getBytes(UTF_8), host.bytes());
  }
}
