package org.vigie.crawler.frontier;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.vigie.crawler.Failpoint;
import org.vigie.crawler.frontier.UrlStore.Table;
import org.vigie.crawler.politeness.HostMemory;
import org.vigie.crawler.politeness.Politeness;
import org.vigie.crawler.politeness.Shelf;

/**
 * A frontier of one process, on disk but for the front of each queue.
 *
 * <p>A URL that is taken stays in its queue on disk until it is committed, so one that was under
 * way in a kill is simply next again.
 */
public final class DiskFrontier implements CrawlFrontier {
  /** A host that takes longer to answer goes to the slow lane. */
  private static final Duration SLOW = Duration.ofSeconds(5);

  /** How long a URL that failed is left alone: as long as most outages of a site take. */
  static final Duration REST = Duration.ofMinutes(15);

  private final UrlStore store;
  private final Clock clock;
  private final Politeness politeness;
  private final FrontierLimits limits;
  private final HostSchedule schedule;
  private final UrlRanking ranking;
  private final Rescoring rescoring;
  private final UrlWriter writer;
  private final HostStatuses statuses;
  private final Map<String, HostQueue> hosts = new HashMap<>();
  private final UrlsUnderWay underWay = new UrlsUnderWay();

  private final Map<String, Long> outcomes = new TreeMap<>();
  private long waiting;
  private long pages;

  /** URLs taken and not ended: also those whose state is still being read. */
  private int taken;

  private boolean paused;
  private boolean stopped;

