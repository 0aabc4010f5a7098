package org.vigie.web.pages.api;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.vigie.casework.ExportRequest;
import org.vigie.casework.Restriction;
import org.vigie.casework.Restrictions;
import org.vigie.casework.Rulings;
import org.vigie.casework.export.ExportFormat;
import org.vigie.casework.people.Role;
import org.vigie.casework.people.Scope;
import org.vigie.classifier.place.CountryTowns;
import org.vigie.search.SearchResult;
import org.vigie.web.Access;
import org.vigie.web.Act;
import org.vigie.web.Answer;
import org.vigie.web.Route;
import org.vigie.web.Visit;
import org.vigie.web.pages.custody.ExportPages;
import org.vigie.web.pages.part.Disclosures;
import org.vigie.web.pages.part.LiveIndex;

/** What the pages show, as JSON for programs. */
public final class ApiPages {
  private final ExportPages files;
  private final Restrictions restrictions;
  private final Dependencies needs;
  private final List<ApiRoute> table;

  /**
   * What searches need.
   *
   * @param timeout after which a search answers with what it has
   * @param clock the time
   * @param disclosures counts full adverts
   * @param towns by which places are told
   */
  public record Dependencies(
      Duration timeout, Clock clock, Disclosures disclosures, CountryTowns towns) {}

  public ApiPages(
      LiveIndex index,
      ExportPages files,
      Rulings rulings,
      Restrictions restrictions,
      List<ApiRoute> others,
      Dependencies needs) {
    this.files = files;
    this.restrictions = restrictions;
    this.needs = needs;
    ApiIndex read = new ApiIndex(index);
    this.table =
        Stream.of(
                new ApiAdverts(read, needs).routes(),
                new ApiGroups(read, rulings, needs.disclosures(), needs.towns()).routes(),
                new ApiAlerts(read, needs.disclosures()).routes(),
                custody(),
                others)
            .flatMap(List::stream)
            .toList();
  }

  /** What is restricted, the newest first: names and grounds, nothing of the content. */
  public record Restricted(List<Restriction> restrictions) {}

  public List<Route> routes() {
    List<Route> routes = new ArrayList<>();
    routes.add(
        Route.get(
            ApiRoute.ROOT + "/openapi.json",
            new Access.Known(),
            Act.NONE,
            visit -> Answer.json(OpenApi.of(table))));
    table.forEach(described -> routes.add(described.route()));
    return routes;
  }

  private List<ApiRoute> custody() {
    return List.of(
        ApiRoute.get(
            "/restrictions",
            Scope.ADVERTS,
            Set.of(Role.REVIEWER),
            Act.CONSULTATION,
            "What is kept and shown to nobody, by name, and why",
            List.of(),
            Restricted.class,
            false,
            visit -> Answer.json(new Restricted(restrictions.inForce()))),
        ApiRoute.get(
                "/exports/{id}/adverts",
                Scope.EXPORTS,
                Act.DISCLOSURE,
                "All adverts of an export that was asked for by the token's account and that a"
                    + " second person granted, one a line",
                List.of(),
                SearchResult.Hit.class,
                true,
                this::export)
            .disclosing(files::disclosure));
  }

  private Answer export(Visit visit) throws IOException {
    // What was granted as a package or a letter leaves signed and marked, or not at all.
    Optional<ExportRequest> request =
        files.findOwn(visit).filter(known -> ExportFormat.named(known.format()).isPresent());
    if (request.isEmpty()) {
      return notFound();
    }
    if (request.get().isOpen(needs.clock().instant()) && !files.mayTake(visit.account().name())) {
      return Answer.Json.problem(429, "too many files of exports; wait a minute");
    }
    return request.get().isOpen(needs.clock().instant())
        ? files.stream(request.get())
        : Answer.Json.problem(409, "this export isn't granted, or its 24 hours are over");
  }

  static Answer.Json empty() {
    return Answer.Json.problem(404, "nothing is indexed yet");
  }

  static Answer.Json notFound() {
    return Answer.Json.problem(404, "there is nothing by that name");
  }

  /** Returns the table that the description is made from. */
  List<ApiRoute> described() {
    return table;
  }
}
