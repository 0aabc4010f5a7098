package org.vigie.crawler.frontier;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.vigie.crawler.politeness.HostMemory;
import org.vigie.crawler.politeness.KeyValueStore;
import org.vigie.crawler.politeness.Politeness;
import org.vigie.files.fault.Failpoint;

/**
 * A frontier of one process, on disk but for the front of each queue.
 *
 * <p>A URL that is taken stays in its queue on disk until it is committed, so one that was under
 * way in a kill is simply next again.
 */
public final class DiskFrontier implements CrawlFrontier {
  private final UrlStore store;
  private final Clock clock;
  private final Politeness politeness;
  private final UrlRanking ranking;
  private final UrlRescoring rescoring;
  private final UrlWriter writer;
  private final ArchiveLengths archives;
  private final HostStatuses statuses;
  private final HostQueues queues;
  private final FrontierProgress run;

  private DiskFrontier(
      UrlStore store,
      Politeness politeness,
      UrlRanking ranking,
      FrontierLimits limits,
      Clock clock,
      Predicate<String> given)
      throws IOException {
    this.store = store;
    this.clock = clock;
    this.politeness = politeness;
    this.ranking = ranking;
    this.rescoring = new UrlRescoring(store, ranking);
    this.writer = new UrlWriter(store, ranking);
    this.archives = new ArchiveLengths(store);
    this.statuses = new HostStatuses(politeness, writer, clock);
    this.queues = new HostQueues(store, politeness, clock, limits.slowLane(), given);
    this.run = new FrontierProgress(limits);
    store.eachHost(host -> {
      writer.know(host);
      queues.takeUp(host);
    });
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
    return open(folder, delay, limits, shelf -> UrlRanking.asGiven(), clock);
  }

  /**
   * Opens the frontier in a folder, which is made if need be.
   *
   * @param delay least time between two requests to one host, and to one address
   * @param ranking makes the ranking, which may keep what it learns on a shelf of the frontier
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
    return open(folder, delay, limits, shelf -> UrlRanking.asGiven(), clock, host -> false);
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
          new Politeness(delay, HostMemory.on(store.shelf("pace")), clock, store.sequence() > 0);
      UrlRanking learned = ranking.apply(store.shelf("ranking"));
      return new DiskFrontier(store, politeness, learned, limits, clock, given);
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
    return HostMemory.on(shelf(name));
  }

  /** Returns the part of the store that a {@link #memory} is on. */
  public KeyValueStore shelf(String name) {
    return store.shelf(name);
  }

  /** Returns how far a log was taken in. */
  public long position(String log) throws IOException {
    return store.position(log);
  }

  /** Adds the URLs that aren't known yet, as a log names them. Called by one thread at a time. */
  public void found(List<Target> targets, LogPosition read) throws IOException {
    synchronized (writer) {
      try (UrlStore.Batch batch = store.batch()) {
        add(batch.read(read), targets);
      }
    }
  }

  /**
   * Ends a visit that this or another process made, as a log says. Called by one thread at a time.
   */
  public void ended(PageEnd end, LogPosition read) throws IOException {
    synchronized (writer) {
      boolean own = isUnderWay(end.target());
      QueueKey queued = own ? queued(end) : stored(end.target());
      try (UrlStore.Batch batch = store.batch()) {
        List<UrlWriter.Added> added = writer.end(batch, end, queued);
        synchronized (this) {
          store.write(batch.read(read));
          if (own) {
            end(end, added);
          }
          notifyAll();
        }
      }
    }
  }

  private QueueKey stored(Target target) throws IOException {
    UrlKey key = UrlKey.of(target.url());
    UrlState state = store.find(key);
    if (state == null) {
      throw new IOException("a URL must be found before it is visited, but one was not");
    }
    return new QueueKey(UrlKey.of(target.host()), state.kind(), state.order(), key);
  }

  /**
   * Gives out URLs of other hosts than before. A host that comes in rests first: somebody else may
   * just have asked it. A URL of a host that goes out stays under way until it ends.
   */
  public synchronized void give(Predicate<String> toGive) {
    queues.give(toGive);
    notifyAll();
  }

  /**
   * Returns whether a URL is under way of a host that is given out no more.
   *
   * @param ended URLs that count as ended though the log was not read so far
   */
  public synchronized boolean isLettingGo(Set<String> ended) {
    return queues.isLettingGo(ended);
  }

  /** Forgets the URLs under way of hosts that are given out no more: others see to them. */
  public synchronized void letGo() {
    queues.letGo();
    notifyAll();
  }

  /** Returns whether a URL is under way. */
  public synchronized boolean isUnderWay(Target target) {
    return queues.isUnderWay(target);
  }

