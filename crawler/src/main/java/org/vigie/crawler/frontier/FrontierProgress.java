package org.vigie.crawler.frontier;

import java.util.Map;
import java.util.TreeMap;

/** How far one run of a crawl is, and whether it goes on. Guarded by its frontier. */
final class FrontierProgress {
  private final FrontierLimits limits;
  private final Map<String, Long> outcomes = new TreeMap<>();
  private long pages;
  private boolean paused;
  private boolean stopped;

  FrontierProgress(FrontierLimits limits) {
    this.limits = limits;
  }

  /** Keeps what came of a URL. */
  void ended(PageEnd end) {
    pages += end.isPage() ? 1 : 0;
    ended(end.outcome());
  }

  /** Keeps what came of a URL that brought no page. */
  void ended(String outcome) {
    ended(outcome, 1);
  }

  /** Keeps what came of URLs that brought no page. */
  void ended(String outcome, long urls) {
    outcomes.merge(outcome, urls, Long::sum);
  }

  void pause(boolean wish) {
    paused = wish;
  }

  void stop() {
    stopped = true;
  }

  /** Returns whether another URL may be taken. */
  boolean mayTake(HostQueues queues) {
    return !paused && pages + queues.taken() < limits.maxPages();
  }

  /** Returns whether no URL will be taken any more, and none is under way unless it was stopped. */
  boolean isFinished(HostQueues queues) {
    if (stopped) {
      return true;
    }
    if (queues.taken() > 0 || paused) {
      return false;
    }
    if (pages >= limits.maxPages()) {
      return true;
    }
    return !limits.keepsGoing() && !queues.hasWork();
  }

  /** Returns whether more URLs wait than may be fetched. */
  boolean isScarce(HostQueues queues) {
    return queues.waiting() > limits.maxPages() - pages;
  }

  /** Returns whether it waits for URLs that become due. */
  boolean keepsGoing() {
    return limits.keepsGoing();
  }

  /** Returns outcome → number of URLs. */
  Map<String, Long> outcomes() {
    return new TreeMap<>(outcomes);
  }
}
