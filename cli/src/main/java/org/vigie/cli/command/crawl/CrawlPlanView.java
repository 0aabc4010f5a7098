package org.vigie.cli.command.crawl;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.vigie.advert.Mandate;
import org.vigie.casework.config.CrawlSettings;
import org.vigie.casework.mandate.SyntheticMandate;
import org.vigie.crawler.frontier.Seed;
import org.vigie.text.safe.Defanged;
import org.vigie.text.safe.SafeText;
import org.vigie.text.safe.Words;

/** What a crawl would do, as lines. */
final class CrawlPlanView {
  private CrawlPlanView() {}

  static List<String> lines(List<Seed> seeds, CrawlSettings settings, Instant now) {
    List<String> lines = new ArrayList<>();
    lines.add(
        "as %s, contact %s"
            .formatted(
                SafeText.line(settings.identity().userAgent()),
                settings.identity().contact().isEmpty()
                    ? "none: REFUSED until vigie.yaml has crawl.contact"
                    : SafeText.line(settings.identity().contact())));
    lines.add(
        "%s between two requests to a host, %s at a time, at most %s a run"
            .formatted(
                Words.seconds(settings.hostDelay()),
                Words.count(settings.threads(), "request", "requests"),
                Words.count(settings.maxPages(), "page", "pages")));
    Set<Mandate> mandates = new LinkedHashSet<>();
    for (Seed seed : seeds) {
      mandates.add(seed.mandate());
      lines.add("");
      lines.add(SafeText.line(Defanged.text(seed.url())));
      lines.add("  reach    " + reach(seed.reach()));
      lines.add("  pages    " + pages(seed.maxPages()));
      lines.add("  reader   " + (seed.reader().isEmpty() ? "found by the page" : seed.reader()));
      lines.add("  revisit  " + revisit(seed.revisit()));
      if (seed.render()) {
        lines.add("  render   pages that need a script, " + share(settings) + " of those read");
      }
      if (seed.pictures()) {
        lines.add("  pictures of adverts are read, and none is kept");
      }
      lines.add("  mandate  " + seed.mandate().id() + objection(seed.mandate(), now));
    }
    lines.add("");
    for (Mandate mandate : mandates) {
      lines.add(
          "%s  %s, %s, case %s; %s %s"
              .formatted(
                  mandate.id(),
                  SafeText.line(mandate.authority()),
                  SafeText.line(mandate.purpose()),
                  SafeText.line(mandate.caseId()),
                  holds(mandate, now) ? "until" : "EXPIRED at",
                  Words.minute(mandate.validUntil())));
    }
    return lines;
  }

  private static String share(CrawlSettings settings) {
    return "at most " + Math.round(100 * settings.renderShare()) + " %";
  }

  private static String objection(Mandate mandate, Instant now) {
    if (SyntheticMandate.is(mandate)) {
      return " FOR TRYING OUT: refused";
    }
    return holds(mandate, now) ? "" : " EXPIRED: left out";
  }

  private static boolean holds(Mandate mandate, Instant now) {
    return now.isBefore(mandate.validUntil());
  }

  private static String reach(Seed.Reach reach) {
    return switch (reach) {
      case HOST -> "host: all of it, with or without www.";
      case PATH -> "path: what begins like this address, up to its last slash";
      case DOMAIN -> "domain: the host and those below it";
    };
  }

  private static String pages(long most) {
    return most == Seed.UNLIMITED ? "as many as the run has" : "at most " + Words.number(most);
  }

  private static String revisit(Seed.@Nullable Revisit revisit) {
    return revisit == null
        ? "never"
        : "after %s to %s, sooner what changes often"
            .formatted(Words.span(revisit.atLeast()), Words.span(revisit.atMost()));
  }
}
