package org.vigie.crawler.frontier;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.vigie.crawler.politeness.HostMemory;
import org.vigie.crawler.politeness.Politeness;

/**
 * The URLs of a crawl: which are known, which is next, what came of each.
 *
 * <p>A host is asked for at most one URL at a time; the host whose turn is next goes first, so no
 * thread waits for one host while another is ready. A URL leaves only by {@link #commit}, together
 * with the links found in it. Safe for use by several threads.
 */
public interface CrawlFrontier extends AutoCloseable {
  /** Adds the seeds that aren't known yet; they are on disk when this returns. */
  void seed(List<Target> seeds) throws IOException;

  /** Waits for a URL to fetch and takes it; null when none is left or the crawl is stopped. */
  @Nullable Due take() throws InterruptedException, IOException;

  /**
   * Tells that a URL under way was dealt with but for {@link #commit}: its host may be asked for
   * another meanwhile. It need not be told.
   */
  default void release(PageEnd end) {}

  /**
   * Ends the visits of URLs under way, each in one transaction with its links: all is on disk when
   * this returns. Called by one thread at a time.
   *
   * @param ends in the order in which their answers stand in the archive, which is durable
   */
  void commit(List<PageEnd> ends) throws IOException;

  /** Returns a URL under way to its queue, to be asked for again later. */
  void retry(Target target);

  /**
   * Ends with a URL under way in this run alone: the next one takes it up again. A crawl that keeps
   * going does so itself, after a while.
   *
   * @param park how long no URL of its host is taken, this one included; zero if that depends on
   *     this URL alone
   */
  void postpone(Target target, String outcome, Duration park) throws IOException;

  /** Gives out no URL until {@link #resume}; those under way end. */
  void pause();

  void resume();

  /** Gives out no further URL. */
  void stop();

  boolean isFinished();

  /** Returns how many URLs are known and not yet dealt with. */
  long waiting();

  /** Returns outcome → number of URLs in this run. */
  Map<String, Long> outcomes();

  /** Returns the hosts with work, those with most URLs waiting first. */
  List<HostStatus> hosts(int most);

  /** Returns how many hosts are at what. */
  default Map<HostStatus.State, Long> hostStates() {
    return hosts(Integer.MAX_VALUE).stream()
        .collect(Collectors.groupingBy(HostStatus::state, Collectors.counting()));
  }

  /** Returns archive file → bytes that were committed, for those files that may hold more. */
  Map<String, Long> archives() throws IOException;

  /** Keeps that an archive file is begun, before it is, or how long it is for good. */
  void archive(ArchivePosition position, boolean complete) throws IOException;

  /** Returns the pace of the crawl. */
  Politeness politeness();

  /** Returns a memory of hosts that lasts as long as the frontier. */
  HostMemory memory(String name);

  @Override
  void close() throws IOException;
}
