package org.vigie.web.pages.custody;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vigie.casework.ErasureRequest;
import org.vigie.casework.ErasureRequests;
import org.vigie.casework.people.Role;
import org.vigie.text.safe.Words;
import org.vigie.web.Access;
import org.vigie.web.Act;
import org.vigie.web.Answer;
import org.vigie.web.Route;
import org.vigie.web.Visit;
import org.vigie.web.pages.part.EvidenceText;
import org.vigie.web.pages.part.Grounds;
import org.vigie.web.pages.part.LiveIndex;
import org.vigie.web.pages.part.NotFound;
import org.vigie.web.pages.part.Paths;
import org.vigie.web.pages.part.Piece;
import org.vigie.web.pages.part.StepUp;

/**
 * Where erasures are asked for and granted: one person asks, a second one grants, each after giving
 * password and code again. The pages erase nothing: the next {@code ./vigie run} or {@code ./vigie
 * erase --granted} does.
 */
public final class ErasurePages {
  private static final int MOST_LISTED = 50;

  private final ErasureRequests requests;
  private final LiveIndex index;
  private final StepUp stepUp;

  public ErasurePages(ErasureRequests requests, LiveIndex index, StepUp stepUp) {
    this.requests = requests;
    this.index = index;
    this.stepUp = stepUp;
  }

  /**
   * A request in a list.
   *
   * @param path of its own address
   * @param advertPath of the advert's page
   * @param state name of the phrase of where it stands
   */
  public record Row(
      String path,
      String advert,
      String advertPath,
      String at,
      String askedBy,
      List<Piece> why,
      String state,
      String decidedBy) {
    static Row of(ErasureRequest request) {
      return new Row(
          "/erasures/" + request.id(),
          request.advert(),
          Paths.advert(request.advert()),
          Words.minute(request.askedAt()),
          request.askedBy(),
          new EvidenceText(request.why()).pieces(),
          request.isPending() ? "pending" : request.granted() ? "granted" : "declined",
          request.decidedBy());
    }
  }

  public List<Route> routes() {
    Access readers = Access.ofReaders();
    return List.of(
        Route.get("/erasures", readers, Act.CONSULTATION, visit -> list(200, visit, "")),
        Route.post("/erasures", readers, Act.ALTERATION, this::ask),
        Route.post("/erasures/{id}", Access.of(Role.REVIEWER), Act.ERASURE, this::decide));
  }

  private Answer list(int status, Visit visit, String problem) {
    String account = visit.account().name();
    boolean decides = visit.account().roles().contains(Role.REVIEWER);
    return new Answer.Page(
        status,
        "erasures",
        Map.of(
            "advert",
            visit.query("advert"),
            "problem",
            problem,
            "proof",
            stepUp.proof(visit, "/erasures"),
            "mine",
            requests.of(account, MOST_LISTED).stream().map(Row::of).toList(),
            "pending",
            decides ? requests.pendingFor(account).stream().map(Row::of).toList() : List.of()));
  }

  private Answer ask(Visit visit) throws IOException {
    String advert = visit.form("advert").strip();
    String why = visit.form("why").strip();
    if (why.length() < Grounds.SHORTEST) {
      return list(422, visit, "error.grounds");
    }
    boolean known =
        index.read(adverts -> adverts.findAdvert(advert)).flatMap(found -> found).isPresent();
    if (!known) {
      return list(422, visit, "erasure.unknown");
    }
    Optional<String> hindrance = stepUp.hindrance(visit);
    if (hindrance.isPresent()) {
      return list(403, visit, hindrance.get());
    }
    requests.ask(visit.account().name(), advert, why);
    return new Answer.SeeOther("/erasures");
  }

  private Answer decide(Visit visit) {
    Optional<ErasureRequest> request = find(visit);
    boolean granted = visit.form("decision").equals("grant");
    if (request.isEmpty() || (!granted && !visit.form("decision").equals("decline"))) {
      return NotFound.answer();
    }
    Optional<String> hindrance = granted ? stepUp.hindrance(visit) : Optional.empty();
    if (hindrance.isPresent()) {
      return list(403, visit, hindrance.get());
    }
    return requests.decide(visit.account().name(), request.get().id(), granted)
        ? new Answer.SeeOther("/erasures")
        : Answer.Page.error(409, "error.second");
  }

  private Optional<ErasureRequest> find(Visit visit) {
    try {
      return requests.find(Long.parseLong(visit.path("id")));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }
}
