package org.vigie.console.pages;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vigie.advert.Alert;
import org.vigie.console.casework.AlertHandling;
import org.vigie.console.casework.AlertState;
import org.vigie.console.casework.Subject;
import org.vigie.console.web.Access;
import org.vigie.console.web.Act;
import org.vigie.console.web.Answer;
import org.vigie.console.web.Route;
import org.vigie.console.web.Visit;

/** The inbox of alerts, most severe first, and the page of each. */
public final class AlertPages {
  private static final int MOST = 200;

  /** Alerts among which the filter looks. */
  private static final int MOST_READ = 5_000;

  private final LiveIndex index;
  private final AlertHandling handling;
  private final JudgementPages judgements;
  private final ReferralPages referrals;
  private final Readers readers;
  private final Clock clock;

  public AlertPages(
      LiveIndex index,
      AlertHandling handling,
      JudgementPages judgements,
      ReferralPages referrals,
      Readers readers,
      Clock clock) {
    this.index = index;
    this.handling = handling;
    this.judgements = judgements;
    this.referrals = referrals;
    this.readers = readers;
    this.clock = clock;
  }

  /** One alert in the inbox, with how far people are with it. */
  public record Row(AlertDetails alert, AlertProgress progress) {}

  /**
   * Alerts that stand together.
   *
   * @param label what they have in common, or empty
   * @param rows at least one, the most severe first
   */
  public record Group(String label, List<Row> rows) {
    public Group {
      rows = List.copyOf(rows);
    }

    /** Returns the groups in the order of their most severe alerts. */
    static List<Group> of(List<Row> rows, AlertGrouping grouping) {
      Map<String, List<Row>> groups = new LinkedHashMap<>();
      for (Row row : rows) {
        groups.computeIfAbsent(grouping.of(row.alert()), label -> new ArrayList<>()).add(row);
      }
      return groups.entrySet().stream()
          .map(group -> new Group(group.getKey(), group.getValue()))
          .toList();
    }
  }

  public List<Route> routes() {
    return List.of(
        Route.get("/alerts", Access.ofReaders(), Act.CONSULTATION, this::list),
        Route.get("/alerts/{id}", Access.ofReaders(), Act.CONSULTATION, this::show));
  }

  private Answer list(Visit visit) throws IOException {
    AlertFilter filter = AlertFilter.labelled(visit.query("status"));
    AlertGrouping grouping = AlertGrouping.labelled(visit.query("group"));
    List<Alert> alerts = index.read(adverts -> adverts.alerts(MOST_READ)).orElse(List.of());
    Map<String, AlertState> states = handling.all();
    Instant now = clock.instant();
    List<Row> rows = new ArrayList<>();
    for (Alert alert : alerts) {
      AlertState state = states.getOrDefault(alert.id(), AlertState.UNTOUCHED);
      if (rows.size() < MOST && filter.takes(state, visit.account().name(), now)) {
        rows.add(new Row(AlertDetails.of(alert), AlertProgress.of(state, now)));
      }
    }
    return Answer.page(
        "alerts",
        Map.of(
            "groups", Group.of(rows, grouping),
            "chosen", filter.label(),
            "grouping", grouping.label(),
            "groupings", Arrays.stream(AlertGrouping.values()).map(AlertGrouping::label).toList(),
            "filters", Arrays.stream(AlertFilter.values()).map(AlertFilter::label).toList()));
  }

  private Answer show(Visit visit) throws IOException {
    Optional<Alert> found =
        index.read(adverts -> adverts.findAlert(visit.path("id"))).flatMap(alert -> alert);
    if (found.isEmpty()) {
      return NotFound.answer();
    }
    Subject subject = new Subject(Subject.Kind.ALERT, found.get().id());
    return Answer.page(
        "alert",
        Map.of(
            "alert", AlertDetails.of(found.get()),
            "progress", AlertProgress.of(handling.of(found.get().id()), clock.instant()),
            "human", judgements.panel(visit, subject),
            "referrals", referrals.rows(visit, subject),
            "readers", readers.names()));
  }
}
