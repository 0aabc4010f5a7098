package org.vigie.web.pages.part;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.vigie.advert.BaseRate;
import org.vigie.casework.render.AtBaseRate;
import org.vigie.search.AdvertIndex;
import org.vigie.search.SearchResult;
import org.vigie.search.ShownRisk;
import org.vigie.web.Visit;
import org.vigie.web.Worded;

/**
 * Makes cards of hits, each with what a risk near certainty comes to in its channel, and with the
 * snippet that its reader may be shown.
 */
public final class AdvertCards {
  private final AtBaseRate rates;
  private final Disclosures disclosures;

  public AdvertCards(AtBaseRate rates, Disclosures disclosures) {
    this.rates = rates;
    this.disclosures = disclosures;
  }

  /** Returns the cards of hits, in their order, and counts them as shown to a visitor. */
  public List<AdvertCard> of(Visit visit, AdvertIndex index, List<SearchResult.Hit> hits)
      throws IOException {
    Disclosures.Withheld withheld = disclosures.withheld(visit, hits);
    Map<String, BaseRate> known = new HashMap<>();
    List<AdvertCard> cards = new ArrayList<>();
    for (SearchResult.Hit hit : hits) {
      String why = withheld.why(hit.advert().advert().id());
      cards.add(AdvertCard.of(hit, meaning(index, hit, known), why));
    }
    return List.copyOf(cards);
  }

  private Worded meaning(AdvertIndex index, SearchResult.Hit hit, Map<String, BaseRate> known)
      throws IOException {
    ShownRisk risk = hit.risk();
    if (risk.probability() <= ShownRisk.NEARLY_CERTAIN) {
      return Worded.NONE;
    }
    String channel = hit.advert().advert().channel().label();
    BaseRate rate = known.get(channel);
    if (rate == null) {
      rate = index.baseRate(channel);
      known.put(channel, rate);
    }
    String model = risk.of() == ShownRisk.Of.OWN ? hit.advert().model() : AtBaseRate.GROUPS;
    return Worded.said(rates.found(risk.probability(), model, rate));
  }
}
