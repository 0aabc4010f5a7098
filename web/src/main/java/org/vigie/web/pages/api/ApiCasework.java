package org.vigie.web.pages.api;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vigie.casework.AlertOutcome;
import org.vigie.casework.AlertState;
import org.vigie.casework.AlertStep;
import org.vigie.casework.CaseFile;
import org.vigie.casework.Cases;
import org.vigie.casework.Enclosure;
import org.vigie.casework.Enclosures;
import org.vigie.casework.Judgement;
import org.vigie.casework.Judgements;
import org.vigie.casework.Mark;
import org.vigie.casework.Marks;
import org.vigie.casework.SavedSearch;
import org.vigie.casework.SavedSearches;
import org.vigie.casework.Subject;
import org.vigie.casework.people.Scope;
import org.vigie.web.Act;
import org.vigie.web.Answer;
import org.vigie.web.Visit;
import org.vigie.web.pages.alert.AlertStates;
import org.vigie.web.pages.part.Subjects;

/**
 * What people did, as programs read it: handling of alerts, judgements, and of the token's account
 * the cases that it is a member of, its saved searches and its worklist. Nothing of it can be
 * changed by a program.
 */
public final class ApiCasework {
  private final Store store;
  private final Subjects subjects;
  private final Clock clock;

  /** Where it is kept. */
  public record Store(
      AlertStates states,
      Judgements judgements,
      Cases cases,
      Enclosures enclosures,
      SavedSearches searches,
      Marks marks) {}

  public ApiCasework(Store store, Subjects subjects, Clock clock) {
    this.store = store;
    this.subjects = subjects;
    this.clock = clock;
  }

  /**
   * Where an alert stands.
   *
   * @param alert its id
   * @param status {@code open}, {@code assigned}, {@code snoozed} or {@code closed}
   * @param assignee who looks after it, or empty
   * @param snoozedUntil until when it is put off, or null
   * @param outcome label of what came of it, or empty
   * @param steps what was done with it, in order
   */
  public record Handling(
      String alert,
      String status,
      String assignee,
      @Nullable Instant snoozedUntil,
      String outcome,
      List<AlertStep> steps) {
    static Handling of(String alert, AlertState state, Instant now) {
      return new Handling(
          alert,
          state.status(now).label(),
          state.assignee(),
          state.snoozedUntil(),
          state.findOutcome().map(AlertOutcome::label).orElse(""),
          state.steps());
    }
  }

  /** What people said of something, the newest first. */
  public record Said(List<Judgement> judgements) {}

  /** Cases without what is in them, the newest first. */
  public record CaseList(List<CaseFile> cases) {}

  /** A case with what was put into it, the newest first; of files the names and hashes. */
  public record OpenedCase(CaseFile file, List<CaseFile.Item> items, List<Enclosure> files) {}

  /** Saved searches of an account. */
  public record Searches(List<SavedSearch> searches) {}

  /** What an account looks after, or what a tag is on. */
  public record Worklist(List<Mark> marks) {}

  public List<ApiRoute> routes() {
    ApiRoute worklist =
        ApiRoute.get(
            "/worklist",
            Scope.CASEWORK,
            Act.CONSULTATION,
            "What the token's account looks after, or what a tag is on",
            List.of(
                new ApiRoute.Parameter("tag", "A tag; the account's own if left out", false),
                ApiQuestion.LIMIT,
                ApiQuestion.OFFSET),
            Worklist.class,
            false,
            this::worklist);
    return List.of(
        ApiRoute.get(
            "/alerts/{id}/handling",
            Scope.ALERTS,
            Act.CONSULTATION,
            "Where an alert stands, and what was done with it",
            List.of(),
            Handling.class,
            false,
            this::handling),
        said("/adverts/{id}/judgements", Subject.Kind.ADVERT, "What people said of an advert"),
        said("/clusters/{id}/judgements", Subject.Kind.CLUSTER, "What people said of a cluster"),
        said("/alerts/{id}/judgements", Subject.Kind.ALERT, "What people said of an alert"),
        ApiRoute.get(
            "/cases",
            Scope.CASEWORK,
            Act.CONSULTATION,
            "The cases of which the token's account is a member",
            List.of(),
            CaseList.class,
            false,
            visit -> Answer.json(new CaseList(store.cases().of(visit.account().name())))),
        ApiRoute.get(
            "/cases/{id}",
            Scope.CASEWORK,
            Act.CONSULTATION,
            "One of these cases, with what was put into it",
            List.of(),
            OpenedCase.class,
            false,
            this::caseFile),
        ApiRoute.get(
            "/searches",
            Scope.CASEWORK,
            Act.CONSULTATION,
            "The saved searches of the token's account",
            List.of(),
            Searches.class,
            false,
            visit -> Answer.json(new Searches(store.searches().of(visit.account().name())))),
        worklist,
        worklist.byBody("/worklist"));
  }

  /** Returns where some alerts stand, in their order. */
  List<Handling> of(List<String> alerts) throws IOException {
    Instant now = clock.instant();
    List<Handling> handled = new ArrayList<>();
    for (String id : alerts) {
      handled.add(Handling.of(id, store.states().of(id), now));
    }
    return handled;
  }

  private Answer handling(Visit visit) throws IOException {
    Optional<Subject> alert = subjects.find(Subject.Kind.ALERT, visit.path("id"));
    return alert.isEmpty()
        ? ApiPages.notFound()
        : Answer.json(of(List.of(alert.get().id())).getFirst());
  }

  private ApiRoute said(String path, Subject.Kind kind, String summary) {
    return ApiRoute.get(
        path,
        Scope.CASEWORK,
        Act.CONSULTATION,
        summary,
        List.of(),
        Said.class,
        false,
        visit ->
            subjects
                .find(kind, visit.path("id"))
                .map(subject -> Answer.json(new Said(store.judgements().on(subject))))
                .orElseGet(ApiPages::notFound));
  }

  private Answer caseFile(Visit visit) {
    Optional<CaseFile> known = store.cases().find(visit.account().name(), visit.path("id"));
    return known
        .map(file ->
            Answer.json(
                new OpenedCase(file, store.cases().items(file), store.enclosures().in(file))))
        .orElseGet(ApiPages::notFound);
  }

  private Answer worklist(Visit visit) {
    String tag = visit.query("tag");
    Mark.Kind kind = tag.isEmpty() ? Mark.Kind.ASSIGNEE : Mark.Kind.TAG;
    String value = tag.isEmpty() ? visit.account().name() : tag;
    return Answer.json(
        new Worklist(
            store.marks().with(kind, value, ApiQuestion.offset(visit), ApiQuestion.limit(visit))));
  }
}
