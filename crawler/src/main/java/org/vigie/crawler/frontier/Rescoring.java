package org.vigie.crawler.frontier;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Looks again at the scores of URLs that wait, since their ranking has learned meanwhile.
 *
 * <p>Every few pages of a host: at those of its URLs that are next, and at some more in a round
 * through its whole queue, so each costs the same however many wait. One in so many pages is the
 * URL that the round has reached, whatever its score: what the ranking is wrong about would never
 * be found out otherwise. Guarded by its frontier.
 */
final class Rescoring {
  private static final int EVERY_PAGES = 4;

  /** URLs of the round each time. */
  private static final int ROUND = 64;

  private static final int EXPLORE_EVERY_PAGES = 16;

  /** A place isn't worth two writes for less. */
  private static final double LEAST_CHANGE = 0.01;

  private final UrlStore store;
  private final UrlRanking ranking;

  Rescoring(UrlStore store, UrlRanking ranking) {
    this.store = store;
    this.ranking = ranking;
  }

  /** Keeps that a page of a host has ended. */
  void pageEnded(HostQueue host) throws IOException {
    host.pages++;
    if (!ranking.learns() || host.waiting == 0 || host.pages % EVERY_PAGES != 0) {
      return;
    }
    rescore(host, host.nextNew());
    List<QueueKey> round = store.queue(host.key, QueueKey.Kind.NEW, host.rescored, ROUND);
    host.rescored = round.size() < ROUND ? null : round.getLast();
    @Nullable QueueKey reached = rescore(host, round);
    if (reached != null && host.pages % EXPLORE_EVERY_PAGES == 0) {
      explore(host, reached);
    }
  }

  /** Returns where the last of the URLs stands now, or null if none of them waits. */
  private @Nullable QueueKey rescore(HostQueue host, List<QueueKey> keys) throws IOException {
    QueueKey last = null;
    try (UrlStore.Batch batch = store.batch()) {
      for (QueueKey key : keys) {
        UrlState state = host.isWaiting(key) ? store.find(key.url()) : null;
        if (state != null) {
          last = key;
          double score = ranking.score(state.target());
          if (Math.abs(score - key.score()) >= LEAST_CHANGE) {
            last = UrlWriter.move(batch, key, state, score);
            host.move(key, last);
          }
        }
      }
      store.write(batch);
    }
    return last;
  }

  private void explore(HostQueue host, QueueKey key) throws IOException {
    UrlState state = store.find(key.url());
    if (state != null) {
      try (UrlStore.Batch batch = store.batch()) {
        QueueKey first = UrlWriter.move(batch, key, state, 1);
        store.write(batch);
        host.move(key, first);
      }
    }
  }
}
