package org.vigie.web.pages.alert;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vigie.advert.Alert;
import org.vigie.advert.Severity;
import org.vigie.casework.AlertState;
import org.vigie.casework.Subject;
import org.vigie.casework.people.Role;
import org.vigie.casework.render.Said;
import org.vigie.casework.render.SaidReader;
import org.vigie.search.AdvertIndex;
import org.vigie.search.Listed;
import org.vigie.search.alert.AlertChoice;
import org.vigie.search.alert.AlertGroup;
import org.vigie.text.safe.Defanged;
import org.vigie.text.safe.SafeText;
import org.vigie.web.Access;
import org.vigie.web.Act;
import org.vigie.web.Answer;
import org.vigie.web.Phrases;
import org.vigie.web.Route;
import org.vigie.web.Visit;
import org.vigie.web.pages.casework.JudgementPages;
import org.vigie.web.pages.casework.ReferralPages;
import org.vigie.web.pages.group.SaidDetails;
import org.vigie.web.pages.part.Disclosures;
import org.vigie.web.pages.part.LiveIndex;
import org.vigie.web.pages.part.NotFound;
import org.vigie.web.pages.part.Paging;
import org.vigie.web.pages.part.Readers;

/** The inbox of alerts, what is open and most urgent first, and the page of each. */
public final class AlertPages {
  /** Alerts, or groups of them, on a page. */
  public static final int ON_A_PAGE = 50;

  /** Alerts of a group before one has to ask for all of it. */
  public static final int OF_A_GROUP = 10;

  /** Sentences that the page of an alert quotes. */
  static final int MOST_QUOTES = 8;

  private final LiveIndex index;
  private final AlertStates states;
  private final JudgementPages judgements;
  private final ReferralPages referrals;
  private final Disclosures disclosures;
  private final Readers readers;
  private final Escalations escalations;
  private final Clock clock;

