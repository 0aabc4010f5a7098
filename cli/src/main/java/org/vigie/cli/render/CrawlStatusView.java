package org.vigie.cli.render;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;
import java.util.TreeMap;
import org.vigie.casework.render.Style;
import org.vigie.cli.terminal.Table;
import org.vigie.crawler.frontier.HostStatus;
import org.vigie.crawler.status.CrawlStatus;
import org.vigie.text.safe.Defanged;
import org.vigie.text.safe.SafeText;
import org.vigie.text.safe.Words;

/** Where a crawl stands, as lines. */
public final class CrawlStatusView {
  private final Style style;

  public CrawlStatusView(Style style) {
    this.style = style;
  }

  /** Returns all that is told of a crawl, for one look at it. */
  public List<String> lines(CrawlStatus status, Instant now, int mostHosts) {
    List<String> lines = new ArrayList<>();
    lines.add(style.heading(life(status, now)));
    lines.add(
        "started %s, process %d, %s since"
            .formatted(
                Words.minute(status.started()),
                status.pid(),
                elapsed(Duration.between(status.started(), status.updated()))));
    lines.add(
        "%s captured, %s, %s waiting, %s failed, %s not allowed"
            .formatted(
                Words.count(status.progress().fetched(), "page", "pages"),
                Words.count(status.totals().adverts(), "advert", "adverts"),
                Words.number(status.progress().waiting()),
                Words.number(status.progress().failed()),
                Words.number(status.progress().disallowed())));
    lines.add("hosts: " + states(status));
    new TreeMap<>(status.totals().outcomes())
        .forEach((outcome, urls) ->
            lines.add("  %-28s %s".formatted(SafeText.line(outcome), Words.number(urls))));
    lines.add("");
    lines.addAll(hosts(status, mostHosts));
    return lines;
  }

  /** Returns a table of the hosts with most URLs waiting, and one line on the others. */
  public List<String> hosts(CrawlStatus status, int most) {
    Table table = new Table();
    table.row("HOST", "PAGES", "ADVERTS", "WAITING", "DISALLOWED", "STATE");
    List<HostStatus> shown = status.hosts().subList(0, Math.min(most, status.hosts().size()));
    for (HostStatus host : shown) {
      table.row(
          SafeText.line(Defanged.text("http://" + host.host()).substring("hxxp://".length())),
          Words.number(host.pages()),
          Words.number(host.adverts()),
          Words.number(host.waiting()),
          Words.number(host.disallowed()),
          state(host));
    }
    List<String> lines = new ArrayList<>(table.lines());
    lines.set(0, style.heading(lines.getFirst()));
    long all = status.states().values().stream().mapToLong(Long::longValue).sum();
    if (all > shown.size()) {
      lines.add(style.faint("… and " + Words.count(all - shown.size(), "host", "hosts") + " more"));
    }
    return lines;
  }

  /** Returns how many hosts are at what, and why some are parked. */
  public static String states(CrawlStatus status) {
    StringJoiner states = new StringJoiner(", ");
    for (HostStatus.State state : HostStatus.State.values()) {
      long hosts = status.hostsIn(state);
      if (hosts > 0) {
        states.add(Words.number(hosts) + " " + label(state) + why(status, state));
      }
    }
    return states.length() == 0 ? "none yet" : states.toString();
  }

  private static String why(CrawlStatus status, HostStatus.State state) {
    if (state != HostStatus.State.PARKED) {
      return "";
    }
    Map<String, Long> reasons = new TreeMap<>();
    for (HostStatus host : status.hosts()) {
      if (host.state() == state) {
        reasons.merge(host.why(), 1L, Long::sum);
      }
    }
    return reasons.isEmpty() ? "" : " (" + Words.counts(reasons) + ")";
  }

  private static String state(HostStatus host) {
    return switch (host.state()) {
      case DELAYED -> "delayed " + host.seconds() + " s";
      case PARKED -> "parked %d s: %s".formatted(host.seconds(), SafeText.line(host.why()));
      case BUSY, DUE, DONE -> label(host.state());
    };
  }

  private static String label(HostStatus.State state) {
    return state.name().toLowerCase(Locale.ROOT);
  }

  private static String life(CrawlStatus status, Instant now) {
    return switch (status.life(now)) {
      case ALIVE -> "The crawl is " + status.phase().label() + ".";
      case SILENT ->
          "The crawl was %s, but its process has told nothing for %s."
              .formatted(status.phase().label(), elapsed(Duration.between(status.updated(), now)));
      case KILLED ->
          "The crawl was killed after %s; the same command takes it up again."
              .formatted(Words.minute(status.updated()));
      case OVER ->
          "The crawl has %s, %s."
              .formatted(
                  switch (status.phase()) {
                    case STOPPED -> "been stopped";
                    case FAILED -> "failed";
                    case FINISHED, RUNNING, PAUSED -> "finished";
                  },
                  Words.minute(status.updated()));
    };
  }

  private static String elapsed(Duration time) {
    long seconds = Math.max(0, time.toSeconds());
    if (seconds < 120) {
      return seconds + " s";
    }
    return seconds < 7_200 ? seconds / 60 + " min" : seconds / 3_600 + " h";
  }
}
