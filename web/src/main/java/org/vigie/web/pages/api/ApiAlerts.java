package org.vigie.web.pages.api;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.vigie.advert.Alert;
import org.vigie.casework.delivery.AlertView;
import org.vigie.casework.people.Scope;
import org.vigie.casework.render.SaidReader;
import org.vigie.search.AdvertIndex;
import org.vigie.search.alert.AlertChoice;
import org.vigie.web.Act;
import org.vigie.web.Visit;

/** Alerts for programs, with what they rest on. */
final class ApiAlerts {
  private final ApiIndex index;

  ApiAlerts(ApiIndex index) {
    this.index = index;
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
                index.one(adverts ->
                    told(visit, adverts, adverts.findAlert(visit.path("id")).stream().toList())
                        .stream()
                        .findFirst())));
  }

  /** Returns alerts with what they rest on; sentences of adverts for whoever may read adverts. */
  private static List<ToldAlert> told(Visit visit, AdvertIndex adverts, List<Alert> alerts)
      throws IOException {
    boolean reads =
        visit.findToken().map(token -> token.scopes().contains(Scope.ADVERTS)).orElse(false);
    SaidReader reader = new SaidReader(adverts, ToldAlert.MOST_QUOTES);
    List<ToldAlert> told = new ArrayList<>();
    for (Alert alert : alerts) {
      ToldAlert whole = ToldAlert.of(alert, reader.of(alert), visit.phrases());
      told.add(reads ? whole : whole.withoutQuotes());
    }
    return told;
  }
}