  public AlertPages(
      LiveIndex index,
      AlertStates states,
      JudgementPages judgements,
      ReferralPages referrals,
      Disclosures disclosures,
      Readers readers,
      Escalations escalations,
      Clock clock) {
    this.disclosures = disclosures;
    this.escalations = escalations;
    this.index = index;
    this.states = states;
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
   * @param path where all of them stand, or empty
   * @param total how many there are
   * @param rows the first of them: at least one, in the order of alerts
   */
  public record Group(String label, String path, long total, List<Row> rows) {
    public Group {
      rows = List.copyOf(rows);
    }

    /** Returns how many of them aren't among the rows. */
    public long more() {
      return total - rows.size();
    }
  }

  /**
   * Where the alerts stand that anybody has touched, by their ids, at an instant, for a reader of a
   * language.
   */
  private record Standing(Map<String, AlertState> states, Instant now, Phrases phrases) {
    List<Row> rows(AdvertIndex adverts, List<Alert> alerts) throws IOException {
      SaidReader reader = new SaidReader(adverts, 1);
      List<Row> rows = new ArrayList<>();
      for (Alert alert : alerts) {
        AlertState state = states.getOrDefault(alert.id(), AlertState.UNTOUCHED);
        SaidDetails said = SaidDetails.of(reader.of(alert), phrases);
        rows.add(new Row(AlertDetails.of(alert, said), AlertProgress.of(state, now)));
      }
      return rows;
    }
  }

  public List<Route> routes() {
    return List.of(
        Route.get("/alerts", Access.ofReaders(), Act.CONSULTATION, this::list),
        Route.get("/alerts/{id}", Access.ofReaders(), Act.CONSULTATION, this::show));
  }

  private Answer list(Visit visit) throws IOException {
    AlertForm form = AlertForm.of(visit);
    Paging.Asked page = Paging.Asked.in(visit, ON_A_PAGE);
    Standing standing = new Standing(states.all(), clock.instant(), visit.phrases());
    List<AlertChoice> parts =
        form.filter().of(form.choice(), standing.states(), visit.account().name(), standing.now());
    Listed<Group> groups =
        index
            .read(adverts ->
                form.grouping().by().isPresent()
                    ? groups(adverts, form, parts, page, standing)
                    : alone(adverts, parts, page, standing))
            .orElse(new Listed<>(0, List.of()));
    return Answer.page(
        "alerts",
        Map.of(
            "groups", groups.items(),
            "paging", page.of(groups.total(), "/alerts", form.query()),
            "form", form,
            "escalated", visit.account().roles().contains(Role.REVIEWER) ? escalations.count() : 0L,
            "severities", Arrays.stream(Severity.values()).map(Severity::label).toList(),
            "groupings", Arrays.stream(AlertGrouping.values()).map(AlertGrouping::label).toList(),
            "filters", Arrays.stream(AlertFilter.values()).map(AlertFilter::label).toList()));
  }

  /** Returns a page of the alerts of some choices, one choice after the other, as one group. */
  private static Listed<Group> alone(
      AdvertIndex adverts, List<AlertChoice> parts, Paging.Asked page, Standing standing)
      throws IOException {
    List<Alert> shown = new ArrayList<>();
    long total = 0;
    for (AlertChoice part : parts) {
      int before = (int) Math.max(0, page.offset() - total);
      Listed<Alert> found = adverts.alerts(part, before, page.size() - shown.size());
      shown.addAll(found.items());
      total += found.total();
    }
    List<Row> rows = standing.rows(adverts, shown);
    return new Listed<>(
        total, rows.isEmpty() ? List.of() : List.of(new Group("", "", rows.size(), rows)));
  }

  /** Returns a page of groups, each with the first of its alerts. */
  private static Listed<Group> groups(
      AdvertIndex adverts,
      AlertForm form,
      List<AlertChoice> parts,
      Paging.Asked page,
      Standing standing)
      throws IOException {
    AlertChoice whole = parts.size() == 1 ? parts.getFirst() : form.choice();
    Listed<AlertGroup> found =
        adverts.alertGroups(
            whole, form.grouping().by().orElseThrow(), page.offset(), page.size(), OF_A_GROUP);
    List<Group> groups = new ArrayList<>();
    for (AlertGroup group : found.items()) {
      groups.add(group(adverts, group, form, standing));
    }
    return new Listed<>(found.total(), groups);
  }

  private static Group group(
      AdvertIndex adverts, AlertGroup group, AlertForm form, Standing standing) throws IOException {
    String value = form.grouping().of(group.first().getFirst());
    return new Group(
        SafeText.line(Defanged.text(value)),
        form.of(form.grouping().label(), value),
        group.alerts(),
        standing.rows(adverts, group.first()));
  }

  private Answer show(Visit visit) throws IOException {
    Optional<Found> known = index.read(adverts -> found(adverts, visit)).flatMap(found -> found);
    if (known.isEmpty()) {
      return NotFound.answer();
    }
    Alert alert = known.get().alert();
    Said said = known.get().said();
    // Several sentences of one advert may be most of it, and are then counted as all of it.
    List<String> atLength = said.quotedAtLength();
    boolean isShort = !atLength.isEmpty() && disclosures.hindrance(visit, atLength).isPresent();
    Subject subject = new Subject(Subject.Kind.ALERT, alert.id());
    return Answer.page(
        "alert",
        Map.of(
            "alert",
            AlertDetails.of(
                alert, SaidDetails.of(isShort ? said.quotedOnce() : said, visit.phrases())),
            "isShort",
            isShort,
            "progress",
            AlertProgress.of(states.of(alert.id()), clock.instant()),
            "human",
            judgements.panel(visit, subject),
            "referrals",
            referrals.rows(visit, subject),
            "readers",
            readers.names()));
  }

  /** An alert and what its subject says. */
  private record Found(Alert alert, Said said) {}

  private static Optional<Found> found(AdvertIndex adverts, Visit visit) throws IOException {
    Optional<Alert> alert = adverts.findAlert(visit.path("id"));
    return alert.isEmpty()
        ? Optional.empty()
        : Optional.of(new Found(alert.get(), new SaidReader(adverts, MOST_QUOTES).of(alert.get())));
  }
}