  /** Returns whether no URL is under way and none may be taken soon. */
  public synchronized boolean isIdle() {
    return queues.taken() == 0 && !queues.hasWork();
  }

  @Override
  public void seed(List<Target> seeds) throws IOException {
    synchronized (writer) {
      try (UrlStore.Batch batch = store.batch()) {
        add(batch, seeds);
      }
    }
    store.sync();
  }

  /** Adds what isn't known; the writer must be held. */
  private void add(UrlStore.Batch batch, List<Target> targets) throws IOException {
    List<UrlWriter.Added> added = writer.add(batch, targets);
    synchronized (this) {
      store.write(batch);
      queues.add(added);
      notifyAll();
    }
  }

  @Override
  public @Nullable Due take() throws InterruptedException, IOException {
    QueueKey key = awaitNext();
    if (key == null) {
      return null;
    }
    UrlState state = store.find(key.url());
    if (state == null) {
      throw new IOException("a URL in a queue must be known, but one is not");
    }
    synchronized (this) {
      queues.begin(state.target(), key);
    }
    return new Due(state.target(), state.visit());
  }

  private synchronized @Nullable QueueKey awaitNext() throws InterruptedException {
    while (!isFinished()) {
      QueueKey key = run.mayTake(queues) ? queues.take() : null;
      if (key != null) {
        return key;
      }
      if (!isFinished()) {
        TimeUnit.NANOSECONDS.timedWait(this, queues.untilNext());
      }
    }
    notifyAll();
    return null;
  }

  @Override
  public synchronized void release(PageEnd end) {
    if (queues.release(end)) {
      notifyAll();
    }
  }

  /**
   * {@inheritDoc}
   *
   * <p>What a transaction adds to a queue on disk must be known to the front of that queue before
   * it is read again, so both are one step. Its links may be given out before it is synced: what is
   * committed of them later is synced after it.
   */
  @Override
  public void commit(List<PageEnd> ends) throws IOException {
    for (PageEnd end : ends) {
      commit(end);
      Failpoint.PAGE_WRITTEN.reach();
    }
    store.sync();
    Failpoint.PAGE_COMMITTED.reach();
  }

  private void commit(PageEnd end) throws IOException {
    synchronized (writer) {
      try (UrlStore.Batch batch = store.batch()) {
        List<UrlWriter.Added> links = writer.end(batch, end, queued(end));
        ArchivePosition archive = end.archive();
        if (archive != null) {
          archives.keep(batch, archive);
        }
        learn(end, links);
        synchronized (this) {
          store.write(batch);
          rescoring.pageEnded(end(end, links));
          notifyAll();
        }
      }
    }
  }

  /** A page looked at again says nothing about the link that led to it. */
  private void learn(PageEnd end, List<UrlWriter.Added> links) {
    if (queued(end).kind() == QueueKey.Kind.NEW) {
      ranking.learn(end, links.stream().map(UrlWriter.Added::target).toList());
    }
  }

  private synchronized QueueKey queued(PageEnd end) {
    return queues.place(end.target());
  }

  /** Tells what was written to the queues in memory; returns the host. */
  private HostQueue end(PageEnd end, List<UrlWriter.Added> added) {
    run.ended(end);
    queues.add(added);
    queues.setScarce(ranking.learns() && run.isScarce(queues));
    return queues.end(end);
  }

  @Override
  public synchronized void retry(Target target) {
    queues.putBack(target);
    notifyAll();
  }

  @Override
  public void postpone(Target target, String outcome, Duration park) throws IOException {
    synchronized (writer) {
      writer.trouble(target.host(), outcome, clock.millis());
    }
    leave(target, outcome, park);
  }

  private synchronized void leave(Target target, String outcome, Duration park) {
    run.ended(outcome);
    if (park.isPositive()) {
      queues.park(target, outcome, park);
    } else {
      queues.drop(target, run.keepsGoing());
    }
    notifyAll();
  }

  @Override
  public synchronized void pause() {
    run.pause(true);
  }

  @Override
  public synchronized void resume() {
    run.pause(false);
    notifyAll();
  }

  @Override
  public synchronized void stop() {
    run.stop();
    notifyAll();
  }

  @Override
  public synchronized boolean isFinished() {
    return run.isFinished(queues);
  }

  @Override
  public synchronized long waiting() {
    return queues.waiting() + queues.taken();
  }

  @Override
  public synchronized Map<String, Long> outcomes() {
    return run.outcomes();
  }

  @Override
  public synchronized List<HostStatus> hosts(int most) {
    return statuses.most(queues.hosts(), most);
  }

  @Override
  public synchronized Map<HostStatus.State, Long> hostStates() {
    return statuses.states(queues.hosts());
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
