package org.vigie.crawler.frontier;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;

/** A frontier in a folder of the test, pages by host and number, and how they ended. */
abstract class FrontierInAFolder {
  static final FrontierLimits UNTIL_EMPTY = new FrontierLimits(1_000_000, 8, false);

  @TempDir Path folder;

  DiskFrontier open() throws IOException {
    return open(Clock.systemUTC());
  }

  DiskFrontier open(Clock clock) throws IOException {
    return DiskFrontier.open(folder, Duration.ZERO, UNTIL_EMPTY, clock);
  }

  static Target take(CrawlFrontier frontier) throws Exception {
    Due due = frontier.take();
    assertThat(due).isNotNull();
    return due.target();
  }

  static List<String> drain(CrawlFrontier frontier) throws Exception {
    List<String> urls = new ArrayList<>();
    Due due;
    while ((due = frontier.take()) != null) {
      urls.add(due.target().url());
      frontier.commit(List.of(end(due.target(), List.of())));
    }
    return urls;
  }

  static PageEnd end(Target target, List<Target> links) {
    return new PageEnd(target, "fetched", null, links, null, 0, false);
  }

  static PageEnd visited(Target target, Clock clock, Duration again) {
    return visited(target, clock, again, List.of());
  }

  static PageEnd visited(Target target, Clock clock, Duration again, List<Target> links) {
    PageVisit visit =
        new PageVisit(
            clock.millis(),
            5,
            200,
            new KeptAnswer("\"v1\"", "", "sha256:0", "x.warc.gz", 7),
            List.of("a-1"),
            1,
            again.toMillis());
    return new PageEnd(
        target, "fetched", visit, links, new ArchivePosition("x.warc.gz", 9), 1, false);
  }

  static Target target(String host, int page, double score) {
    return new Target(url(host, page), 1, 0, score, "");
  }

  static String url(String host, int page) {
    return "http://" + host + ".example.org/" + page;
  }

  static String host(Target target) {
    return target.host();
  }
}
