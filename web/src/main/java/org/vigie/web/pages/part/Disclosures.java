package org.vigie.web.pages.part;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.vigie.casework.DisclosureBudget;
import org.vigie.casework.mandate.AuditEvent;
import org.vigie.casework.mandate.ShownIds;
import org.vigie.web.AccessFilter;
import org.vigie.web.Answer;
import org.vigie.web.Visit;

/** What keeps one person, or one program, from being shown all adverts bit by bit. */
public final class Disclosures {
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
    String account = visit.account().name();
    String session = visit.session().id();
    boolean isProgram = visit.isOfProgram();
    String person = DisclosureBudget.ofAccount(account);
    List<String> who = isProgram ? List.of(person, session) : List.of(person);
    DisclosureBudget.Outcome outcome = budget.take(who, adverts);
    if (outcome == DisclosureBudget.Outcome.ADMITTED) {
      return Optional.empty();
    }
    boolean refused = outcome == DisclosureBudget.Outcome.REFUSED;
    traces.log(
        account,
        AuditEvent.of(refused ? "disclosure budget used up" : "disclosure budget at 80%", "")
            .in(session)
            .because(visit.session().reason().orElse("")));
    if (!refused) {
      return Optional.empty();
    }
    return Optional.of(
        isProgram
            ? Answer.Json.problem(
                403,
                "as many full adverts were shown as one account may see in an hour or a day; ask for an export, which a second person grants, or wait")
            : Answer.Page.error(403, "error.budget"));
  }
}
