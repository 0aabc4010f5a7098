package org.vigie.crawler.frontier;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.vigie.crawler.politeness.HostMemory;
import org.vigie.crawler.politeness.KeyValueStore;
import org.vigie.crawler.politeness.Politeness;

/**
 * A frontier of one process, on disk but for the front of each queue.
 *
 * <p>A URL that is taken stays in its queue on disk until it is committed, so one that was under
 * way in a kill is simply next again.
 */
public final class DiskFrontier implements CrawlFrontier {
  private final UrlStore store;
  private final Politeness politeness;
  private final UrlRanking ranking;
  private final ArchiveLengths archives;
  private final UrlSchedule schedule;
  private final FrontierChanges changes;
  private final DueUrls due;

  private DiskFrontier(
      UrlStore store,
      Politeness politeness,
      UrlRanking ranking,
      FrontierLimits limits,
      Clock clock,
      Predicate<String> given)
      throws IOException {
    this.store = store;
    this.politeness = politeness;
    this.ranking = ranking;
    UrlWriter writer = new UrlWriter(store, ranking);
    this.archives = new ArchiveLengths(store);
    HostStatuses statuses = new HostStatuses(politeness, writer, clock);
    HostQueues queues = new HostQueues(store, politeness, clock, limits.slowLane(), given);
    store.eachHost(host -> {
      writer.know(host);
      queues.takeUp(host);
    });
    this.schedule = new UrlSchedule(store, ranking, queues, new FrontierProgress(limits), statuses);
    this.changes = new FrontierChanges(store, writer, ranking, archives, schedule, clock);
    this.due = new DueUrls(store, schedule, changes);
  }

  /**
   * Opens the frontier in a folder, which is made if need be; URLs are taken in the order of the
   * scores they come with.
   *
   * @param delay least time between two requests to one host, and to one address
   * @throws IOException if another process holds it, or it can't be read
   */
  public static DiskFrontier open(Path folder, Duration delay, FrontierLimits limits, Clock clock)
      throws IOException {
    return open(folder, delay, limits, store -> UrlRanking.asGiven(), clock);
  }

  /**
   * Opens the frontier in a folder, which is made if need be.
   *
   * @param delay least time between two requests to one host, and to one address
   * @param ranking makes the ranking, which may keep what it learns in a part of the frontier
   * @throws IOException if another process holds it, or it can't be read
   */
  public static DiskFrontier open(
      Path folder,
      Duration delay,
      FrontierLimits limits,
      Function<KeyValueStore, UrlRanking> ranking,
      Clock clock)
      throws IOException {
    return open(folder, delay, limits, ranking, clock, host -> true);
  }

  /**
   * Opens the frontier of a process that shares its crawl with others: it takes in what their log
   * says, and gives out nothing before {@link #give}.
   *
   * @see #open(Path, Duration, FrontierLimits, Clock)
   */
  public static DiskFrontier openShared(
      Path folder, Duration delay, FrontierLimits limits, Clock clock) throws IOException {
    return open(folder, delay, limits, store -> UrlRanking.asGiven(), clock, host -> false);
  }

  private static DiskFrontier open(
      Path folder,
      Duration delay,
      FrontierLimits limits,
      Function<KeyValueStore, UrlRanking> ranking,
      Clock clock,
      Predicate<String> given)
      throws IOException {
    UrlStore store = UrlStore.open(folder.resolve("urls"));
    try {
      Politeness politeness =
          new Politeness(
              delay, HostMemory.on(store.keyValues("pace")), clock, store.sequence() > 0);
      UrlRanking learned = ranking.apply(store.keyValues("ranking"));
      return new DiskFrontier(store, politeness, learned, limits, clock, given);
    } catch (UncheckedIOException e) {
      store.close();
      throw e.getCause();
    } catch (IOException | RuntimeException e) {
      store.close();
      throw e;
    }
  }

  @Override
  public Politeness politeness() {
    return politeness;
  }

  @Override
  public HostMemory memory(String name) {
    return HostMemory.on(keyValues(name));
  }

  /** Returns the part of the store that a {@link #memory} is on. */
  public KeyValueStore keyValues(String name) {
    return store.keyValues(name);
  }

  /** Returns how far a log was taken in. */
  public long position(String log) throws IOException {
    return store.position(log);
  }

  /** Adds the URLs that aren't known yet, as a log names them. Called by one thread at a time. */
  public void found(List<Target> targets, LogPosition read) throws IOException {
    changes.found(targets, read);
  }

  /**
   * Ends a visit that this or another process made, as a log says. Called by one thread at a time.
   */
  public void ended(PageEnd end, LogPosition read) throws IOException {
    changes.ended(end, read);
  }

  /**
   * Gives out URLs of other hosts than before. A host that comes in rests first: somebody else may
   * just have asked it. A URL of a host that goes out stays under way until it ends.
   */
  public void give(Predicate<String> toGive) {
    schedule.give(toGive);
  }

  /**
   * Returns whether a URL is under way of a host that is given out no more.
   *
   * @param ended URLs that count as ended though the log was not read so far
   */
  public boolean isLettingGo(Set<String> ended) {
    return schedule.isLettingGo(ended);
  }

  /** Forgets the URLs under way of hosts that are given out no more: others see to them. */
  public void letGo() {
    schedule.letGo();
  }

  /** Returns whether a URL is under way. */
  public boolean isUnderWay(Target target) {
    return schedule.isUnderWay(target);
  }

  /** Returns whether no URL is under way and none may be taken soon. */
  public boolean isIdle() {
    return schedule.isIdle();
  }

  @Override
  public void seed(List<Target> seeds) throws IOException {
    changes.seed(seeds);
  }

  /**
   * {@inheritDoc}
   *
   * <p>A URL whose record is damaged is set aside, and counted as {@link HostRecord#DAMAGED}.
   */
  @Override
  public @Nullable Due take() throws InterruptedException, IOException {
    return due.take();
  }

  @Override
  public void release(PageEnd end) {
    schedule.release(end);
  }

  /**
   * {@inheritDoc}
   *
   * <p>Its links may be given out before it is synced: what is committed of them later is synced
   * after it.
   */
  @Override
  public void commit(List<PageEnd> ends) throws IOException {
    changes.commit(ends);
  }

  @Override
  public void retry(Target target) {
    schedule.putBack(target);
  }

  @Override
  public void postpone(Target target, String outcome, Duration park) throws IOException {
    changes.trouble(target.host(), outcome);
    schedule.leave(target, outcome, park);
  }

  @Override
  public void pause() {
    schedule.pause();
  }

  @Override
  public void resume() {
    schedule.resume();
  }

  @Override
  public void stop() {
    schedule.stop();
  }

  @Override
  public boolean isFinished() {
    return schedule.isFinished();
  }

  @Override
  public long waiting() {
    return schedule.waiting();
  }

  @Override
  public Map<String, Long> outcomes() {
    return schedule.outcomes();
  }

  @Override
  public List<HostStatus> hosts(int most) {
    return schedule.hosts(most);
  }

  @Override
  public Map<HostStatus.State, Long> hostStates() {
    return schedule.hostStates();
  }

  @Override
  public Map<String, Long> archives() {
    return archives.all();
  }

  @Override
  public void archive(ArchivePosition position, boolean complete) throws IOException {
    archives.keep(position, complete);
  }

  @Override
  public void close() {
    stop();
    ranking.save();
    store.close();
  }
}
