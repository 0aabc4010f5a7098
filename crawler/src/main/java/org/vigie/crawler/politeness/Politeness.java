package org.vigie.crawler.politeness;

import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * The pace of a crawl: who may be asked when.
 *
 * <p>Between two requests to one host, and to one address, lies at least the largest of our own
 * delay, the host's Crawl-delay, what it asked for with Retry-After, and the time that its last
 * answer took. A host that is overloaded is asked half as often each time it says so, also after a
 * restart. It counts from the end of the last request, and one is under way at a time.
 */
public final class Politeness {
  /** A host that asks for more is better left alone until the next crawl. */
  public static final Duration MAX_RETRY_AFTER = Duration.ofMinutes(5);

  private static final int MAX_DOUBLINGS = 8;

  /**
   * An overloaded host, as it is remembered.
   *
   * @param host its name
   * @param times how often in a row it said so
   * @param untilMillis when it may be asked again, in milliseconds since 1970
   */
  record BackOff(String host, int times, long untilMillis) {}

  private final long ownDelay;
  private final HostMemory memory;
  private final Clock clock;
  private final long firstTurn;
  private final Set<String> underWay = new HashSet<>();
  private final Map<String, Long> nextTurn = new HashMap<>();
  private final Map<String, Long> crawlDelays = new HashMap<>();
  private final Map<String, Integer> backOffs = new HashMap<>();

  /** A pace that begins now and remembers nothing. */
  public Politeness(Duration ownDelay) {
    this(ownDelay, HostMemory.none(), Clock.systemUTC(), false);
  }

  /**
   * @param memory where overloaded hosts are remembered
   * @param resumed whether a crawl before this one may have made requests until just now: then
   *     every host and address is given our delay before the first
   */
  public Politeness(Duration ownDelay, HostMemory memory, Clock clock, boolean resumed) {
    this.ownDelay = ownDelay.toNanos();
    this.memory = memory;
    this.clock = clock;
    this.firstTurn = System.nanoTime() + (resumed ? this.ownDelay : 0);
    for (BackOff backOff : memory.recallAll(BackOff.class)) {
      backOffs.put(backOff.host(), backOff.times());
      long left = Duration.ofMillis(backOff.untilMillis() - clock.millis()).toNanos();
      postpone(backOff.host(), Math.clamp(left, 0, MAX_RETRY_AFTER.toNanos()));
    }
  }

  /**
   * Waits for the next turn at a host and its address, and takes it until {@link #ended}.
   *
   * <p>Nobody else is given a turn at either meanwhile: a delay that counted from here would be too
   * short for a server that a slow first request reaches late.
   */
  public synchronized void awaitTurn(String host, String address) throws InterruptedException {
    while (true) {
      long left = untilTurn(host, address, System.nanoTime());
      if (isUnderWay(host, address)) {
        wait();
      } else if (left > 0) {
        TimeUnit.NANOSECONDS.timedWait(this, left);
      } else {
        break;
      }
    }
    underWay.add(key(host));
    underWay.add(address);
  }

  /** Returns how long it is until the host's next turn; zero if it is now. */
  public synchronized Duration untilTurn(String host) {
    long now = System.nanoTime();
    return Duration.ofNanos(Math.max(0, nextTurn.getOrDefault(key(host), firstTurn) - now));
  }

  /** Keeps a Crawl-delay; one below our own delay changes nothing. */
  public synchronized void crawlDelay(String host, Duration delay) {
    crawlDelays.put(host, delay.toNanos());
    // It holds for the request after robots.txt already.
    postpone(host, delay.toNanos());
  }

  /** Keeps that a request ended, well or not: the delay counts from its end. */
  public synchronized void ended(String host, String address) {
    underWay.remove(key(host));
    underWay.remove(address);
    long turn = System.nanoTime() + delay(host);
    nextTurn.merge(key(host), turn, Math::max);
    nextTurn.merge(address, turn, Math::max);
    notifyAll();
  }

  /** Keeps that a request ended well; the host is given as long again to recover. */
  public synchronized void succeeded(String host, Duration took) {
    if (backOffs.remove(host) != null) {
      memory.forget(host);
    }
    postpone(host, took.toNanos());
  }

  /**
   * Keeps that a host is overloaded or doesn't answer.
   *
   * @param retryAfter what it asked for, or zero; capped at {@link #MAX_RETRY_AFTER}
   */
  public synchronized void backOff(String host, Duration retryAfter) {
    int times = Math.min(MAX_DOUBLINGS, backOffs.merge(host, 1, Integer::sum));
    long asked = Math.min(retryAfter.toNanos(), MAX_RETRY_AFTER.toNanos());
    long doubled = Math.min(delay(host) << times, MAX_RETRY_AFTER.toNanos());
    long wait = Math.max(asked, doubled);
    postpone(host, wait);
    long until = clock.millis() + Duration.ofNanos(wait).toMillis();
    memory.keep(host, new BackOff(host, times, until));
  }

  /**
   * Returns how many nanoseconds the next turn at a host and its address is away; zero if it is
   * now.
   */
  synchronized long untilTurn(String host, String address, long now) {
    long turn =
        Math.max(
            nextTurn.getOrDefault(key(host), firstTurn), nextTurn.getOrDefault(address, firstTurn));
    return Math.max(0, turn - now);
  }

  private boolean isUnderWay(String host, String address) {
    return underWay.contains(key(host)) || underWay.contains(address);
  }

  private long delay(String host) {
    return Math.max(ownDelay, crawlDelays.getOrDefault(host, 0L));
  }

  private void postpone(String host, long nanos) {
    nextTurn.merge(key(host), System.nanoTime() + nanos, Math::max);
  }

  /** Keeps host names apart from addresses, which share the map. */
  private static String key(String host) {
    return "host " + host;
  }
}
