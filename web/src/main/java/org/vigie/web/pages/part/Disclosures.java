package org.vigie.web.pages.part;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.vigie.casework.budget.DisclosureBudget;
import org.vigie.casework.budget.Taking;
import org.vigie.casework.mandate.AuditEvent;
import org.vigie.casework.mandate.ShownIds;
import org.vigie.search.SearchResult;
import org.vigie.web.AccessFilter;
import org.vigie.web.Answer;
import org.vigie.web.Visit;

/** What keeps one person, or one program, from being shown all adverts bit by bit. */
public final class Disclosures {
  private static final String SPENT =
      "as many full adverts were shown as one account may see in an hour or a day; ask for an export, which a second person grants, or wait";
  private static final String CASE_SPENT =
      "as many full adverts were shown for this case as its budget allows; ask for an export, which a second person grants, or the case lead to have disclosure.per-case raised";

  private final DisclosureBudget budget;
  private final AccessFilter.Traces traces;

  public Disclosures(DisclosureBudget budget, AccessFilter.Traces traces) {
    this.budget = budget;
    this.traces = traces;
  }

  /**
   * Counts the adverts of whose texts the template of a cluster is made as if they were shown in
   * full, and writes down that they were: what stands in slots and between them is all they say.
   */
  public Optional<Answer> hindranceOfTemplate(Visit visit, String cluster, List<String> adverts) {
    Optional<Answer> hindrance = hindrance(visit, adverts);
    if (hindrance.isEmpty() && !adverts.isEmpty()) {
      traces.log(
          visit.account().name(),
          AuditEvent.of("shown template", "cluster=" + cluster)
              .in(visit.session().id())
              .because(visit.session().reason().orElse(""))
              .showing(ShownIds.of(adverts)));
    }
    return hindrance;
  }

  /**
   * Counts full adverts that a page or an answer is about to show, and returns what is answered
   * instead where they are too many.
   */
  public Optional<Answer> hindrance(Visit visit, Collection<String> adverts) {
    Taking taking = budget.take(people(visit), visit.session().caseFile(), adverts);
    log(visit, taking);
    if (!taking.isRefused()) {
      return Optional.empty();
    }
    boolean isOfCase = taking.isRefusedForCase();
    return Optional.of(
        visit.isOfProgram()
            ? Answer.Json.problem(403, isOfCase ? CASE_SPENT : SPENT)
            : Answer.Page.error(403, isOfCase ? "error.case-budget" : "error.budget"));
  }

  /**
   * The adverts of a list that are shown without a snippet.
   *
   * @param adverts their ids
   * @param phrase name of the phrase that says why
   */
  public record Withheld(Set<String> adverts, String phrase) {
    /** Returns the name of the phrase that says why an advert has no snippet; empty if it has. */
    String why(String advert) {
      return adverts.contains(advert) ? phrase : "";
    }
  }

  /** Counts the snippets that a list is about to show, and returns which it must not show. */
  public Withheld withheld(Visit visit, List<SearchResult.Hit> hits) {
    DisclosureBudget.Snippets shown =
        budget.show(people(visit), visit.session().caseFile(), SearchResult.movedSnippets(hits));
    log(visit, shown.taking());
    return new Withheld(
        shown.withheld(), shown.taking().isRefusedForCase() ? "card.case-budget" : "card.budget");
  }

  /** A program counts for its account, and has a budget of its own. */
  private static List<String> people(Visit visit) {
    String person = DisclosureBudget.ofAccount(visit.account().name());
    return visit.isOfProgram() ? List.of(person, visit.session().id()) : List.of(person);
  }

  private void log(Visit visit, Taking taking) {
    for (AuditEvent event : taking.events()) {
      traces.log(
          visit.account().name(),
          event.in(visit.session().id()).because(visit.session().reason().orElse("")));
    }
  }
}
