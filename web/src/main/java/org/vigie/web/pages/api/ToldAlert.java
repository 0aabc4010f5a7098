package org.vigie.web.pages.api;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vigie.advert.Alert;
import org.vigie.advert.AlertLine;
import org.vigie.advert.BaseRate;
import org.vigie.advert.Evidence;
import org.vigie.advert.Severity;
import org.vigie.casework.render.Quote;
import org.vigie.casework.render.Said;
import org.vigie.web.Phrases;
import org.vigie.web.pages.group.SaidTitle;

/**
 * An alert as programs read it: all of {@link Alert}, with a title and the sentences that it rests
 * on.
 *
 * @param title what its subject says, how many adverts, and where; its headline where that says
 *     nothing
 * @param quotes sentences of adverts, the strongest sign first; none for whoever may not read
 *     adverts
 */
public record ToldAlert(
    String id,
    String rule,
    String ruleVersion,
    String subject,
    Severity severity,
    Instant at,
    String headline,
    List<String> reasons,
    List<Evidence> evidence,
    String channel,
    @Nullable BaseRate baseRate,
    String model,
    String taxonomy,
    List<AlertLine> lines,
    String title,
    List<Quote> quotes) {
  /** Sentences that a list quotes of one alert: as much as a snippet, and no whole advert. */
  public static final int MOST_QUOTES = 3;

  /** Returns an alert with what its subject says. */
  public static ToldAlert of(Alert alert, Said said, Phrases phrases) {
    return new ToldAlert(
        alert.id(),
        alert.rule(),
        alert.ruleVersion(),
        alert.subject(),
        alert.severity(),
        alert.at(),
        alert.headline(),
        alert.reasons(),
        alert.evidence(),
        alert.channel(),
        alert.baseRate(),
        alert.model(),
        alert.taxonomy(),
        alert.lines(),
        said.isSilent() ? alert.headline() : SaidTitle.of(said, phrases),
        said.quotes());
  }

  /** Returns it for whoever may not read adverts. */
  ToldAlert withoutQuotes() {
    return new ToldAlert(
        id,
        rule,
        ruleVersion,
        subject,
        severity,
        at,
        headline,
        reasons,
        evidence,
        channel,
        baseRate,
        model,
        taxonomy,
        lines,
        title,
        List.of());
  }
}
