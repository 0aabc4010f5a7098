package org.vigie.crawler.frontier;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Which URL of a frontier is next, which are under way, and whether there are to be any more.
 *
 * <p>Threads may share it. What is written to the queues on disk is one step with what the queues
 * in memory learn of it.
 */
final class UrlSchedule {
  private final UrlStore store;
  private final UrlRanking ranking;
  private final UrlRescoring rescoring;
  private final HostQueues queues;
  private final FrontierProgress run;
  private final HostStatuses statuses;

  UrlSchedule(
      UrlStore store,
      UrlRanking ranking,
      HostQueues queues,
      FrontierProgress run,
      HostStatuses statuses) {
    this.store = store;
    this.ranking = ranking;
    this.rescoring = new UrlRescoring(store, ranking);
    this.queues = queues;
    this.run = run;
    this.statuses = statuses;
  }

  /** Waits for a URL that may be visited; null if there are to be no more. */
  synchronized @Nullable QueueKey awaitNext() throws InterruptedException {
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

  synchronized void begin(Target target, QueueKey key) {
    queues.begin(target, key);
  }

  synchronized void release(PageEnd end) {
    if (queues.release(end)) {
      notifyAll();
    }
  }

  /** Returns the place in its queue of a URL under way. */
  synchronized QueueKey place(Target target) {
    return queues.place(target);
  }

  synchronized void putBack(Target target) {
    queues.putBack(target);
    notifyAll();
  }

  /** Gives up a URL under way, for a while or for this crawl. */
  synchronized void leave(Target target, String outcome, Duration park) {
    run.ended(outcome);
    if (park.isPositive()) {
      queues.park(target, outcome, park);
    } else {
      queues.drop(target, run.keepsGoing());
    }
    notifyAll();
  }

  /** Lets the host of a URL that was taken, and could not be read, be asked for another. */
  synchronized void giveUp(QueueKey place) {
    queues.setAside(place);
    notifyAll();
  }

  /** Writes that a URL that was taken is set aside. */
  synchronized void setAside(UrlStore.Batch batch, QueueKey place) throws IOException {
    store.write(batch);
    run.ended(HostRecord.DAMAGED);
    queues.setAside(place);
    notifyAll();
  }

  /** Returns the name of the host of a URL that was taken. */
  synchronized String host(QueueKey place) {
    return queues.host(place).name;
  }

  /** Returns which hosts counted how many URLs that are in no queue, once. */
  synchronized Map<String, Long> takeLost() {
    Map<String, Long> lost = queues.takeLost();
    lost.values().forEach(urls -> run.ended(HostRecord.DAMAGED, urls));
    return lost;
  }

  /** Writes what says nothing about these queues. */
  synchronized void write(UrlStore.Batch batch) throws IOException {
    store.write(batch);
    notifyAll();
  }

  /** Writes what was found, and queues it. */
  synchronized void add(UrlStore.Batch batch, List<UrlWriter.Added> added) throws IOException {
    store.write(batch);
    queues.add(added);
    notifyAll();
  }

  /** Writes the end of a visit, and scores anew what its page tells about. */
  synchronized void end(UrlStore.Batch batch, PageEnd end, List<UrlWriter.Added> added)
      throws IOException {
    store.write(batch);
    rescoring.pageEnded(end(end, added));
    notifyAll();
  }

  /** Writes the end of a visit as a log tells it. */
  synchronized void endTold(UrlStore.Batch batch, PageEnd end, List<UrlWriter.Added> added)
      throws IOException {
    store.write(batch);
    end(end, added);
    notifyAll();
  }

  /** Tells what was written to the queues in memory; returns the host. */
  private HostQueue end(PageEnd end, List<UrlWriter.Added> added) {
    run.ended(end);
    queues.add(added);
    queues.setScarce(ranking.learns() && run.isScarce(queues));
    return queues.end(end);
  }

  synchronized void give(Predicate<String> toGive) {
    queues.give(toGive);
    notifyAll();
  }

  synchronized boolean isLettingGo(Set<String> ended) {
    return queues.isLettingGo(ended);
  }

  synchronized void letGo() {
    queues.letGo();
    notifyAll();
  }

  synchronized boolean isUnderWay(Target target) {
    return queues.isUnderWay(target);
  }

  synchronized boolean isIdle() {
    return queues.taken() == 0 && !queues.hasWork();
  }

  synchronized void pause() {
    run.pause(true);
  }

  synchronized void resume() {
    run.pause(false);
    notifyAll();
  }

  synchronized void stop() {
    run.stop();
    notifyAll();
  }

  synchronized boolean isFinished() {
    return run.isFinished(queues);
  }

  /** Returns how many URLs wait or are under way. */
  synchronized long waiting() {
    return queues.waiting() + queues.taken();
  }

  synchronized Map<String, Long> outcomes() {
    return run.outcomes();
  }

  synchronized List<HostStatus> hosts(int most) {
    return statuses.most(queues.hosts(), most);
  }

  synchronized Map<HostStatus.State, Long> hostStates() {
    return statuses.states(queues.hosts());
  }
}
