package org.vigie.crawler.loop;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.vigie.crawler.frontier.KeptAnswer;
import org.vigie.crawler.frontier.PageHistory;
import org.vigie.crawler.frontier.PageVisit;
import org.vigie.crawler.frontier.Seed;

/** A page that changes at given times of a virtual year, and the visits to it. */
final class SimulatedPage {
  private final List<Long> changes;
  private final List<Long> visits = new ArrayList<>();

  private SimulatedPage(List<Long> changes) {
    this.changes = changes;
  }

  /** A page whose changes come at random, with the same chance at any time, for two years. */
  static SimulatedPage poisson(SplittableRandom random, Duration mean) {
    List<Long> changes = new ArrayList<>();
    double at = 0;
    long end = Duration.ofDays(730).toMillis();
    while (at < end) {
      at += -Math.log(1 - random.nextDouble()) * mean.toMillis();
      changes.add((long) at);
    }
    return new SimulatedPage(changes);
  }

  /** Visits it as the policy says; returns how often. */
  int watch(Seed seed, Duration time) {
    visits.clear();
    PageVisit last = null;
    long at = 1;
    while (at < time.toMillis()) {
      visits.add(at);
      boolean changed = last != null && changedBetween(last.atMillis(), at);
      PageVisit now = next(last, at, changed);
      Duration interval =
          RevisitPolicy.interval(seed, last, RevisitPolicyTest.found(now, changed, false));
      last = now.again(interval.toMillis());
      at += interval.toMillis();
    }
    return visits.size();
  }

  void watchEvery(Duration interval, Duration time) {
    visits.clear();
    for (long at = 1; at < time.toMillis(); at += interval.toMillis()) {
      visits.add(at);
    }
  }

  /** Returns the share of the time in which the last visit had seen the page as it was. */
  double freshness(Duration time) {
    long fresh = 0;
    for (int i = 0; i < visits.size(); i++) {
      long from = visits.get(i);
      long to = i + 1 < visits.size() ? visits.get(i + 1) : time.toMillis();
      fresh += Math.min(to, firstChangeAfter(from)) - from;
    }
    return (double) fresh / time.toMillis();
  }

  /** The visit after another, with what it shows added to its history. */
  static PageVisit next(@Nullable PageVisit last, long at, boolean changed) {
    PageHistory history =
        last == null ? PageHistory.none() : last.history().compared(changed, at - last.atMillis());
    return new PageVisit(
        at,
        1,
        200,
        KeptAnswer.NONE,
        List.of(),
        last == null ? 1 : last.times() + 1,
        0,
        history.found(at, List.of(), 0, 0));
  }

  private boolean changedBetween(long from, long to) {
    return firstChangeAfter(from) <= to;
  }

  private long firstChangeAfter(long at) {
    int low = 0;
    int high = changes.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (changes.get(middle) > at) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low == changes.size() ? Long.MAX_VALUE : changes.get(low);
  }
}
