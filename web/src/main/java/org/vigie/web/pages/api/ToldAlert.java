package org.vigie.web.pages.api;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import org.vigie.advert.Alert;
import org.vigie.casework.render.Quote;
import org.vigie.casework.render.Said;
import org.vigie.web.Phrases;
import org.vigie.web.pages.group.SaidTitle;

/**
 * An alert as programs read it: all of {@link Alert}, with a title and the sentences that it rests
 * on.
 *
 * @param alert whose parts stand beside the others in JSON
 * @param title what its subject says, how many adverts, and where; its headline where that says
 *     nothing
 * @param quotes sentences of adverts, the strongest sign first; none for whoever may not read
 *     adverts
 */
public record ToldAlert(@JsonUnwrapped Alert alert, String title, List<Quote> quotes) {
  /** Sentences that a list quotes of one alert: as much as a snippet, which no budget counts. */
  public static final int LISTED_QUOTES = 1;

  /** Sentences that are quoted of an alert that is asked for alone. */
  static final int MOST_QUOTES = 3;

  /** Returns an alert with what its subject says. */
  public static ToldAlert of(Alert alert, Said said, Phrases phrases) {
    return new ToldAlert(
        alert, said.isSilent() ? alert.headline() : SaidTitle.of(said, phrases), said.quotes());
  }

  /** Returns it for whoever may not read adverts. */
  ToldAlert withoutQuotes() {
    return new ToldAlert(alert, title, List.of());
  }
}
