package org.vigie.crawler.frontier;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.vigie.crawler.frontier.UrlStore.Table;

/**
 * What a crawl has had of each site, as its frontier stood when this was read; the crawl may go on.
 *
 * @param at when it was read
 * @param sites those in trouble first: blocked, changed, overdue; then by adverts per page
 */
public record FrontierReport(Instant at, List<SiteReport> sites) {
  private static final Comparator<SiteReport> TROUBLE_FIRST =
      Comparator.comparing((SiteReport site) -> !site.trouble().isBlocked())
          .thenComparing(site -> !site.trouble().isChanged())
          .thenComparing(site -> site.revisits().overdueShare(), Comparator.reverseOrder())
          .thenComparing(SiteReport::harvestRate, Comparator.reverseOrder())
          .thenComparing(SiteReport::host);

  public FrontierReport {
    sites = List.copyOf(sites);
  }

  /** Returns whether a folder holds a frontier. */
  public static boolean isThere(Path folder) {
    return Files.isRegularFile(folder.resolve("urls").resolve("CURRENT"));
  }

  /**
   * Reads all files of a frontier, for their checksums, and holds its tables against each other.
   *
   * @throws IOException if one is damaged, they don't agree, or there is no frontier
   */
  public static void requireWhole(Path folder) throws IOException {
    try (UrlStore store = UrlStore.openReadOnly(folder.resolve("urls"))) {
      store.requireWhole();
      new FrontierCheck(store).requireAgreement();
    }
  }

  /**
   * Returns how many bytes of each file of captures are committed, by its name; a file that is
   * complete isn't among them.
   *
   * @throws IOException if there is no frontier, or it can't be read
   */
  public static Map<String, Long> committed(Path folder) throws IOException {
    try (UrlStore store = UrlStore.openReadOnly(folder.resolve("urls"))) {
      return new ArchiveLengths(store).all();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  /**
   * Reads a frontier.
   *
   * @throws IOException if there is none, or it can't be read
   */
  public static FrontierReport read(Path folder, Clock clock) throws IOException {
    Instant now = clock.instant();
    try (UrlStore store = UrlStore.openReadOnly(folder.resolve("urls"))) {
      Map<UrlKey, RevisitCount> revisits = new HashMap<>();
      store.each(
          Table.QUEUES,
          new byte[0],
          entry -> {
            QueueKey key = QueueKey.read(entry.key());
            if (key.kind() == QueueKey.Kind.AGAIN) {
              revisits
                  .computeIfAbsent(key.host(), host -> new RevisitCount())
                  .add(key.order(), now.toEpochMilli());
            }
          });
      List<SiteReport> sites = new ArrayList<>();
      store.eachHost(host -> sites.add(report(host, revisits)));
      sites.sort(TROUBLE_FIRST);
      return new FrontierReport(now, sites);
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private static SiteReport report(HostRecord host, Map<UrlKey, RevisitCount> revisits) {
    RevisitCount own = revisits.getOrDefault(UrlKey.of(host.name()), new RevisitCount());
    return SiteReport.of(host, own.counted());
  }

  private static final class RevisitCount {
    private long planned;
    private long overdue;
    private long firstDue = Long.MAX_VALUE;

    private void add(long due, long now) {
      planned++;
      overdue += due < now ? 1 : 0;
      firstDue = Math.min(firstDue, due);
    }

    private SiteReport.Revisits counted() {
      return new SiteReport.Revisits(
          planned, overdue, overdue == 0 ? null : Instant.ofEpochMilli(firstDue));
    }
  }
}
