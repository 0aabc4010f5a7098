package org.vigie.crawler.frontier;

import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vigie.files.fault.Failpoint;

/** Changes of a frontier on disk, one at a time: which URLs were found, and what came of visits. */
final class FrontierChanges {
  private static final Logger LOG = LoggerFactory.getLogger(FrontierChanges.class);
  private static final String WARNING =
      "what the frontier stores of {} URL(s) is damaged; they are set aside: see ./vigie check";

  private final UrlStore store;
  private final UrlWriter writer;
  private final UrlRanking ranking;
  private final ArchiveLengths archives;
  private final UrlSchedule schedule;
  private final Clock clock;

  FrontierChanges(
      UrlStore store,
      UrlWriter writer,
      UrlRanking ranking,
      ArchiveLengths archives,
      UrlSchedule schedule,
      Clock clock) {
    this.store = store;
    this.writer = writer;
    this.ranking = ranking;
    this.archives = archives;
    this.schedule = schedule;
    this.clock = clock;
  }

  /** Adds the URLs that aren't known yet, as a log names them. */
  void found(List<Target> targets, LogPosition read) throws IOException {
    synchronized (writer) {
      try (UrlStore.Batch batch = store.batch()) {
        add(batch.read(read), targets);
      }
    }
  }

  /** Ends a visit that this or another process made, as a log says. */
  void ended(PageEnd end, LogPosition read) throws IOException {
    synchronized (writer) {
      boolean own = schedule.isUnderWay(end.target());
      QueueKey queued = own ? schedule.place(end.target()) : stored(end.target());
      try (UrlStore.Batch batch = store.batch()) {
        List<UrlWriter.Added> added = writer.end(batch, end, queued);
        if (own) {
          schedule.endTold(batch.read(read), end, added);
        } else {
          schedule.write(batch.read(read));
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

  void seed(List<Target> seeds) throws IOException {
    synchronized (writer) {
      try (UrlStore.Batch batch = store.batch()) {
        add(batch, seeds);
      }
    }
    store.sync();
  }

  /** Adds what isn't known; the writer must be held. */
  private void add(UrlStore.Batch batch, List<Target> targets) throws IOException {
    schedule.add(batch, writer.add(batch, targets));
  }

  /**
   * Writes what came of pages that are archived, and makes it durable.
   *
   * <p>What a transaction adds to a queue on disk must be known to the front of that queue before
   * it is read again, so both are one step.
   */
  void commit(List<PageEnd> ends) throws IOException {
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
        List<UrlWriter.Added> links = writer.end(batch, end, schedule.place(end.target()));
        ArchivePosition archive = end.archive();
        if (archive != null) {
          archives.keep(batch, archive);
        }
        learn(end, links);
        schedule.end(batch, end, links);
      }
    }
  }

  /** A page looked at again says nothing about the link that led to it. */
  private void learn(PageEnd end, List<UrlWriter.Added> links) {
    if (schedule.place(end.target()).kind() == QueueKey.Kind.NEW) {
      ranking.learn(end, links.stream().map(UrlWriter.Added::target).toList());
    }
  }

  /** Takes a URL that was taken and whose record is damaged out of its queue. */
  void setAside(QueueKey place) throws IOException {
    synchronized (writer) {
      try (UrlStore.Batch batch = store.batch()) {
        writer.setAside(batch, place, schedule.host(place));
        schedule.setAside(batch, place);
      }
    }
    LOG.warn(WARNING, 1);
  }

  /** Counts the URLs no more that are in no queue, as taking has found out. */
  void setLostAside() throws IOException {
    Map<String, Long> lost = schedule.takeLost();
    for (Map.Entry<String, Long> host : lost.entrySet()) {
      synchronized (writer) {
        try (UrlStore.Batch batch = store.batch()) {
          writer.setLostAside(batch, host.getKey(), host.getValue());
          schedule.write(batch);
        }
      }
      LOG.warn(WARNING, host.getValue());
    }
  }

  /** Keeps that a host gave trouble. */
  void trouble(String host, String outcome) throws IOException {
    synchronized (writer) {
      writer.trouble(host, outcome, clock.millis());
    }
  }
}
