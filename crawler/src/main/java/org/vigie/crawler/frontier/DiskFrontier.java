package org.vigie.crawler.frontier;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
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

  private final UrlStore store;
  private final Clock clock;
  private final Politeness politeness;
  private final FrontierLimits limits;
  private final HostSchedule schedule;
  private final UrlRanking ranking;
  private final Rescoring rescoring;
  private final UrlWriter writer;
  private final Map<String, HostQueue> hosts = new HashMap<>();
  private final Map<String, QueueKey> underWay = new HashMap<>();
  private final Map<String, Long> outcomes = new TreeMap<>();
  private long waiting;
  private long pages;

  /** URLs taken and not ended: also those whose state is still being read. */
  private int taken;

  private boolean paused;
  private boolean stopped;

  private DiskFrontier(
      UrlStore store, Politeness politeness, UrlRanking ranking, FrontierLimits limits, Clock clock)
      throws IOException {
    this.store = store;
    this.clock = clock;
    this.politeness = politeness;
    this.limits = limits;
    this.schedule = new HostSchedule(politeness, clock, limits.slowLane());
    this.ranking = ranking;
    this.rescoring = new Rescoring(store, ranking);
    this.writer = new UrlWriter(store, ranking);
    store.eachHost(this::takeUp);
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
    UrlStore store = UrlStore.open(folder.resolve("urls"));
    try {
      Politeness politeness =
          new Politeness(delay, HostMemory.on(store.shelf("pace")), clock, store.sequence() > 0);
      UrlRanking learned = ranking.apply(store.shelf("ranking"));
      return new DiskFrontier(store, politeness, learned, limits, clock);
    } catch (IOException | RuntimeException e) {
      store.close();
      throw e;
    }
  }

  /** Returns the pace of the crawl. */
  public Politeness politeness() {
    return politeness;
  }

  /** Returns a memory of hosts that lasts as long as the frontier. */
  public HostMemory memory(String name) {
    return HostMemory.on(store.shelf(name));
  }

  private void takeUp(HostRecord host) {
    HostQueue queue = new HostQueue(store, host.name());
    queue.waiting = host.waiting();
    waiting += host.waiting();
    hosts.put(host.name(), queue);
    writer.know(host);
    schedule.place(queue);
  }

  @Override
  public void seed(List<Target> seeds) throws IOException {
    List<UrlWriter.Added> added;
    synchronized (writer) {
      try (UrlStore.Batch batch = store.batch()) {
        added = writer.add(batch, seeds);
        store.write(batch);
      }
    }
    store.sync();
    synchronized (this) {
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
      underWay.put(state.target().url(), key);
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
  public void commit(List<PageEnd> ends) throws IOException {
    List<List<UrlWriter.Added>> added = new ArrayList<>();
    for (PageEnd end : ends) {
      List<UrlWriter.Added> links = write(end);
      added.add(links);
      learn(end, links);
      Failpoint.PAGE_WRITTEN.reach();
    }
    store.sync();
    Failpoint.PAGE_COMMITTED.reach();
    synchronized (this) {
      for (int i = 0; i < ends.size(); i++) {
        end(ends.get(i), added.get(i));
        rescoring.pageEnded(host(ends.get(i).target().url()));
      }
      notifyAll();
    }
  }

  private List<UrlWriter.Added> write(PageEnd end) throws IOException {
    synchronized (writer) {
      try (UrlStore.Batch batch = store.batch()) {
        List<UrlWriter.Added> links = writer.end(batch, end, queued(end));
        store.write(batch);
        return links;
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
    QueueKey key = underWay.get(end.target().url());
    if (key == null) {
      throw new IllegalStateException("only a URL under way may be ended, but this one is not");
    }
    return key;
  }

  private void end(PageEnd end, List<UrlWriter.Added> added) {
    pages += end.isPage() ? 1 : 0;
    outcomes.merge(end.outcome(), 1L, Long::sum);
    enqueue(added);
    schedule.setScarce(ranking.learns() && waiting > limits.maxPages() - pages);
    QueueKey again = UrlWriter.again(end, queued(end));
    if (again != null) {
      host(end.target().url()).add(again);
    }
    Visit visit = end.visit();
    release(end.target(), visit == null ? null : visit.tookMillis() < SLOW.toMillis());
  }

  @Override
  public synchronized void retry(Target target) {
    putBack(target);
    release(target, null);
    notifyAll();
  }

  private void putBack(Target target) {
    QueueKey key = underWay.get(target.url());
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
    } else {
      leaveToNextRun(target);
    }
    release(target, Boolean.FALSE);
    notifyAll();
  }

  private void leaveToNextRun(Target target) {
    QueueKey key = underWay.get(target.url());
    if (key != null) {
      host(target.url()).leave(key);
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
    return hosts.values().stream()
        .sorted(
            Comparator.comparingLong((HostQueue host) -> host.waiting)
                .reversed()
                .thenComparing(host -> host.name))
        .limit(most)
        .map(this::status)
        .toList();
  }

  @Override
  public synchronized Map<HostStatus.State, Long> hostStates() {
    Map<HostStatus.State, Long> states = new EnumMap<>(HostStatus.State.class);
    hosts.values().forEach(host -> states.merge(state(host), 1L, Long::sum));
    return states;
  }

  private HostStatus.State state(HostQueue host) {
    if (host.busy) {
      return HostStatus.State.BUSY;
    }
    if (!host.parked.isEmpty()) {
      return HostStatus.State.PARKED;
    }
    if (!host.placed) {
      return HostStatus.State.DONE;
    }
    boolean due = politeness.untilTurn(host.name).isZero();
    return due ? HostStatus.State.DUE : HostStatus.State.DELAYED;
  }

  private HostStatus status(HostQueue host) {
    HostRecord record = writer.record(host.name);
    HostStatus.State state = state(host);
    long seconds =
        state == HostStatus.State.PARKED
            ? Math.max(0, host.parkedUntil - clock.millis()) / 1_000
            : politeness.untilTurn(host.name).toSeconds();
    return new HostStatus(
        host.name,
        state,
        host.parked,
        seconds,
        host.waiting,
        record.pages(),
        record.adverts(),
        record.outcomes().getOrDefault("robots-disallowed", 0L));
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
      HostQueue host = hosts.computeIfAbsent(url.host(), name -> new HostQueue(store, name));
      host.add(url.place());
      waiting++;
      schedule.place(host);
    }
  }

  private void release(Target target, @Nullable Boolean answered) {
    if (underWay.remove(target.url()) == null) {
      throw new IllegalStateException("only a URL under way may be ended, but this one is not");
    }
    taken--;
    schedule.release(host(target.url()), answered);
  }

  private HostQueue host(String url) {
    String name = hostOf(url);
    return hosts.computeIfAbsent(name, fresh -> new HostQueue(store, fresh));
  }

  /** The unit of politeness: the host, whatever its port. */
  static String hostOf(String url) {
    WebAddress address = WebAddress.parse(url);
    if (address == null) {
      throw new IllegalArgumentException("a URL must be normalized, but one is not");
    }
    return address.host();
  }
}
