package org.vigie.world.manners;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.vigie.world.manners.PaceBreach.Reason;

/**
 * The server's record of a crawl, held against the pace that is due.
 *
 * <p>After a request, its host and its address rest for the longest of: the crawl's own delay, the
 * Crawl-delay that the host told before, the Retry-After of the answer, and the time the answer
 * took. It counts from the moment just before the answer's last byte was sent to the first byte of
 * the next request, so a busy machine only ever makes a rest look longer. What an answer asks for
 * can't be known to a crawl that was killed before it could note it: only the own delay is due
 * then.
 *
 * @param visits what was asked
 * @param kills when the crawl was killed, by {@link System#nanoTime}
 * @param ownDelay the delay that the crawl was told to keep
 */
public record PaceRecord(List<SeenRequest> visits, List<Long> kills, Duration ownDelay) {
  /** Clocks of two processes are one clock here, but timers may be early by their resolution. */
  public static final Duration TOLERANCE = Duration.ofMillis(1);

  /** How long a crawl may take to note an answer safely on disk. */
  private static final Duration NOTED_WITHIN = Duration.ofMillis(500);

  public PaceRecord {
    visits = visits.stream().sorted(Comparator.comparingLong(SeenRequest::startNanos)).toList();
    kills = List.copyOf(kills);
  }

  /** Returns every request that came too soon, by host and by address. */
  public List<PaceBreach> breaches() {
    List<PaceBreach> breaches = new ArrayList<>(breaches("host", SeenRequest::host));
    breaches.addAll(breaches("address", SeenRequest::address));
    return breaches;
  }

  /** Returns how many breaches there are of each kind, as {@code CRAWL_DELAY by address=3}. */
  public Map<String, Integer> breachCounts() {
    Map<String, Integer> counts = new TreeMap<>();
    breaches()
        .forEach(breach -> counts.merge(breach.reason() + " by " + breach.of(), 1, Integer::sum));
    return counts;
  }

  private List<PaceBreach> breaches(String of, Function<SeenRequest, String> key) {
    List<PaceBreach> breaches = new ArrayList<>();
    Map<String, SeenRequest> last = new HashMap<>();
    Map<String, Duration> crawlDelays = new HashMap<>();
    for (SeenRequest visit : visits) {
      SeenRequest before = last.put(key.apply(visit), visit);
      if (before != null) {
        PaceBreach breach = judge(of, before, visit, crawlDelays);
        if (breach != null) {
          breaches.add(breach);
        }
      }
      // Told before the kill, and noted: what the crawl must know from then on.
      if (visit.crawlDelay().isPositive() && wasNoted(visit)) {
        crawlDelays.put(visit.host(), visit.crawlDelay());
      }
    }
    return breaches;
  }

  private @Nullable PaceBreach judge(
      String of, SeenRequest before, SeenRequest next, Map<String, Duration> crawlDelays) {
    Map<Reason, Duration> rests = new EnumMap<>(Reason.class);
    rests.put(Reason.OWN_DELAY, ownDelay);
    rests.put(Reason.CRAWL_DELAY, crawlDelays.getOrDefault(before.host(), Duration.ZERO));
    if (wasNoted(before)) {
      rests.put(Reason.RETRY_AFTER, before.askedRest());
      rests.put(Reason.LATENCY, before.took());
    }
    Map.Entry<Reason, Duration> longest =
        Collections.max(rests.entrySet(), Map.Entry.comparingByValue());
    Duration due = longest.getValue();
    Duration found = Duration.ofNanos(next.startNanos() - endKnown(before));
    boolean tooSoon = found.plus(TOLERANCE).compareTo(due) < 0;
    return tooSoon ? new PaceBreach(longest.getKey(), of, before, next, due, found) : null;
  }

  /** An answer to a crawl that was killed meanwhile ended for it with the kill. */
  private long endKnown(SeenRequest visit) {
    return kills.stream()
        .filter(kill -> kill >= visit.startNanos() && kill < visit.endNanos())
        .findFirst()
        .orElse(visit.endNanos());
  }

  private boolean wasNoted(SeenRequest visit) {
    return kills.stream()
        .noneMatch(
            kill -> kill >= visit.startNanos() && kill - visit.endNanos() < NOTED_WITHIN.toNanos());
  }
}
