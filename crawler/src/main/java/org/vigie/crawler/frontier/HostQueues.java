package org.vigie.crawler.frontier;

import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.vigie.crawler.politeness.Politeness;
import org.vigie.crawler.url.WebAddress;

/**
 * The queues of all hosts that URLs are given out of, in memory, with the URLs under way. Guarded
 * by its frontier.
 *
 * <p>What is on disk must be told here as it is written: the front of each queue is read once.
 */
final class HostQueues {
  /** How long a URL that failed is left alone: as long as most outages of a site take. */
  static final Duration REST = Duration.ofMinutes(15);

  private final UrlStore store;
  private final Clock clock;
  private final Politeness politeness;
  private final HostSchedule schedule;
  private final Map<String, HostQueue> hosts = new HashMap<>();
  private final UrlsUnderWay underWay = new UrlsUnderWay();

  /** Hosts of which URLs are given out. */
  private Predicate<String> given;

  private final LostUrls lost = new LostUrls();

  private long waiting;

  /** URLs taken and not ended: also those whose state is still being read. */
  private int taken;

  /**
   * @param slowLane most URLs under way of hosts that have not answered in time yet
   * @param given hosts of which URLs are given out
   */
  HostQueues(
      UrlStore store, Politeness politeness, Clock clock, int slowLane, Predicate<String> given) {
    this.store = store;
    this.clock = clock;
    this.politeness = politeness;
    this.schedule = new HostSchedule(politeness, clock, slowLane);
    this.given = given;
  }

  /** Begins with a host that the store knows, if it is given out and not here yet. */
  void takeUp(HostRecord host) {
    if (!given.test(host.name()) || hosts.containsKey(host.name())) {
      return;
    }
    HostQueue queue = new HostQueue(store, host.name());
    queue.waiting = host.waiting();
    waiting += host.waiting();
    hosts.put(host.name(), queue);
    schedule.place(queue);
  }

  /** Adds URLs that were written to their queues on disk. */
  void add(List<UrlWriter.Added> added) {
    for (UrlWriter.Added url : added) {
      if (!given.test(url.host())) {
        continue;
      }
      HostQueue host = hosts.computeIfAbsent(url.host(), name -> new HostQueue(store, name));
      host.add(url.place());
      waiting++;
      schedule.place(host);
    }
  }

  /**
   * Takes the URL of the host whose turn is next; null if none is ready. It counts as taken from
   * now on, and {@link #begin begins} when its state is read.
   */
  @Nullable QueueKey take() {
    HostQueue host;
    while ((host = schedule.next()) != null) {
      QueueKey key = host.poll(clock.millis());
      if (key != null) {
        if (key.kind() == QueueKey.Kind.NEW) {
          waiting--;
          schedule.taken(key.score());
        }
        taken++;
        return key;
      }
      waiting -= lost.drop(host);
      schedule.release(host, null);
    }
    return null;
  }

  /** Returns which hosts counted how many URLs that are in no queue, once. */
  Map<String, Long> takeLost() {
    return lost.takeAll();
  }

  /** Ends with a URL that was taken and did not {@link #begin}. */
  void setAside(QueueKey place) {
    HostQueue host = host(place);
    host.forget(place);
    taken--;
    schedule.release(host, null);
  }

  /** Returns the host of a URL that was taken, which stays until the URL is dealt with. */
  HostQueue host(QueueKey place) {
    return hosts.values().stream()
        .filter(host -> host.key.equals(place.host()))
        .findFirst()
        .orElseThrow();
  }

  /** Returns in how many nanoseconds a URL may be ready, at least 1 ms. */
  long untilNext() {
    return schedule.untilNext();
  }

  /** Keeps that a URL that was taken is under way. */
  void begin(Target target, QueueKey place) {
    underWay.begin(target.url(), place);
  }

  boolean isUnderWay(Target target) {
    return underWay.contains(target.url());
  }

  /**
   * Returns the place of a URL under way.
   *
   * @throws IllegalStateException if it isn't
   */
  QueueKey place(Target target) {
    return underWay.place(target.url());
  }

  /** Lets the host of a URL under way be asked for another; false if it may be already. */
  boolean release(PageEnd end) {
    boolean first = underWay.release(end.target().url());
    if (first) {
      schedule.release(host(end.target()), end.inTime());
    }
    return first;
  }

