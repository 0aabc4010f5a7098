package org.vigie.web.pages.custody;

import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.vigie.casework.ExportRequest;
import org.vigie.casework.ExportRequests;
import org.vigie.casework.PackageWish;
import org.vigie.casework.PackageWishes;
import org.vigie.casework.evidence.PackageMaker;
import org.vigie.casework.export.ExportFormat;
import org.vigie.casework.mandate.Disclosure;
import org.vigie.casework.people.RateLimit;
import org.vigie.casework.people.Role;
import org.vigie.search.AdvertIndex;
import org.vigie.search.NoIndexException;
import org.vigie.search.query.QuerySyntaxException;
import org.vigie.web.Access;
import org.vigie.web.Act;
import org.vigie.web.Answer;
import org.vigie.web.Route;
import org.vigie.web.Visit;
import org.vigie.web.pages.part.Grounds;
import org.vigie.web.pages.part.Lapses;
import org.vigie.web.pages.part.NotFound;
import org.vigie.web.pages.part.StepUp;

/**
 * Where adverts leave the system: one person asks, a second one grants, and the first takes the
 * file, both after giving password and code again.
 */
public final class ExportPages {
  private static final int MOST_LISTED = 50;

  private final ExportRequests requests;
  private final ExportRows rows;
  private final ExportSource source;
  private final PackageSource packages;
  private final StepUp stepUp;
  private final RateLimit limit;
  private final Lapses lapses;
  private final Clock clock;

  public ExportPages(
      ExportRequests requests,
      ExportRows rows,
      ExportSource source,
      PackageSource packages,
      StepUp stepUp,
      RateLimit limit,
      Lapses lapses,
      Clock clock) {
    this.lapses = lapses;
    this.limit = limit;
    this.requests = requests;
    this.rows = rows;
    this.source = source;
    this.packages = packages;
    this.stepUp = stepUp;
    this.clock = clock;
  }

  public List<Route> routes() {
    Access readers = Access.ofReaders();
    return List.of(
        Route.get("/exports", readers, Act.CONSULTATION, visit -> list(200, visit, "")),
        Route.post("/exports", readers, Act.ALTERATION, this::ask),
        Route.post("/exports/{id}", Access.of(Role.REVIEWER), Act.DISCLOSURE, this::decide)
            .disclosing(visit -> disclosure(find(visit))),
        Route.post("/exports/{id}/file", readers, Act.DISCLOSURE, this::take)
            .disclosing(visit -> disclosure(findOwn(visit))));
  }

  private static Disclosure disclosure(Optional<ExportRequest> request) {
    return request
        .map(known -> new Disclosure(known.recipient(), known.why()))
        .orElse(Disclosure.NONE);
  }

  /** Returns what the export that a request names discloses, if who asks also asked for it. */
  public Disclosure disclosure(Visit visit) {
    return disclosure(findOwn(visit));
  }

  private Answer list(int status, Visit visit, String problem) {
    lapses.pass();
    String account = visit.account().name();
    boolean decides = visit.account().roles().contains(Role.REVIEWER);
    return new Answer.Page(
        status,
        "exports",
        Map.of(
            "query",
            visit.query("q"),
            "problem",
            problem,
            "proof",
            stepUp.proof(visit, "/exports"),
            "mine",
            rows.of(requests.of(account, MOST_LISTED)),
            "decided",
            decides ? rows.of(requests.decidedBy(account, MOST_LISTED)) : List.of(),
            "pending",
            decides ? rows.of(requests.pendingFor(account)) : List.of()));
  }

  private Answer ask(Visit visit) throws IOException {
    String query = visit.form("query").strip();
    String recipient = visit.form("recipient").strip();
    String why = visit.form("why").strip();
    Optional<ExportFormat> format = ExportFormat.named(visit.form("format"));
    if (format.isEmpty()) {
      return list(422, visit, "export.incomplete");
    }
    if (recipient.isEmpty()
        || recipient.length() > ExportRequest.LONGEST_RECIPIENT
        || why.length() < Grounds.SHORTEST) {
      return list(422, visit, "error.grounds");
    }
    try (AdvertIndex index = source.open()) {
      index.search(source.request(query));
    } catch (NoIndexException e) {
      return list(422, visit, "search.empty");
    } catch (QuerySyntaxException e) {
      return list(422, visit, "export.syntax");
    }
    requests.ask(visit.account().name(), query, format.get().label(), recipient, why);
    return new Answer.SeeOther("/exports");
  }

