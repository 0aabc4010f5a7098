package org.vigie.lab.verify.custody;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.vigie.crawler.frontier.DiskFrontier;
import org.vigie.crawler.frontier.Due;
import org.vigie.crawler.frontier.FrontierLimits;
import org.vigie.crawler.frontier.FrontierReport;
import org.vigie.crawler.frontier.HostStatus;
import org.vigie.crawler.frontier.Target;

/**
 * The report on a crawl, what its status tells of hosts, URLs and archives, and the URLs that it
 * would visit.
 */
record ShownFrontier(Path folder) implements StoredView {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-03-01T12:00:00Z"), ZoneOffset.UTC);
  private static final int URLS = 40;

  /** All its URLs are taken in a few milliseconds. */
  private static final Duration LONGEST = Duration.ofMinutes(1);

  /** Makes a frontier of invented URLs, each of a host of its own. */
  static ShownFrontier in(Path folder) throws IOException {
    ShownFrontier shown = new ShownFrontier(folder);
    List<Target> targets = new ArrayList<>();
    for (int number = 0; number < URLS; number++) {
      targets.add(new Target("http://host-%d.example.org/invented".formatted(number), 0, 0));
    }
    try (DiskFrontier frontier = shown.open()) {
      frontier.seed(targets);
    }
    return shown;
  }

  @Override
  public String kind() {
    return "frontier";
  }

  @Override
  public String all() throws Exception {
    FutureTask<String> reading = new FutureTask<>(this::read);
    Thread.ofPlatform().daemon().name("reads a frontier").start(reading);
    try {
      return reading.get(LONGEST.toSeconds(), TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      // As an exception it would pass for damage that is told.
      throw new AssertionError("a frontier must be taken from in " + LONGEST + ", but was not", e);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof Exception cause ? cause : e;
    }
  }

  private String read() throws Exception {
    String report = FrontierReport.read(folder, CLOCK).toString();
    try (DiskFrontier frontier = open()) {
      return report
          + frontier.waiting()
          + hosts(frontier)
          + new TreeMap<>(frontier.archives())
          + takeAll(frontier)
          + frontier.outcomes();
    }
  }

  private static Set<String> takeAll(DiskFrontier frontier) throws Exception {
    Set<String> taken = new TreeSet<>();
    Due due;
    while ((due = frontier.take()) != null) {
      taken.add(due.toString());
      frontier.postpone(due.target(), "later", Duration.ZERO);
    }
    return taken;
  }

  private static Set<String> hosts(DiskFrontier frontier) {
    return frontier.hosts(Integer.MAX_VALUE).stream()
        .map(HostStatus::toString)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private DiskFrontier open() throws IOException {
    return DiskFrontier.open(folder, Duration.ZERO, new FrontierLimits(1_000_000, 8, false), CLOCK);
  }
}