  /** Ends a URL under way, as it was written to disk; returns its host. */
  HostQueue end(PageEnd end) {
    String url = end.target().url();
    QueueKey queued = underWay.place(url);
    HostQueue host = host(end.target());
    host.forget(queued);
    QueueKey again = UrlWriter.again(end, queued);
    if (again != null) {
      host.add(again);
    }
    boolean released = underWay.isReleased(url);
    leave(url);
    if (released) {
      schedule.place(host);
    } else {
      schedule.release(host, end.inTime());
    }
    return host;
  }

  /** Returns a URL under way to its queue. */
  void putBack(Target target) {
    requeue(target);
    leave(target, null);
  }

  /** Returns a URL under way to its queue, and takes none of its host for a while. */
  void park(Target target, String outcome, Duration time) {
    HostQueue host = host(target);
    host.parked = outcome;
    host.parkedUntil = clock.millis() + time.toMillis();
    requeue(target);
    leave(target, Boolean.FALSE);
  }

  private void requeue(Target target) {
    QueueKey key = underWay.find(target.url());
    if (key != null) {
      host(target).add(key);
      waiting += key.isNew() ? 1 : 0;
    }
  }

  /**
   * Ends with a URL under way in this run.
   *
   * @param again whether it gets another chance after {@link #REST}; what finds no room waits for
   *     the next run still
   */
  void drop(Target target, boolean again) {
    QueueKey key = again ? underWay.find(target.url()) : null;
    if (key != null && host(target).rest(key, clock.millis() + REST.toMillis())) {
      waiting += key.isNew() ? 1 : 0;
    }
    leave(target, Boolean.FALSE);
  }

  private void leave(Target target, @Nullable Boolean answered) {
    leave(target.url());
    schedule.release(host(target), answered);
  }

  private void leave(String url) {
    underWay.end(url);
    taken--;
  }

  /**
   * Gives out URLs of other hosts than before. A host that comes in rests first: somebody else may
   * just have asked it. A URL of a host that goes out stays under way until it ends.
   */
  void give(Predicate<String> toGive) {
    given = toGive;
    schedule.remove(toGive.negate());
    hosts.values().removeIf(host -> !host.busy && !toGive.test(host.name));
    store.eachHost(host -> {
      if (toGive.test(host.name()) && !hosts.containsKey(host.name())) {
        politeness.rest(host.name());
        takeUp(host);
      }
    });
    waiting = hosts.values().stream().mapToLong(host -> host.waiting).sum();
  }

  /**
   * Returns whether a URL is under way of a host that is given out no more.
   *
   * @param ended URLs that count as ended
   */
  boolean isLettingGo(Set<String> ended) {
    long busy = hosts.values().stream().filter(this::isGoing).count();
    return busy > underWay.urls().filter(ended::contains).filter(this::isOut).count();
  }

  /** Forgets the URLs under way of hosts that are given out no more. */
  void letGo() {
    for (HostQueue host : hosts.values().stream().filter(this::isGoing).toList()) {
      schedule.release(host, null);
      taken--;
    }
    underWay.forget(this::isOut);
    schedule.remove(given.negate());
    hosts.values().removeIf(host -> !given.test(host.name));
  }

  private boolean isGoing(HostQueue host) {
    return host.busy && !given.test(host.name);
  }

  private boolean isOut(String url) {
    return !given.test(WebAddress.hostOf(url));
  }

  /** Returns whether a URL may be taken, be the turn of its host soon or late. */
  boolean hasWork() {
    return schedule.hasWork();
  }

  /** Keeps whether more URLs wait than may be fetched. */
  void setScarce(boolean scarce) {
    schedule.setScarce(scarce);
  }

  /** Returns how many URLs were never fetched and may still be taken in this run. */
  long waiting() {
    return waiting;
  }

  /** Returns how many URLs were taken and have not ended. */
  int taken() {
    return taken;
  }

  /** Returns the hosts. */
  Collection<HostQueue> hosts() {
    return Collections.unmodifiableCollection(hosts.values());
  }

  private HostQueue host(Target target) {
    return hosts.computeIfAbsent(target.host(), name -> new HostQueue(store, name));
  }
}
