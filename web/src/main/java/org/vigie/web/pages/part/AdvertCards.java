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
import org.vigie.web.Worded;

/** Makes cards of hits, each with what a risk near certainty comes to in its channel. */
public final class AdvertCards {
  private final AtBaseRate rates;

  public AdvertCards(AtBaseRate rates) {
    this.rates = rates;
  }

  /** Returns the cards of hits, in their order. */
  public List<AdvertCard> of(AdvertIndex index, List<SearchResult.Hit> hits) throws IOException {
    Map<String, BaseRate> known = new HashMap<>();
    List<AdvertCard> cards = new ArrayList<>();
    for (SearchResult.Hit hit : hits) {
      cards.add(AdvertCard.of(hit, meaning(index, hit, known)));
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
    String model =
        risk.of() == ShownRisk.Of.OWN ? hit.advert().assessment().model() : AtBaseRate.GROUPS;
    return Worded.said(rates.found(risk.probability(), model, rate));
  }
}
