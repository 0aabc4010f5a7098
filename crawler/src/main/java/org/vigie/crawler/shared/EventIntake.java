package org.vigie.crawler.shared;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.vigie.crawler.frontier.DiskFrontier;
import org.vigie.crawler.frontier.LogPosition;
import org.vigie.crawler.frontier.Target;

/**
 * Takes the events of a log into the frontier on this process's disk, each once.
 *
 * <p>A visit made here ends when its event is read, not when it is written: so the frontier is the
 * sum of the events, whoever made them.
 */
final class EventIntake {
  private final DiskFrontier local;
  private final String process;
  private final TrapKeyValueStore traps;

  /** URLs that no request is under way for any more, though the log was not read so far. */
  private final Set<String> ended = new HashSet<>();

  EventIntake(DiskFrontier local, String process, TrapKeyValueStore traps) {
    this.local = local;
    this.process = process;
    this.traps = traps;
  }

  /** Keeps that a visit made here is over: committed to the log, or not to be committed at all. */
  synchronized void over(Target target) {
    // It may have been read already.
    if (local.isUnderWay(target)) {
      ended.add(target.url());
    }
  }

  /** Returns whether a request is under way at a host that is given out no more. */
  synchronized boolean isLettingGo() {
    return local.isLettingGo(ended);
  }

  /** Forgets the URLs under way of hosts that are given out no more. */
  synchronized void letGo() {
    local.letGo();
    ended.removeIf(url -> !local.isUnderWay(new Target(url, 0, 0)));
  }

  /**
   * Takes in the next events of a partition.
   *
   * @param own whether the partition is this process's: then nobody else may end visits there
   */
  synchronized void take(String log, List<ConsumerRecord<String, byte[]>> records, boolean own)
      throws IOException {
    List<Target> found = new ArrayList<>();
    LogPosition read = new LogPosition(log, 0);
    for (ConsumerRecord<String, byte[]> record : records) {
      String where = log + " at " + record.offset();
      UrlEvent event = UrlEvent.read(record.value(), where);
      UrlEvent.Done done = event.done();
      if (event.found() != null) {
        found.addAll(event.found());
      } else if (done != null) {
        // What was found before must be known when it ends.
        flush(found, read);
        end(done, own, new LogPosition(log, record.offset() + 1), where);
      } else if (event.pace() != null && !own) {
        local.politeness().learn(event.pace());
      } else if (event.traps() != null && !own) {
        traps.learn(event.traps());
      }
      read = new LogPosition(log, record.offset() + 1);
    }
    flush(found, read);
  }

  private void end(UrlEvent.Done done, boolean own, LogPosition read, String where)
      throws IOException {
    if (!own) {
      local.politeness().learn(done.pace());
    } else if (!done.process().equals(process)) {
      throw new IOException(
          "only the owner %s may end visits there, but %s did: %s"
              .formatted(process, done.process(), where));
    }
    local.ended(done.end(), read);
    ended.remove(done.end().target().url());
  }

  private void flush(List<Target> found, LogPosition read) throws IOException {
    if (!found.isEmpty()) {
      local.found(found, read);
      found.clear();
    }
  }
}
