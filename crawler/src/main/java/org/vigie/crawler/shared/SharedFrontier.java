package org.vigie.crawler.shared;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import org.vigie.crawler.frontier.ArchivePosition;
import org.vigie.crawler.frontier.CrawlFrontier;
import org.vigie.crawler.frontier.DiskFrontier;
import org.vigie.crawler.frontier.Due;
import org.vigie.crawler.frontier.FrontierLimits;
import org.vigie.crawler.frontier.HostStatus;
import org.vigie.crawler.frontier.PageEnd;
import org.vigie.crawler.frontier.Target;
import org.vigie.crawler.kafka.KafkaAccess;
import org.vigie.crawler.politeness.HostMemory;
import org.vigie.crawler.politeness.HostPace;
import org.vigie.crawler.politeness.Politeness;
import org.vigie.crawler.trap.TrapDetector;

/**
 * The frontier of one of several processes that share a crawl over Kafka.
 *
 * <p>Its URLs are events in a topic divided by host, and the owner of a partition alone fetches its
 * hosts. What is on this process's disk is the sum of the events read so far: lost, it is read
 * again. Limits count the pages of this process.
 */
public final class SharedFrontier implements CrawlFrontier {
  private final SharedCrawl crawl;
  private final HostPartitions partitions;
  private final CrawlTopics topics;
  private final DiskFrontier local;
  private final EventIntake intake;
  private final TrapKeyValueStore traps;
  private final UrlLog log;
  private final LogReader reader;
  private final Map<String, Long> archives;
  private final Map<String, HostPace> told = new ConcurrentHashMap<>();
  private final SentLinks sent = new SentLinks();
  private final AtomicReference<@Nullable IOException> failure = new AtomicReference<>();

  private SharedFrontier(
      SharedCrawl crawl, CrawlTopics topics, DiskFrontier local, boolean endsWithCrawl)
      throws IOException, InterruptedException {
    this.crawl = crawl;
    this.topics = topics;
    this.local = local;
    topics.make();
    this.partitions = new HostPartitions(crawl.urlsTopic(), crawl.partitions());
    Ownership ownership = new Ownership(partitions);
    this.traps = new TrapKeyValueStore(local.keyValues(TrapDetector.MEMORY));
    this.intake = new EventIntake(local, crawl.process(), traps);
    this.log = new UrlLog(crawl, partitions, ownership);
    try {
      this.archives = ArchiveLog.read(crawl, topics);
      this.reader =
          new LogReader(
              crawl,
              partitions,
              topics,
              local,
              intake,
              traps,
              ownership,
              log,
              endsWithCrawl,
              this::fail);
    } catch (IOException | InterruptedException | RuntimeException e) {
      log.close();
      throw e;
    }
  }

  /**
   * Opens the frontier, which takes part in the crawl until it is closed.
   *
   * @param folder for what this process has read, made if need be
   * @param delay least time between two requests to one host, and to one address
   * @throws IOException if another process holds the folder, or Kafka can't be reached
   */
  public static SharedFrontier open(
      Path folder, SharedCrawl crawl, Duration delay, FrontierLimits limits, Clock clock)
      throws IOException, InterruptedException {
    new KafkaAccess(crawl.kafka()).requireAnswer();
    // This process waits for links that others find; when all have nothing left is known apart.
    FrontierLimits waiting = new FrontierLimits(limits.maxPages(), limits.slowLane(), true);
    DiskFrontier local = DiskFrontier.openShared(folder, delay, waiting, clock);
    CrawlTopics topics = null;
    try {
      topics = new CrawlTopics(crawl);
      SharedFrontier frontier = new SharedFrontier(crawl, topics, local, !limits.keepsGoing());
      frontier.reader.start();
      return frontier;
    } catch (IOException | InterruptedException | RuntimeException e) {
      if (topics != null) {
        topics.close();
      }
      local.close();
      throw e;
    }
  }

  private void fail(IOException e) {
    failure.compareAndSet(null, e);
    local.stop();
  }

