package org.vigie.web.pages;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.vigie.casework.Marks;
import org.vigie.casework.SavedSearches;
import org.vigie.casework.budget.DisclosureBudget;
import org.vigie.casework.meaning.Glosses;
import org.vigie.casework.render.AtBaseRate;
import org.vigie.classifier.place.CountryTowns;
import org.vigie.web.Route;
import org.vigie.web.pages.advert.AdvertPages;
import org.vigie.web.pages.group.ClusterPages;
import org.vigie.web.pages.group.MapPages;
import org.vigie.web.pages.group.NetworkPages;
import org.vigie.web.pages.part.AdvertCards;
import org.vigie.web.pages.part.Disclosures;
import org.vigie.web.pages.part.LiveIndex;
import org.vigie.web.pages.search.MarkPages;
import org.vigie.web.pages.search.QueuePages;
import org.vigie.web.pages.search.SavedSearchPages;
import org.vigie.web.pages.search.SearchPages;

/** The console's adverts: how they are searched, read one by one, and seen in groups. */
final class SearchSection {
  private final ConsoleDependencies given;
  private final OpenWorkspace open;
  private final CaseSection work;
  private final Disclosures disclosures;
  private final AtBaseRate rates;
  private final AdvertCards cards;
  private final CountryTowns towns;

  SearchSection(OpenWorkspace open, ConsoleDependencies given, CaseSection work) {
    this.given = given;
    this.open = open;
    this.work = work;
    this.disclosures =
        new Disclosures(
            new DisclosureBudget(open.database(), given.rules().disclosure(), given.clock()),
            given.log().traces());
    this.towns = new CountryTowns(given.models().folder());
    this.rates = rates(given.models().folder());
    this.cards = new AdvertCards(rates, disclosures);
  }

  private static AtBaseRate rates(Path models) {
    try {
      return AtBaseRate.read(models);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns the towns by which places are told, read once for all pages. */
  CountryTowns towns() {
    return towns;
  }

  /** Returns what counts the full adverts that people are shown. */
  Disclosures disclosures() {
    return disclosures;
  }

  /**
   * @param custody tells how long an advert is kept
   */
  List<Route> routes(CustodySection custody) {
    List<Route> routes = new ArrayList<>(searching());
    routes.addAll(
        new AdvertPages(
                open.index(),
                work.judgements(),
                custody.retention(),
                disclosures,
                rates,
                new Glosses(given.models().folder()),
                given.models().translations(),
                towns)
            .routes());
    routes.addAll(groups());
    return routes;
  }

  private List<Route> searching() {
    LiveIndex index = open.index();
    Duration timeout = given.limits().searchTimeout();
    List<Route> routes =
        new ArrayList<>(
            new SavedSearchPages(new SavedSearches(open.database(), given.clock())).routes());
    MarkPages marks =
        new MarkPages(
            index,
            timeout,
            new Marks(open.database(), given.clock()),
            work.subjects(),
            work.cases(),
            work.readers(),
            cards);
    routes.addAll(marks.routes());
    routes.addAll(new SearchPages(index, timeout, marks, cards).routes());
    routes.addAll(new QueuePages(index, work.said(), timeout, cards).routes());
    return routes;
  }

  private List<Route> groups() {
    LiveIndex index = open.index();
    Duration timeout = given.limits().searchTimeout();
    List<Route> routes =
        new ArrayList<>(
            new ClusterPages(
                    index, work.judgements(), work.rulings(), rates, cards, disclosures, timeout)
                .routes());
    routes.addAll(new MapPages(index, towns).routes());
    routes.addAll(
        new NetworkPages(index, work.judgements(), given.models().folder(), rates, timeout)
            .routes());
    return routes;
  }
}
