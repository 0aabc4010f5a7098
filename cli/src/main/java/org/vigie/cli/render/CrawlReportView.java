package org.vigie.cli.render;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;
import org.vigie.casework.render.Style;
import org.vigie.cli.terminal.Table;
import org.vigie.crawler.frontier.FrontierReport;
import org.vigie.crawler.frontier.SiteReport;
import org.vigie.text.safe.Defanged;
import org.vigie.text.safe.SafeText;
import org.vigie.text.safe.Words;

/** What a crawl has had of each site, as lines. */
public final class CrawlReportView {
  private final Style style;

  public CrawlReportView(Style style) {
    this.style = style;
  }

  /** Returns a table of sites, those in trouble first, with a line for all of them before it. */
  public List<String> lines(FrontierReport report, int most) {
    List<SiteReport> sites = report.sites();
    List<String> lines = new ArrayList<>();
    lines.add(summary(sites));
    lines.add("");
    Table table = new Table();
    table.row(
        "SITE", "PAGES", "ADVERTS", "PER PAGE", "WAITING", "LAST VISIT", "OVERDUE", "TROUBLE");
    sites.stream().limit(most).forEach(site -> row(table, site, report.at()));
    List<String> rows = new ArrayList<>(table.lines());
    rows.set(0, style.heading(rows.getFirst()));
    lines.addAll(rows);
    if (sites.size() > most) {
      lines.add(
          style.faint("… and " + Words.count(sites.size() - most, "site", "sites") + " more"));
    }
    return lines;
  }

  private static String summary(List<SiteReport> sites) {
    long pages = sites.stream().mapToLong(SiteReport::pages).sum();
    long adverts = sites.stream().mapToLong(SiteReport::adverts).sum();
    return "%s: %s, %s, %s per page; %s blocked, %s changed"
        .formatted(
            Words.count(sites.size(), "site", "sites"),
            Words.count(pages, "page", "pages"),
            Words.count(adverts, "advert", "adverts"),
            rate(pages == 0 ? 0 : (double) adverts / pages),
            Words.number(sites.stream().filter(site -> site.trouble().isBlocked()).count()),
            Words.number(sites.stream().filter(site -> site.trouble().isChanged()).count()));
  }

  private static void row(Table table, SiteReport site, Instant now) {
    table.row(
        SafeText.line(Defanged.text("http://" + site.host()).substring("hxxp://".length())),
        Words.number(site.pages()),
        Words.number(site.adverts()),
        rate(site.harvestRate()),
        Words.number(site.waiting()),
        ago(site.lastVisit(), now),
        overdue(site.revisits(), now),
        trouble(site.trouble(), now));
  }

  private static String rate(double rate) {
    return String.format(Locale.ROOT, "%.3f", rate);
  }

  private static String overdue(SiteReport.Revisits revisits, Instant now) {
    Instant longest = revisits.longest();
    return longest == null
        ? "-"
        : String.format(
            Locale.ROOT, "%.0f %%, up to %s", 100 * revisits.overdueShare(), age(longest, now));
  }

  private static String trouble(SiteReport.Trouble trouble, Instant now) {
    StringJoiner told = new StringJoiner("; ");
    if (trouble.isBlocked()) {
      Instant since = trouble.blockedSince();
      String time = since == null ? "" : " for " + age(since, now);
      told.add("blocked" + time + ": " + SafeText.line(trouble.blocked()));
    }
    Instant changed = trouble.changedSince();
    if (changed != null) {
      told.add("changed " + ago(changed, now) + ": adverts are no longer found where they were");
    }
    return told.toString();
  }

  private static String ago(@Nullable Instant then, Instant now) {
    return then == null ? "never" : age(then, now) + " ago";
  }

  private static String age(Instant then, Instant now) {
    long minutes = Math.max(0, Duration.between(then, now).toMinutes());
    if (minutes < 120) {
      return minutes + " min";
    }
    return minutes < 2_880 ? minutes / 60 + " h" : minutes / 1_440 + " d";
  }
}
