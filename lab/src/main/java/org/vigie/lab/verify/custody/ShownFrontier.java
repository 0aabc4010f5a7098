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
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.vigie.crawler.frontier.DiskFrontier;
import org.vigie.crawler.frontier.Due;
import org.vigie.crawler.frontier.FrontierLimits;
import org.vigie.crawler.frontier.FrontierReport;
import org.vigie.crawler.frontier.PageEnd;
import org.vigie.crawler.frontier.Target;

/** The report on a crawl, and the URLs that its next run asks for. */
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
  public String all() throws IOException, InterruptedException {
    String report = FrontierReport.read(folder, CLOCK).toString();
    Set<String> urls = new TreeSet<>();
    try (DiskFrontier frontier = open()) {
      @Nullable Due due = frontier.take();
      while (due != null) {
        urls.add(due.target().toString());
        frontier.commit(List.of(PageEnd.without(due.target(), "invented")));
        due = frontier.take();
      }
    }
    return report + urls;
  }

  private DiskFrontier open() throws IOException {
    return DiskFrontier.open(folder, Duration.ZERO, new FrontierLimits(1_000_000, 8, false), CLOCK);
  }
}
