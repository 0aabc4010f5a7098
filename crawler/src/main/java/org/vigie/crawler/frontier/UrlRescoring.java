package org.vigie.crawler.frontier;

import java.io.IOException;
import java.util.List;

/**
 * Looks again at the scores of URLs that wait, since their ranking has learned meanwhile.
 *
 * <p>Every few pages of a host, fewer times as it is known better: at those of its URLs that are
 * next, and at some more in a round through its whole queue, so each time costs the same however
 * many wait. One in so many pages is the URL that the round has reached, whatever its score: what
 * the ranking is wrong about would never be found out otherwise. Guarded by its frontier.
 */
final class UrlRescoring {
  /** Pages between two times: a sixteenth of those that the host has had, within these bounds. */
  private static final long MIN_PAGES = 4;

  private static final long MAX_PAGES = 64;
  private static final long SHARE = 16;

  /** URLs of the round each time. */
  private static final int ROUND = 128;

  private static final int EXPLORE_EVERY_PAGES = 16;

  /** A place isn't worth two writes for less. */
  private static final double LEAST_CHANGE = 0.01;

  private final UrlStore store;
  private final UrlRanking ranking;

  UrlRescoring(UrlStore store, UrlRanking ranking) {
    this.store = store;
    this.ranking = ranking;
  }

  /** Keeps that a page of a host has ended. */
  void pageEnded(HostQueue host) throws IOException {
    host.pages++;
    if (!ranking.learns() || host.waiting == 0) {
      return;
    }
    if (host.pages >= host.nextRescoring) {
      host.nextRescoring = host.pages + Math.clamp(host.pages / SHARE, MIN_PAGES, MAX_PAGES);
      rescore(host, host.nextNew());
      rescore(host, round(host, ROUND));
    }
    if (host.pages % EXPLORE_EVERY_PAGES == 0) {
      for (QueueKey key : round(host, 1)) {
        explore(host, key);
      }
    }
  }

  /** Returns the next URLs of the round, which begins anew where it ends. */
  private List<QueueKey> round(HostQueue host, int most) {
    List<QueueKey> next = store.queue(host.key, QueueKey.Kind.NEW, host.rescored, most);
    host.rescored = next.size() < most ? null : next.getLast();
    return next;
  }

  private void rescore(HostQueue host, List<QueueKey> keys) throws IOException {
    try (UrlStore.Batch batch = store.batch()) {
      for (QueueKey key : keys) {
        UrlState state = host.isWaiting(key) ? store.find(key.url()) : null;
        double score = state == null ? key.score() : ranking.score(state.target());
        if (state != null && Math.abs(score - key.score()) >= LEAST_CHANGE) {
          host.move(key, UrlWriter.move(batch, key, state, score));
        }
      }
      store.write(batch);
    }
  }

  private void explore(HostQueue host, QueueKey key) throws IOException {
    UrlState state = host.isWaiting(key) ? store.find(key.url()) : null;
    if (state != null) {
      try (UrlStore.Batch batch = store.batch()) {
        QueueKey first = UrlWriter.move(batch, key, state, 1);
        store.write(batch);
        host.move(key, first);
      }
    }
  }
}
