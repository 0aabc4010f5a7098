package org.vigie.crawler.frontier;

import java.time.Clock;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.vigie.crawler.politeness.Politeness;

/** What the hosts of a frontier are at, as it is shown to people. Guarded by its frontier. */
final class HostStatuses {
  private static final Comparator<HostQueue> MOST_WAITING =
      Comparator.comparingLong((HostQueue host) -> host.waiting)
          .reversed()
          .thenComparing(host -> host.name);

  private final Politeness politeness;
  private final UrlWriter writer;
  private final Clock clock;

  HostStatuses(Politeness politeness, UrlWriter writer, Clock clock) {
    this.politeness = politeness;
    this.writer = writer;
    this.clock = clock;
  }

  /** Returns what the hosts with most URLs waiting are at, those first. */
  List<HostStatus> most(Collection<HostQueue> hosts, int most) {
    return hosts.stream().sorted(MOST_WAITING).limit(most).map(this::status).toList();
  }

  /** Returns how many hosts are at what. */
  Map<HostStatus.State, Long> states(Collection<HostQueue> hosts) {
    Map<HostStatus.State, Long> states = new EnumMap<>(HostStatus.State.class);
    hosts.forEach(host -> states.merge(state(host), 1L, Long::sum));
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
        record.outcomes().getOrDefault(CrawlOutcome.ROBOTS_DISALLOWED.label(), 0L));
  }
}
