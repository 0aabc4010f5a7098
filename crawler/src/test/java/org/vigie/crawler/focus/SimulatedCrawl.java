package org.vigie.crawler.focus;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.vigie.crawler.frontier.ArchivePosition;
import org.vigie.crawler.frontier.DiskFrontier;
import org.vigie.crawler.frontier.Due;
import org.vigie.crawler.frontier.FrontierLimits;
import org.vigie.crawler.frontier.KeptAnswer;
import org.vigie.crawler.frontier.PageEnd;
import org.vigie.crawler.frontier.PageVisit;
import org.vigie.crawler.frontier.Target;
import org.vigie.crawler.frontier.UrlRanking;
import org.vigie.crawler.politeness.KeyValueStore;
import org.vigie.world.DirectoryPage;
import org.vigie.world.DirectorySite;

/** A crawl of a generated site over the real frontier and ranking, without requests. */
final class SimulatedCrawl {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-01-01T00:00:00Z"), ZoneOffset.UTC);
  private static final String HOST = "http://site.example.org";

  private final List<DirectoryPage> pages;
  private final Map<String, DirectoryPage> byUrl = new HashMap<>();

  SimulatedCrawl(DirectorySite site) {
    pages = site.pages();
    pages.forEach(page -> byUrl.put(HOST + page.path(), page));
  }

  /** Returns how many pages are fetched until so large a share of the adverts is found. */
  int fetchesToFind(double share, Path folder, Function<KeyValueStore, UrlRanking> ranking)
      throws IOException, InterruptedException {
    long wanted = Math.round(share * pages.stream().filter(DirectoryPage::advert).count());
    int fetched = 0;
    int found = 0;
    try (DiskFrontier frontier =
        DiskFrontier.open(
            folder, Duration.ZERO, FrontierLimits.of(1_000_000, 1, false), ranking, CLOCK)) {
      frontier.seed(List.of(new Target(HOST + "/", 0, 0, 1, "")));
      Due due;
      while (found < wanted && (due = frontier.take()) != null) {
        DirectoryPage page = byUrl.get(due.target().url());
        fetched++;
        found += page.advert() ? 1 : 0;
        frontier.commit(List.of(end(due.target(), page)));
      }
    }
    if (found < wanted) {
      throw new IllegalStateException(
          "a crawl must find %d adverts, but found %d".formatted(wanted, found));
    }
    return fetched;
  }

  private PageEnd end(Target target, DirectoryPage page) {
    List<Target> links =
        page.links().stream()
            .map(link ->
                new Target(
                    HOST + pages.get(link.page()).path(),
                    target.depth() + 1,
                    0,
                    Target.UNKNOWN_SCORE,
                    link.anchor()))
            .toList();
    List<String> adverts = page.advert() ? List.of("a" + target.url().hashCode()) : List.of();
    PageVisit visit =
        new PageVisit(
            CLOCK.millis(),
            1,
            200,
            new KeptAnswer("", "", "sha256:0", "x.warc.gz", 0),
            adverts,
            1,
            0);
    return new PageEnd(
        target,
        "fetched",
        visit,
        links,
        new ArchivePosition("x.warc.gz", 1),
        adverts.size(),
        false);
  }
}
