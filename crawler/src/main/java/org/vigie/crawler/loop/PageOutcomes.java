package org.vigie.crawler.loop;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.vigie.crawler.frontier.CrawlFrontier;
import org.vigie.crawler.frontier.Target;

/**
 * What has come so far of the URLs under way, until it is committed at once.
 *
 * <p>Each URL is worked on by one thread. A failure of our own disk ends the crawl.
 */
final class PageOutcomes {
  /** What becomes of a URL. */
  enum End {
    /** Never again. */
    DONE,
    /** Again in this run. */
    RETRY,
    /** Again in the next run. */
    POSTPONED
  }

  private static final int MAX_ATTEMPTS = 3;

  private final CrawlFrontier frontier;
  private final Map<String, Draft> drafts = new ConcurrentHashMap<>();
  private final Map<String, Integer> attempts = new ConcurrentHashMap<>();
  private final AtomicReference<@Nullable IOException> failure = new AtomicReference<>();

  PageOutcomes(CrawlFrontier frontier) {
    this.frontier = frontier;
  }

  private static final class Draft {
    private String outcome = "unhandled";
    private End end = End.POSTPONED;
    private boolean archived;
    private final List<Target> links = new ArrayList<>();
  }

  void set(String url, String outcome, End end) {
    Draft draft = draft(url);
    draft.outcome = outcome;
    draft.end = end;
  }

  /** Keeps that a page was archived. */
  void archived(String url) {
    set(url, "fetched", End.DONE);
    draft(url).archived = true;
  }

  /** Keeps that a URL brought no answer worth keeping; it is asked for three times at most. */
  void transientFailure(String url, String outcome) {
    boolean again = attempts.merge(url, 1, Integer::sum) < MAX_ATTEMPTS;
    set(url, outcome, again ? End.RETRY : End.POSTPONED);
  }

  void link(String from, Target target) {
    draft(from).links.add(target);
  }

  void commit(String url) {
    Draft draft = drafts.remove(url);
    Draft known = draft == null ? new Draft() : draft;
    try {
      switch (known.end) {
        case DONE -> frontier.finish(url, known.outcome, known.links, known.archived);
        case RETRY -> frontier.retry(url);
        case POSTPONED -> frontier.postpone(url, known.outcome);
      }
    } catch (IOException e) {
      fail(e);
    }
  }

  /** Ends the crawl: what can't be written can't be vouched for. */
  void fail(IOException e) {
    failure.compareAndSet(null, e);
    frontier.stop();
  }

  @Nullable IOException failure() {
    return failure.get();
  }

  private Draft draft(String url) {
    return drafts.computeIfAbsent(url, key -> new Draft());
  }
}
