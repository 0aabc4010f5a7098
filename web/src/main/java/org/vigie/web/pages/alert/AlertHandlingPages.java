package org.vigie.web.pages.alert;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.vigie.casework.AlertHandling;
import org.vigie.casework.AlertOutcome;
import org.vigie.casework.Subject;
import org.vigie.web.Access;
import org.vigie.web.Act;
import org.vigie.web.Answer;
import org.vigie.web.Route;
import org.vigie.web.Visit;
import org.vigie.web.pages.part.Grounds;
import org.vigie.web.pages.part.NotFound;
import org.vigie.web.pages.part.Paths;
import org.vigie.web.pages.part.Readers;
import org.vigie.web.pages.part.Subjects;

/** Where people say what they do with an alert: look after it, put it off, answer it. */
public final class AlertHandlingPages {
  /** Days for which an alert can be put off. */
  public static final List<Integer> SNOOZES = List.of(1, 3, 7, 30);

  private final Subjects subjects;
  private final AlertHandling handling;
  private final AlertStates states;
  private final OutcomeLabels labels;
  private final Readers readers;
  private final Clock clock;

  public AlertHandlingPages(
      Subjects subjects,
      AlertHandling handling,
      AlertStates states,
      OutcomeLabels labels,
      Readers readers,
      Clock clock) {
    this.labels = labels;
    this.subjects = subjects;
    this.handling = handling;
    this.states = states;
    this.readers = readers;
    this.clock = clock;
  }

  /** What is done with one alert by one person. */
  @FunctionalInterface
  private interface Action {
    /** Returns what hinders it, or nothing once it is done. */
    Optional<Answer> on(String alert, String account, Visit visit) throws IOException;
  }

  public List<Route> routes() {
    return List.of(
        route("assignment", this::assign),
        route("snooze", this::snooze),
        route("outcome", this::decide),
        route("reopening", this::reopen),
        route("notes", this::note));
  }

  private Route route(String name, Action event) {
    return Route.post(
        "/alerts/{id}/" + name,
        Access.ofReaders(),
        Act.ALTERATION,
        visit -> carryOut(visit, event));
  }

  private Answer carryOut(Visit visit, Action event) throws IOException {
    Optional<Subject> alert = subjects.find(Subject.Kind.ALERT, visit.path("id"));
    if (alert.isEmpty()) {
      return NotFound.answer();
    }
    return event
        .on(alert.get().id(), visit.account().name(), visit)
        .orElseGet(() -> new Answer.SeeOther(Paths.of(alert.get())));
  }

  private Optional<Answer> assign(String alert, String account, Visit visit) {
    String to = visit.form("account");
    if (!readers.names().contains(to)) {
      return Optional.of(NotFound.answer());
    }
    handling.assign(account, alert, to);
    return Optional.empty();
  }

  /** Of two who have the same page open, the later one mustn't undo what the first said unseen. */
  private Optional<Answer> decided(String alert) throws IOException {
    return states.of(alert).findOutcome().map(outcome -> Answer.Page.error(409, "alert.decided"));
  }

  private Optional<Answer> snooze(String alert, String account, Visit visit) throws IOException {
    Optional<Answer> decided = decided(alert);
    if (decided.isPresent()) {
      return decided;
    }
    Optional<Integer> days =
        SNOOZES.stream().filter(n -> n.toString().equals(visit.form("days"))).findFirst();
    if (days.isEmpty()) {
      return Optional.of(NotFound.answer());
    }
    handling.snooze(
        account, alert, clock.instant().plus(Duration.ofDays(days.get())), noteIn(visit));
    return Optional.empty();
  }

  /** A referral isn't among what one person can decide. */
  private Optional<Answer> decide(String alert, String account, Visit visit) throws IOException {
    Optional<AlertOutcome> outcome =
        AlertOutcome.find(visit.form("outcome")).filter(chosen -> chosen != AlertOutcome.REFERRED);
    if (outcome.isEmpty()) {
      return Optional.of(NotFound.answer());
    }
    if (noteIn(visit).length() < Grounds.SHORTEST) {
      return Optional.of(Grounds.tooShort());
    }
    Optional<Answer> decided = decided(alert);
    if (decided.isPresent()) {
      return decided;
    }
    handling.decide(account, alert, outcome.get(), noteIn(visit));
    labels.add(alert, account, outcome.get());
    return Optional.empty();
  }

  private Optional<Answer> reopen(String alert, String account, Visit visit) {
    handling.reopen(account, alert, noteIn(visit));
    return Optional.empty();
  }

  private Optional<Answer> note(String alert, String account, Visit visit) {
    if (noteIn(visit).length() < Grounds.SHORTEST) {
      return Optional.of(Grounds.tooShort());
    }
    handling.note(account, alert, noteIn(visit));
    return Optional.empty();
  }

  private static String noteIn(Visit visit) {
    return visit.form("note").strip();
  }
}