  /**
   * Adds the seeds; those that are known already, from another process too, change nothing. The
   * crawl has no end before this was called, be it with none.
   */
  @Override
  public void seed(List<Target> seeds) throws IOException {
    log.write(log.found(seeds));
    reader.seeded();
  }

  @Override
  public @Nullable Due take() throws InterruptedException, IOException {
    Due due = local.take();
    IOException failed = failure.get();
    if (due == null && failed != null) {
      throw new IOException(
          "a process must take part in its crawl, but can't any more: " + failed.getMessage(),
          failed);
    }
    return due;
  }

  @Override
  public void commit(List<PageEnd> ends) throws IOException {
    List<ProducerRecord<String, byte[]>> records = new ArrayList<>();
    List<Target> links = new ArrayList<>();
    Set<Integer> owned = new HashSet<>();
    Map<String, Long> lengths = new HashMap<>();
    for (PageEnd end : ends) {
      String host = end.target().host();
      HostPace pace = politeness().known(host);
      records.add(log.record(host, UrlEvent.done(end, crawl.process(), pace)));
      for (UrlEvent.Traps counted : traps.tell(host)) {
        records.add(log.record(host, UrlEvent.traps(counted)));
      }
      told.put(host, pace);
      owned.add(partitions.of(host));
      links.addAll(end.links());
      ArchivePosition archive = end.archive();
      if (archive != null) {
        lengths.merge(archive.file(), archive.length(), Math::max);
      }
    }
    List<Target> fresh = sent.without(links);
    records.addAll(log.found(fresh));
    for (Map.Entry<String, Long> length : lengths.entrySet()) {
      records.add(log.record(state(length.getKey(), length.getValue(), false)));
    }
    try {
      log.write(records, owned);
      sent.add(fresh);
    } catch (IOException e) {
      fail(e);
      throw e;
    } finally {
      ends.forEach(end -> intake.over(end.target()));
    }
  }

  private ArchiveState state(String file, long length, boolean complete) {
    return new ArchiveState(crawl.process(), file, length, complete);
  }

  @Override
  public void retry(Target target) {
    tellPace(target);
    if (local.isUnderWay(target)) {
      local.retry(target);
    }
  }

  @Override
  public void postpone(Target target, String outcome, Duration park) throws IOException {
    tellPace(target);
    if (local.isUnderWay(target)) {
      local.postpone(target, outcome, park);
    }
  }

  /** A host that was asked and brought no page may have said how it wants to be asked. */
  private void tellPace(Target target) {
    String host = target.host();
    HostPace pace = politeness().known(host);
    if (pace.equals(told.getOrDefault(host, HostPace.fresh(host)))) {
      return;
    }
    try {
      log.write(List.of(log.record(host, UrlEvent.pace(pace))), Set.of(partitions.of(host)));
      told.put(host, pace);
    } catch (IOException e) {
      fail(e);
    }
  }

  @Override
  public void pause() {
    local.pause();
  }

  @Override
  public void resume() {
    local.resume();
  }

  @Override
  public void stop() {
    local.stop();
  }

  @Override
  public boolean isFinished() {
    return local.isFinished();
  }

  @Override
  public long waiting() {
    return local.waiting();
  }

  @Override
  public Map<String, Long> outcomes() {
    return local.outcomes();
  }

  @Override
  public List<HostStatus> hosts(int most) {
    return local.hosts(most);
  }

  @Override
  public Map<String, Long> archives() {
    return archives;
  }

  @Override
  public void archive(ArchivePosition position, boolean complete) throws IOException {
    log.write(List.of(log.record(state(position.file(), position.length(), complete))));
  }

  @Override
  public Politeness politeness() {
    return local.politeness();
  }

  @Override
  public HostMemory memory(String name) {
    return name.equals(TrapDetector.MEMORY) ? HostMemory.on(traps) : local.memory(name);
  }

  /** Returns the hosts of whose traps the log doesn't know all. */
  Set<String> untoldTraps() {
    return traps.untold();
  }

  /** Leaves the crawl: others take over at once what was this process's. */
  @Override
  public void close() throws IOException {
    local.stop();
    try {
      reader.close();
    } finally {
      log.close();
      topics.close();
      local.close();
    }
  }
}