  /** Hosts of which URLs are given out. */
  private Predicate<String> given;

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
    this.limits = limits;
    this.schedule = new HostSchedule(politeness, clock, limits.slowLane());
    this.ranking = ranking;
    this.rescoring = new Rescoring(store, ranking);
    this.writer = new UrlWriter(store, ranking);
    this.statuses = new HostStatuses(politeness, writer, clock);
    this.given = given;
    store.eachHost(host -> {
      writer.know(host);
      takeUp(host);
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
      Function<Shelf, UrlRanking> ranking,
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
      Function<Shelf, UrlRanking> ranking,
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
    return HostMemory.on(store.shelf(name));
  }

  private void takeUp(HostRecord host) {
    if (!given.test(host.name()) || hosts.containsKey(host.name())) {
      return;
    }
    HostQueue queue = new HostQueue(store, host.name());
    queue.waiting = host.waiting();
    waiting += host.waiting();
    hosts.put(host.name(), queue);
    schedule.place(queue);
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
      QueueKey queued = own ? queued(end) : stored(end);
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

  private QueueKey stored(PageEnd end) throws IOException {
    String url = end.target().url();
    UrlKey key = UrlKey.of(url);
    UrlState state = store.find(key);
    if (state == null) {
      throw new IOException("a URL must be found before it is visited, but one was not");
    }
    return new QueueKey(UrlKey.of(hostOf(url)), state.kind(), state.order(), key);
  }

  /**
   * Gives out URLs of other hosts than before. A host that comes in rests first: somebody else may
   * just have asked it. A URL of a host that goes out stays under way until it ends.
   */
  public synchronized void give(Predicate<String> toGive) {
    given = toGive;
    schedule.remove(toGive.negate());
    hosts.values().removeIf(host -> !host.busy && !toGive.test(host.name));
    store.eachHost(host -> {
      if (toGive.test(host.name()) && !hosts.containsKey(host.name())) {
        politeness.rest(host.name());
        takeUp(host);
      }
    });
    waiting = hosts.values().stream().mapToLong(host -> host.waiting).sum();
    notifyAll();
  }

  /**
   * Returns whether a URL is under way of a host that is given out no more.
   *
   * @param ended URLs that count as ended though the log was not read so far
   */
  public synchronized boolean isLettingGo(Set<String> ended) {
    long busy = hosts.values().stream().filter(this::isGoing).count();
    return busy > underWay.urls().filter(ended::contains).filter(this::isOut).count();
  }

  /** Forgets the URLs under way of hosts that are given out no more: others see to them. */
  public synchronized void letGo() {
    for (HostQueue host : hosts.values().stream().filter(this::isGoing).toList()) {
      schedule.release(host, null);
      taken--;
    }
    underWay.forget(this::isOut);
    schedule.remove(given.negate());
    hosts.values().removeIf(host -> !given.test(host.name));
    notifyAll();
  }

  private boolean isGoing(HostQueue host) {
    return host.busy && !given.test(host.name);
  }

  private boolean isOut(String url) {
    return !given.test(hostOf(url));
  }

  /** Returns whether a URL is under way. */
  public synchronized boolean isUnderWay(Target target) {
    return underWay.contains(target.url());
  }

  /** Returns whether no URL is under way and none may be taken soon. */
  public synchronized boolean isIdle() {
    return taken == 0 && !schedule.hasWork();
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
      enqueue(added);
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
      underWay.begin(state.target().url(), key);
    }
    return new Due(state.target(), state.visit());
  }

  private synchronized @Nullable QueueKey awaitNext() throws InterruptedException {
    while (!isFinished()) {
      HostQueue host = mayTake() ? schedule.next() : null;
      if (host != null) {
        QueueKey key = host.poll(clock.millis());
        if (key != null) {
          if (key.kind() == QueueKey.Kind.NEW) {
            waiting--;
            schedule.taken(key.score());
          }
          taken++;
          return key;
        }
        schedule.release(host, null);
        continue;
      }
      TimeUnit.NANOSECONDS.timedWait(this, schedule.untilNext());
    }
    notifyAll();
    return null;
  }

  private boolean mayTake() {
    return !paused && pages + taken < limits.maxPages();
  }

  @Override
  public synchronized void release(PageEnd end) {
    String url = end.target().url();
    if (underWay.release(url)) {
      schedule.release(host(url), inTime(end));
      notifyAll();
    }
  }

  private static @Nullable Boolean inTime(PageEnd end) {
    Visit visit = end.visit();
    return visit == null ? null : visit.tookMillis() < SLOW.toMillis();
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
          batch.put(Table.WARCS, archive.file().getBytes(UTF_8), UrlStore.number(archive.length()));
        }
        learn(end, links);
        synchronized (this) {
          store.write(batch);
          end(end, links);
          rescoring.pageEnded(host(end.target().url()));
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

  private QueueKey queued(PageEnd end) {
    return queued(end.target());
  }

  private synchronized QueueKey queued(Target target) {
    return underWay.place(target.url());
  }

  private void end(PageEnd end, List<UrlWriter.Added> added) {
    pages += end.isPage() ? 1 : 0;
    outcomes.merge(end.outcome(), 1L, Long::sum);
    enqueue(added);
    schedule.setScarce(ranking.learns() && waiting > limits.maxPages() - pages);
    HostQueue host = host(end.target().url());
    host.forget(queued(end));
    QueueKey again = UrlWriter.again(end, queued(end));
    if (again != null) {
      host.add(again);
    }
    if (underWay.isReleased(end.target().url())) {
      underWay.end(end.target().url());
      taken--;
      schedule.place(host);
    } else {
      release(end.target(), inTime(end));
    }
  }

  @Override
  public synchronized void retry(Target target) {
    putBack(target);
    release(target, null);
    notifyAll();
  }

  private void putBack(Target target) {
    QueueKey key = underWay.find(target.url());
    if (key != null) {
      host(target.url()).add(key);
      waiting += key.kind() == QueueKey.Kind.NEW ? 1 : 0;
    }
  }

  @Override
  public void postpone(Target target, String outcome, Duration park) throws IOException {
    synchronized (writer) {
      writer.trouble(hostOf(target.url()), outcome, clock.millis());
    }
    leave(target, outcome, park);
  }

  private synchronized void leave(Target target, String outcome, Duration park) {
    outcomes.merge(outcome, 1L, Long::sum);
    if (park.isPositive()) {
      HostQueue host = host(target.url());
      host.parked = outcome;
      host.parkedUntil = clock.millis() + park.toMillis();
      putBack(target);
    } else if (limits.keepsGoing()) {
      rest(target);
    }
    release(target, Boolean.FALSE);
    notifyAll();
  }

  /**
   * A crawl that keeps going has no next run to wait for; what finds no room waits for it still.
   */
  private void rest(Target target) {
    QueueKey key = underWay.find(target.url());
    if (key != null && host(target.url()).rest(key, clock.millis() + REST.toMillis())) {
      waiting += key.kind() == QueueKey.Kind.NEW ? 1 : 0;
    }
  }

  @Override
  public synchronized void pause() {
    paused = true;
  }

  @Override
  public synchronized void resume() {
    paused = false;
    notifyAll();
  }

  @Override
  public synchronized void stop() {
    stopped = true;
    notifyAll();
  }

  @Override
  public synchronized boolean isFinished() {
    if (stopped) {
      return true;
    }
    if (taken > 0 || paused) {
      return false;
    }
    if (pages >= limits.maxPages()) {
      return true;
    }
    return !limits.keepsGoing() && !schedule.hasWork();
  }

  @Override
  public synchronized long waiting() {
    return waiting + taken;
  }

  @Override
  public synchronized Map<String, Long> outcomes() {
    return new TreeMap<>(outcomes);
  }

  @Override
  public synchronized List<HostStatus> hosts(int most) {
    return statuses.most(hosts.values(), most);
  }

  @Override
  public synchronized Map<HostStatus.State, Long> hostStates() {
    return statuses.states(hosts.values());
  }

  @Override
  public Map<String, Long> archives() {
    return store.warcLengths();
  }

  @Override
  public void archive(ArchivePosition position, boolean complete) throws IOException {
    byte[] name = position.file().getBytes(UTF_8);
    try (UrlStore.Batch batch = store.batch()) {
      store.write(
          complete
              ? batch.delete(Table.WARCS, name)
              : batch.put(Table.WARCS, name, UrlStore.number(position.length())));
    }
    store.sync();
  }

  @Override
  public void close() {
    stop();
    ranking.save();
    store.close();
  }

  private void enqueue(List<UrlWriter.Added> added) {
    for (UrlWriter.Added url : added) {
      if (!given.test(url.host())) {
        continue;
      }
      HostQueue host = hosts.computeIfAbsent(url.host(), name -> new HostQueue(store, name));
      host.add(url.place());
      waiting++;
      schedule.place(host);
    }
  }

  private void release(Target target, @Nullable Boolean answered) {
    underWay.end(target.url());
    taken--;
    schedule.release(host(target.url()), answered);
  }

  private HostQueue host(String url) {
    String name = hostOf(url);
    return hosts.computeIfAbsent(name, fresh -> new HostQueue(store, fresh));
  }

  /** The unit of politeness: the host, whatever its port. */
  public static String hostOf(String url) {
    WebAddress address = WebAddress.parse(url);
    if (address == null) {
      throw new IllegalArgumentException("a URL must be normalized, but one is not");
    }
    return address.host();
  }
}
