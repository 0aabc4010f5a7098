package org.vigie.crawler.politeness;

import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * The pace of a crawl: who may be asked when.
 *
 * <p>Between two requests to one host, and to one address, lies at least the largest of our own
 * delay, the Crawl-delay, what was asked for with Retry-After, and the time that the last answer
 * took. The Crawl-delay of one host holds for all hosts of its address. A host that is overloaded
 * is asked half as often each time it says so. All this lasts across restarts. It counts from the
 * end of the last request, and one is under way at a time.
 */
public final class Politeness {
  /** A host that asks for more is better left alone until the next crawl. */
  public static final Duration MAX_RETRY_AFTER = Duration.ofMinutes(5);

  private static final int MAX_DOUBLINGS = 8;

  /**
   * How soon to look again at a host whose address answers another one: its request may be short.
   */
  private static final Duration BUSY = Duration.ofMillis(2);

  private final long ownDelay;
  private final HostMemory memory;
  private final Clock clock;
  private final LongSupplier nanoTime;
  private final long firstTurn;
  private final Set<String> underWay = new HashSet<>();
  private final Map<String, Long> nextTurn = new HashMap<>();
  private final Map<String, HostPace> paces = new HashMap<>();
  private final Map<String, String> addresses = new HashMap<>();
  private final Map<String, Long> addressDelays = new HashMap<>();
  private long backOffs;

  /** A pace that begins now and remembers nothing. */
  public Politeness(Duration ownDelay) {
    this(ownDelay, HostMemory.none(), Clock.systemUTC(), false);
  }

  /**
   * @param memory where hosts with a pace of their own are remembered
   * @param resumed whether a crawl before this one may have made requests until just now: then
   *     every host and address is given its delay before the first
   */
  public Politeness(Duration ownDelay, HostMemory memory, Clock clock, boolean resumed) {
    this(ownDelay, memory, clock, resumed, System::nanoTime);
  }

  /** As {@link System#nanoTime} tells time, or as a test does. */
  Politeness(
      Duration ownDelay, HostMemory memory, Clock clock, boolean resumed, LongSupplier nanoTime) {
    this.ownDelay = ownDelay.toNanos();
    this.memory = memory;
    this.clock = clock;
    this.nanoTime = nanoTime;
    this.firstTurn = nanoTime.getAsLong() + (resumed ? this.ownDelay : 0);
    for (HostPace pace : memory.recallAll(HostPace.class)) {
      paces.put(pace.host(), pace);
      takeUp(pace);
    }
  }

  private void takeUp(HostPace pace) {
    if (!pace.address().isEmpty()) {
      meet(pace.host(), pace.address());
    }
    long rest = Math.max(delay(pace.host()), nanos(pace.tookMillis()));
    postpone(pace.host(), Math.max(rest, left(pace.untilMillis())));
    postponeAddress(pace.host(), Math.max(rest, left(pace.addressUntilMillis())));
  }

  /**
   * Returns the nanoseconds left until a time; a clock that was set back must not make it longer.
   */
  private long left(long untilMillis) {
    long left = nanos(Math.max(0, untilMillis - clock.millis()));
    return Math.min(left, MAX_RETRY_AFTER.toNanos());
  }

