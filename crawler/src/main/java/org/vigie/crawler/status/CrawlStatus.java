package org.vigie.crawler.status;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.vigie.crawler.CrawlProgress;
import org.vigie.crawler.frontier.HostStatus;

/**
 * Where a crawl stands, or stood when it was last heard of.
 *
 * @param pid the process that crawls
 * @param started when this run began
 * @param updated when this was written
 * @param phase what it is at
 * @param progress its counts
 * @param totals what came of this run so far; its parts stand beside the others in JSON
 * @param states state → number of hosts
 * @param hosts the hosts with most URLs waiting, at most {@link #MOST_HOSTS}
 */
public record CrawlStatus(
    long pid,
    Instant started,
    Instant updated,
    Phase phase,
    CrawlProgress progress,
    @JsonUnwrapped CrawlTotals totals,
    Map<HostStatus.State, Long> states,
    List<HostStatus> hosts) {
  /** How many hosts are told of one by one. */
  public static final int MOST_HOSTS = 100;

  /** A crawl tells once a second, or a little later where there are very many hosts. */
  private static final Duration SILENT = Duration.ofSeconds(15);

  public CrawlStatus {
    states = Map.copyOf(states);
    hosts = List.copyOf(hosts);
  }

  /** What a crawl is at. */
  public enum Phase {
    /** It fetches, or waits for the turn of a host. */
    RUNNING,
    /** It gives out no URL until it is told to go on. */
    PAUSED,
    /** It came to its end: nothing was left, or its page limit was reached. */
    FINISHED,
    /** It was stopped from outside. */
    STOPPED,
    /** It could not go on. */
    FAILED;

    /** Returns the name as people read it. */
    public String label() {
      return name().toLowerCase(Locale.ROOT);
    }

    boolean isActive() {
      return this == RUNNING || this == PAUSED;
    }
  }

  /** What can be told of a crawl from the last status that it wrote. */
  public enum Life {
    /** It goes on. */
    ALIVE,
    /** Its process is there, but hasn't told anything for a while. */
    SILENT,
    /** Its process is gone, and it had not ended. */
    KILLED,
    /** It has ended. */
    OVER
  }

  /** Returns whether the crawl that wrote this goes on at a time, as far as can be told here. */
  public Life life(Instant now) {
    if (!phase.isActive()) {
      return Life.OVER;
    }
    if (ProcessHandle.of(pid).isEmpty()) {
      return Life.KILLED;
    }
    boolean fresh = Duration.between(updated, now).compareTo(SILENT) < 0;
    return fresh ? Life.ALIVE : Life.SILENT;
  }

  /** Returns how many hosts are in a state. */
  @JsonIgnore
  public long hostsIn(HostStatus.State state) {
    return states.getOrDefault(state, 0L);
  }
}