  private Answer decide(Visit visit) throws IOException {
    lapses.pass();
    Optional<ExportRequest> request = find(visit);
    boolean granted = visit.form("decision").equals("grant");
    if (request.isEmpty() || (!granted && !visit.form("decision").equals("decline"))) {
      return NotFound.answer();
    }
    String account = visit.account().name();
    if (request.get().isLapsed()) {
      return list(409, visit, "error.lapsed");
    }
    if (!request.get().isPending() || request.get().askedBy().equals(account)) {
      return notSecond();
    }
    String why = visit.form("why").strip();
    if (!granted && PackageWishes.isPackage(request.get()) && why.length() < Grounds.SHORTEST) {
      return list(422, visit, "evidence.why");
    }
    Optional<String> hindrance = granted ? stepUp.hindrance(visit) : Optional.empty();
    if (hindrance.isPresent()) {
      return list(403, visit, hindrance.get());
    }
    if (granted) {
      return grant(visit, request.get(), why);
    }
    return requests.decide(account, request.get().id(), false, why)
        ? new Answer.SeeOther("/exports")
        : notSecond();
  }

  /** What comes after the grant leaves in no file. */
  private Answer grant(Visit visit, ExportRequest request, String why) throws IOException {
    Set<String> found = source.found(request);
    if (found.size() > PackageMaker.MOST && PackageWishes.isPackage(request)) {
      return list(422, visit, "evidence.too-many");
    }
    return requests.grant(visit.account().name(), request.id(), why, found)
        ? new Answer.SeeOther("/exports")
        : notSecond();
  }

  private static Answer notSecond() {
    return Answer.Page.error(409, "error.second");
  }

  private Answer take(Visit visit) throws IOException {
    Optional<ExportRequest> request = findOwn(visit);
    if (request.isEmpty()) {
      return NotFound.answer();
    }
    ExportRequest known = request.get();
    Optional<ExportFormat> format = ExportFormat.named(known.format());
    Optional<PackageWish> wish = packages.wish(visit, known);
    if (format.isEmpty() && wish.isEmpty()) {
      return NotFound.answer(); // what is granted here and taken elsewhere has another format
    }
    if (!known.isOpen(clock.instant())) {
      return list(409, visit, "export.closed");
    }
    Optional<Set<String>> listed = requests.granted(known.id());
    if (listed.isEmpty()) {
      return list(409, visit, "export.unlisted");
    }
    Set<String> granted = listed.get();
    if (format.isPresent() && granted.size() > ExportSource.MOST_ADVERTS) {
      return list(422, visit, "export.too-many");
    }
    Optional<String> hindrance = stepUp.hindrance(visit);
    if (hindrance.isPresent()) {
      return list(403, visit, hindrance.get());
    }
    if (!mayTake(visit.account().name())) {
      return list(429, visit, "error.too-many");
    }
    return format.isPresent()
        ? source.file(known, format.get(), granted)
        : packages.file(visit, known, wish.orElseThrow());
  }

  /**
   * Counts the making of a file and returns whether it may be made: each reads up to 20,000
   * adverts.
   */
  public boolean mayTake(String account) {
    return limit.admits(account);
  }

  /**
   * Sends all adverts of an export as JSON Lines while they are read, in order of their ids; 409 if
   * the grant says of none that it may leave.
   */
  public Answer stream(ExportRequest request) throws IOException {
    Optional<Set<String>> listed = requests.granted(request.id());
    return listed.isPresent()
        ? source.stream(request, listed.get())
        : Answer.Json.problem(
            409, "this export was granted without the list of its adverts; ask for it again");
  }

  public Optional<ExportRequest> findOwn(Visit visit) {
    return find(visit).filter(known -> known.askedBy().equals(visit.account().name()));
  }

  private Optional<ExportRequest> find(Visit visit) {
    try {
      return requests.find(Long.parseLong(visit.path("id")));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }
}