  /**
   * Waits for the next turn at a host and its address, and takes it until {@link #ended}.
   *
   * <p>Nobody else is given a turn at either meanwhile: a delay that counted from here would be too
   * short for a server that a slow first request reaches late.
   */
  public synchronized void awaitTurn(String host, String address) throws InterruptedException {
    meet(host, address);
    while (true) {
      long left = untilTurn(host, address, nanoTime.getAsLong());
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

  /** Returns how long it is until the next turn of a host and its address; zero if it is now. */
  public synchronized Duration untilTurn(String host) {
    long now = nanoTime.getAsLong();
    String address = addresses.get(host);
    if (address == null) {
      return Duration.ofNanos(Math.max(0, nextTurn.getOrDefault(key(host), firstTurn) - now));
    }
    long left = untilTurn(host, address, now);
    return Duration.ofNanos(underWay.contains(address) ? Math.max(left, BUSY.toNanos()) : left);
  }

  /** Keeps a Crawl-delay; one below our own delay changes nothing. */
  public synchronized void crawlDelay(String host, Duration delay) {
    keep(pace(host).withCrawlDelay(delay.toMillis()));
    String address = addresses.get(host);
    if (address != null) {
      addressDelays.merge(address, delay.toNanos(), Math::max);
    }
    // It holds for the request after robots.txt already.
    postpone(host, delay.toNanos());
    postponeAddress(host, delay.toNanos());
  }

  /** Returns what is known of a host's pace, for another process that is to ask it. */
  public synchronized HostPace known(String host) {
    return pace(host);
  }

  /** Returns the paces of all hosts that want more than our own delay. */
  public synchronized List<HostPace> known() {
    return List.copyOf(paces.values());
  }

  /** Keeps what another process, which asked a host before this one, knew of its pace. */
  public synchronized void learn(HostPace pace) {
    if (!pace.address().isEmpty()) {
      meet(pace.host(), pace.address());
    }
    keep(pace);
  }

  /**
   * Gives a host and its address their whole delay from now on: another process may have asked it
   * until just now.
   */
  public synchronized void rest(String host) {
    takeUp(pace(host));
  }

  /**
   * Keeps that a request ended, well or not: the delay counts from its end. What its answer means
   * for the pace must be kept before.
   */
  public synchronized void ended(String host, String address) {
    underWay.remove(key(host));
    underWay.remove(address);
    long now = nanoTime.getAsLong();
    nextTurn.merge(key(host), now + delay(host), Math::max);
    nextTurn.merge(address, now + addressDelays.getOrDefault(address, ownDelay), Math::max);
    notifyAll();
  }

  /** Keeps that a host is well, and how long its answer {@link #took}. */
  public synchronized void succeeded(String host, Duration took) {
    keep(pace(host).recovered());
    took(host, took);
  }

  /** Keeps how long an answer took; host and address are given as long again to recover. */
  public synchronized void took(String host, Duration took) {
    keep(pace(host).answeredIn(took.toMillis()));
    postpone(host, took.toNanos());
    postponeAddress(host, took.toNanos());
  }

  /**
   * Gives a host and its address the rest that an answer asked for, though it is well.
   *
   * @param retryAfter how long; zero changes nothing, and it is capped at {@link #MAX_RETRY_AFTER}
   */
  public synchronized void rest(String host, Duration retryAfter) {
    long asked = capped(retryAfter);
    if (asked > 0) {
      postpone(host, asked);
      postponeAddress(host, asked);
      long until = clock.millis() + millis(asked);
      keep(pace(host).overloaded(pace(host).backOffs(), until, until));
    }
  }

  /**
   * Keeps that a host is overloaded or doesn't answer.
   *
   * @param retryAfter what it asked for, or zero; capped at {@link #MAX_RETRY_AFTER}
   */
  public synchronized void backOff(String host, Duration retryAfter) {
    backOffs++;
    HostPace pace = pace(host);
    int times = Math.min(MAX_DOUBLINGS, pace.backOffs() + 1);
    long asked = capped(retryAfter);
    long doubled = Math.min(delay(host) << times, MAX_RETRY_AFTER.toNanos());
    long wait = Math.max(asked, doubled);
    postpone(host, wait);
    postponeAddress(host, asked);
    long now = clock.millis();
    long until = now + millis(wait);
    keep(pace.overloaded(times, until, now + millis(asked)));
  }

  /** Returns how often a host was found overloaded or silent since this was made. */
  public synchronized long backOffs() {
    return backOffs;
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

  private HostPace pace(String host) {
    return paces.getOrDefault(host, HostPace.fresh(host));
  }

  private void keep(HostPace pace) {
    HostPace whole = pace.at(addresses.getOrDefault(pace.host(), pace.address()));
    if (whole.matters(TimeUnit.NANOSECONDS.toMillis(ownDelay))) {
      if (!whole.equals(paces.put(pace.host(), whole))) {
        memory.keep(pace.host(), whole);
      }
    } else if (paces.remove(pace.host()) != null) {
      memory.forget(pace.host());
    }
  }

  /** Keeps where a host is, and that its Crawl-delay holds there. */
  private void meet(String host, String address) {
    if (!address.equals(addresses.put(host, address))) {
      addressDelays.merge(address, delay(host), Math::max);
    }
  }

  /** Of a day in the year 9999 there are too many to count. */
  private static long capped(Duration asked) {
    return (asked.compareTo(MAX_RETRY_AFTER) < 0 ? asked : MAX_RETRY_AFTER).toNanos();
  }

  private boolean isUnderWay(String host, String address) {
    return underWay.contains(key(host)) || underWay.contains(address);
  }

  private long delay(String host) {
    return Math.max(ownDelay, nanos(pace(host).crawlDelayMillis()));
  }

  private void postpone(String host, long nanos) {
    nextTurn.merge(key(host), nanoTime.getAsLong() + nanos, Math::max);
  }

  private void postponeAddress(String host, long nanos) {
    String address = addresses.get(host);
    if (address != null) {
      nextTurn.merge(address, nanoTime.getAsLong() + nanos, Math::max);
    }
  }

  /** Rounds up: a rest may be longer than was asked for, never shorter. */
  private static long millis(long nanos) {
    return nanos == 0 ? 0 : TimeUnit.NANOSECONDS.toMillis(nanos) + 1;
  }

  private static long nanos(long millis) {
    return TimeUnit.MILLISECONDS.toNanos(millis);
  }

  /** Keeps host names apart from addresses, which share the map. */
  private static String key(String host) {
    return "host " + host;
  }
}
