package org.vigie.crawler.frontier;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a crawl has had of one site.
 *
 * @param host its name
 * @param pages answers archived, over all crawls
 * @param adverts adverts found on them
 * @param waiting URLs of it that were never fetched
 * @param revisits what is to be looked at again
 * @param lastVisit the last answer; null if there was none
 * @param trouble what keeps its adverts away
 * @param outcomes outcome → number of URLs that ended so
 */
public record SiteReport(
    String host,
    long pages,
    long adverts,
    long waiting,
    Revisits revisits,
    @Nullable Instant lastVisit,
    Trouble trouble,
    Map<String, Long> outcomes) {
  public SiteReport {
    outcomes = Map.copyOf(outcomes);
  }

  /**
   * Pages that are to be looked at again.
   *
   * @param planned how many
   * @param overdue those of them whose time has passed
   * @param longest when the first of these was due; null if none is
   */
  public record Revisits(long planned, long overdue, @Nullable Instant longest) {
    /** Returns the share of the pages whose time has passed. */
    public double overdueShare() {
      return planned == 0 ? 0 : (double) overdue / planned;
    }
  }

  /**
   * What keeps a site's adverts away.
   *
   * @param blocked why its pages can't be had, or empty
   * @param blockedSince since when; null if they can
   * @param changedSince since when pages that promised adverts hold far fewer; null if they don't
   */
  public record Trouble(
      String blocked, @Nullable Instant blockedSince, @Nullable Instant changedSince) {
    private static Trouble of(HostRecord host) {
      SiteHealth health = host.health();
      String disallowed = CrawlOutcome.ROBOTS_DISALLOWED.label();
      boolean forbidden = host.pages() == 0 && host.outcomes().getOrDefault(disallowed, 0L) > 0;
      return new Trouble(
          health.isBlocked() ? health.trouble() : forbidden ? disallowed : "",
          health.isBlocked() ? instant(health.troubleSinceMillis()) : null,
          instant(health.changedSinceMillis()));
    }

    /** Returns whether its pages can't be had. */
    public boolean isBlocked() {
      return !blocked.isEmpty();
    }

    /** Returns whether pages that promised adverts hold far fewer. */
    public boolean isChanged() {
      return changedSince != null;
    }
  }

  /** Returns the adverts per page fetched; 0 if none was. */
  public double harvestRate() {
    return pages == 0 ? 0 : (double) adverts / pages;
  }

  static SiteReport of(HostRecord host, Revisits revisits) {
    return new SiteReport(
        host.name(),
        host.pages(),
        host.adverts(),
        host.waiting(),
        revisits,
        instant(host.lastVisitMillis()),
        Trouble.of(host),
        new TreeMap<>(host.outcomes()));
  }

  private static @Nullable Instant instant(long millis) {
    return millis == 0 ? null : Instant.ofEpochMilli(millis);
  }
}
