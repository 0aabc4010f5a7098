package org.vigie.crawler.loop;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.vigie.advert.Advert;
import org.vigie.capture.extract.Unread;
import org.vigie.capture.extract.page.Extraction;
import org.vigie.capture.warc.WarcArchive.FetchedPicture;
import org.vigie.crawler.frontier.CrawlFrontier;
import org.vigie.crawler.frontier.CrawlOutcome;
import org.vigie.crawler.frontier.Due;
import org.vigie.crawler.frontier.PageEnd;
import org.vigie.crawler.frontier.Target;
import org.vigie.crawler.metrics.CrawlMetrics;

/**
 * What has come so far of the URLs under way, until it is committed at once.
 *
 * <p>Each URL is worked on by one thread. A failure of our own disk ends the crawl.
 */
final class PageOutcomes {
  private static final int MAX_ATTEMPTS = 3;

  private final CrawlFrontier frontier;
  private final PageCommitter committer;
  private final CrawlMetrics metrics;
  private final Map<String, Draft> drafts = new ConcurrentHashMap<>();
  private final Map<String, Integer> attempts = new ConcurrentHashMap<>();
  private final Map<String, Long> unread = new ConcurrentHashMap<>();
  private final AtomicReference<@Nullable IOException> failure = new AtomicReference<>();

  PageOutcomes(CrawlFrontier frontier, PageCommitter committer, CrawlMetrics metrics) {
    this.frontier = frontier;
    this.committer = committer;
    this.metrics = metrics;
  }

  /** What becomes of a URL. */
  sealed interface End {
    /** This visit is over. */
    record Done() implements End {}

    /** Again in this run. */
    record Retry() implements End {}

    /**
     * Again in the next run.
     *
     * @param park how long all of its host waits; zero if it is this URL's own matter
     */
    record Postponed(Duration park) implements End {}

    End DONE = new Done();
    End RETRY = new Retry();
    End POSTPONED = new Postponed(Duration.ZERO);

    /** The matter of its whole host, which is left alone for so long. */
    static End parked(Duration time) {
      return new Postponed(time);
    }
  }

  private static final class Draft {
    private final Due due;
    private String outcome = CrawlOutcome.OTHER.label();
    private End end = End.POSTPONED;
    private @Nullable Answered answered;
    private Extraction found = new Extraction(List.of(), List.of(), "");
    private Rendering rendering = Rendering.none();
    private List<FetchedPicture> pictures = List.of();
    private final List<Target> links = new ArrayList<>();

    private Draft(Due due) {
      this.due = due;
    }
  }

  /** Keeps that a URL is under way. */
  void begin(Due due) {
    drafts.put(due.target().url(), new Draft(due));
  }

  /** Returns a URL under way with its last visit. */
  Due due(String url) {
    return draft(url).due;
  }

  void set(String url, CrawlOutcome outcome, End end) {
    set(url, outcome.label(), end);
  }

  private void set(String url, String outcome, End end) {
    Draft draft = draft(url);
    draft.outcome = outcome;
    draft.end = end;
  }

  /** Keeps an answer. */
  void answered(String url, String outcome, Answered answer) {
    set(url, outcome, End.DONE);
    draft(url).answered = answer;
  }

  /** Keeps that a URL brought no answer worth keeping; it is asked for three times at most. */
  void transientFailure(String url, String outcome) {
    boolean again = attempts.merge(url, 1, Integer::sum) < MAX_ATTEMPTS;
    set(url, outcome, again ? End.RETRY : End.POSTPONED);
  }

  void link(String from, Target target) {
    draft(from).links.add(target);
  }

  /** Keeps what was read from a page. */
  void read(String url, Extraction found) {
    Draft draft = draft(url);
    draft.found = found;
    if (draft.answered != null && ScriptedPages.needsScript(found)) {
      draft.answered = draft.answered.unshown();
    }
    if (!found.unread().isEmpty() && !Unread.of(found.unread()).isExpected()) {
      unread.merge(found.unread(), 1L, Long::sum);
      metrics.unread(found.unread());
    }
  }

  /** Keeps what a browser made of a page. */
  void rendered(String url, Rendering rendering) {
    draft(url).rendering = rendering;
  }

  /** Keeps which pictures of a page's adverts were read. */
  void pictures(String url, List<FetchedPicture> pictures) {
    draft(url).pictures = pictures;
  }

  /** Returns why pages yielded no advert → how many pages of this run. */
  Map<String, Long> unread() {
    return Map.copyOf(unread);
  }

  void commit(String url) {
    Draft draft = drafts.remove(url);
    if (draft == null) {
      return;
    }
    Target target = draft.due.target();
    try {
      switch (draft.end) {
        case End.Done done -> {
          end(draft);
          attempts.remove(url);
        }
        case End.Retry retry -> frontier.retry(target);
        case End.Postponed postponed -> frontier.postpone(target, draft.outcome, postponed.park());
      }
    } catch (IOException e) {
      fail(e);
    }
  }

  private void end(Draft draft) throws IOException {
    Target target = draft.due.target();
    Answered answered = draft.answered;
    if (answered == null) {
      hand(PageEnd.without(target, draft.outcome), null, List.of());
      return;
    }
    Extraction read = draft.found;
    Answered.Found found = answered.found(read.adverts(), draft.links);
    PageEnd end = answered.end(target, draft.outcome, found, draft.links);
    hand(
        read.doubtful() ? end.doubted() : end,
        answered.answer(found.observations(), read.cut(), draft.rendering, draft.pictures),
        read.adverts());
  }

  /** The host is free once there is room for the page, so that nothing piles up. */
  private void hand(PageEnd end, PageCommitter.@Nullable Answer answer, List<Advert> adverts)
      throws IOException {
    committer.commit(end, answer, adverts);
    frontier.release(end);
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
    Draft draft = drafts.get(url);
    if (draft == null) {
      throw new IllegalStateException("only a URL under way has an outcome, but this one is not");
    }
    return draft;
  }
}
