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
import java.util.stream.Collectors;
import org.vigie.crawler.frontier.DiskFrontier;
import org.vigie.crawler.frontier.FrontierLimits;
import org.vigie.crawler.frontier.FrontierReport;
import org.vigie.crawler.frontier.HostStatus;
import org.vigie.crawler.frontier.Target;

/** The report on a crawl, and what its status tells of hosts, URLs and archives. */
record ShownFrontier(Path folder) implements Shown {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-03-01T12:00:00Z"), ZoneOffset.UTC);
  private static final int URLS = 40;

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
  public String all() throws IOException {
    String report = FrontierReport.read(folder, CLOCK).toString();
    try (DiskFrontier frontier = open()) {
      return report + frontier.waiting() + hosts(frontier) + new TreeMap<>(frontier.archives());
    }
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
