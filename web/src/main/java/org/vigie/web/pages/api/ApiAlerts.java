package org.vigie.web.pages.api;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vigie.advert.Alert;
import org.vigie.casework.delivery.AlertView;
import org.vigie.casework.people.Scope;
import org.vigie.casework.render.Said;
import org.vigie.casework.render.SaidReader;
import org.vigie.search.AdvertIndex;
import org.vigie.search.alert.AlertChoice;
import org.vigie.web.Act;
import org.vigie.web.Answer;
import org.vigie.web.Visit;
import org.vigie.web.pages.part.Disclosures;

/** Alerts for programs, with what they rest on. */
final class ApiAlerts {
  private final ApiIndex index;
  private final Disclosures disclosures;

  ApiAlerts(ApiIndex index, Disclosures disclosures) {
    this.index = index;
    this.disclosures = disclosures;
  }

  /** Alerts, in their order. */
  public record Alerts(List<ToldAlert> alerts) {}

  List<ApiRoute> routes() {
    return List.of(
        ApiRoute.get(
            "/alerts",
            Scope.ALERTS,
            Act.CONSULTATION,
            AlertView.ORDER,
            List.of(ApiQuestion.OFFSET, ApiQuestion.LIMIT),
            Alerts.class,
            false,
            visit ->
                index.some(adverts ->
                    new Alerts(
                        told(
                            visit,
                            adverts,
                            ApiIndex.stretch(
                                visit,
                                (from, most) -> adverts.alerts(AlertChoice.all(), from, most)))))),
        ApiRoute.get(
            "/alerts/{id}",
            Scope.ALERTS,
            Act.CONSULTATION,
            "One alert",
            List.of(),
            ToldAlert.class,
            false,
            visit ->
                one(
                    visit,
                    index
                        .read(adverts -> found(adverts, visit.path("id")))
                        .flatMap(found -> found))));
  }

  /** An alert with what its subject says. */
  private record Found(Alert alert, Said said) {}

  private static Optional<Found> found(AdvertIndex adverts, String id) throws IOException {
    Optional<Alert> alert = adverts.findAlert(id);
    return alert.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Found(alert.get(), new SaidReader(adverts, ToldAlert.MOST_QUOTES).of(alert.get())));
  }

  /** Several sentences of one advert count as all of it; without room for it, one is quoted. */
  private Answer one(Visit visit, Optional<Found> found) {
    if (found.isEmpty()) {
      return ApiPages.notFound();
    }
    Said said = found.get().said();
    boolean reads = reads(visit);
    List<String> atLength = reads ? said.quotedAtLength() : List.of();
    boolean isShort = !atLength.isEmpty() && disclosures.hindrance(visit, atLength).isPresent();
    ToldAlert told =
        ToldAlert.of(found.get().alert(), isShort ? said.quotedOnce() : said, visit.phrases());
    return Answer.json(reads ? told : told.withoutQuotes());
  }

  /** Returns alerts with what they rest on; sentences of adverts for whoever may read adverts. */
  private static List<ToldAlert> told(Visit visit, AdvertIndex adverts, List<Alert> alerts)
      throws IOException {
    boolean reads = reads(visit);
    SaidReader reader = new SaidReader(adverts, ToldAlert.LISTED_QUOTES);
    List<ToldAlert> told = new ArrayList<>();
    for (Alert alert : alerts) {
      ToldAlert whole = ToldAlert.of(alert, reader.of(alert), visit.phrases());
      told.add(reads ? whole : whole.withoutQuotes());
    }
    return told;
  }

  private static boolean reads(Visit visit) {
    return visit.findToken().map(token -> token.scopes().contains(Scope.ADVERTS)).orElse(false);
  }
}
