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
 * @param revisited pages that are to be looked at again
 * @param overdue those of them whose time has passed
 * @param longestOverdue when the first of these was due; null if none is
 * @param lastVisit the last answer; null if there was none
 * @param blocked why its pages can't be had, or empty
 * @param blockedSince since when; null if they can
 * @param changedSince since when pages that promised adverts hold far fewer; null if they don't
 * @param outcomes outcome → number of URLs that ended so
 */
public record SiteReport(
    String host,
    long pages,
    long adverts,
    long waiting,
    long revisited,
    long overdue,
    @Nullable Instant longestOverdue,
    @Nullable Instant lastVisit,
    String blocked,
    @Nullable Instant blockedSince,
    @Nullable Instant changedSince,
    Map<String, Long> outcomes) {
  public SiteReport {
    outcomes = Map.copyOf(outcomes);
  }

  /** Returns the adverts per page fetched; 0 if none was. */
  public double harvestRate() {
    return pages == 0 ? 0 : (double) adverts / pages;
  }

  /** Returns the share of the pages to be looked at again whose time has passed. */
  public double overdueShare() {
    return revisited == 0 ? 0 : (double) overdue / revisited;
  }

  static SiteReport of(HostRecord host, long revisited, long overdue, long firstDueMillis) {
    SiteHealth health = host.health();
    boolean forbidden =
        host.pages() == 0 && host.outcomes().getOrDefault("robots-disallowed", 0L) > 0;
    String blocked = health.isBlocked() ? health.trouble() : forbidden ? "robots-disallowed" : "";
    return new SiteReport(
        host.name(),
        host.pages(),
        host.adverts(),
        host.waiting(),
        revisited,
        overdue,
        overdue == 0 ? null : Instant.ofEpochMilli(firstDueMillis),
        instant(host.lastVisitMillis()),
        blocked,
        health.isBlocked() ? instant(health.troubleSinceMillis()) : null,
        instant(health.changedSinceMillis()),
        new TreeMap<>(host.outcomes()));
  }

  private static @Nullable Instant instant(long millis) {
    return millis == 0 ? null : Instant.ofEpochMilli(millis);
  }
}
