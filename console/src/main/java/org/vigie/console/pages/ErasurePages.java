package org.vigie.console.pages;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vigie.console.casework.Erasure;
import org.vigie.console.casework.Erasures;
import org.vigie.console.casework.Subject;
import org.vigie.console.people.Account;
import org.vigie.console.people.Role;
import org.vigie.console.render.Words;
import org.vigie.console.web.Access;
import org.vigie.console.web.Act;
import org.vigie.console.web.Answer;
import org.vigie.console.web.Route;
import org.vigie.console.web.Visit;

/**
 * Where people ask that nothing be left of an advert, and a second one, seen anew, grants it;
 * {@code ./vigie erase} carries it out.
 */
public final class ErasurePages {
  private static final int MOST_LISTED = 200;

  private final Erasures erasures;
  private final Subjects subjects;
  private final StepUp stepUp;

  ErasurePages(Erasures erasures, Subjects subjects, StepUp stepUp) {
    this.erasures = erasures;
    this.subjects = subjects;
    this.stepUp = stepUp;
  }

  /**
   * What was asked for, in a list.
   *
   * @param path of its own address
   * @param advertPath of the page of the advert, which is there until it is erased
   * @param state name of the phrase of where it stands
   * @param decidable whether the reader is the second person who may decide it
   */
  public record Row(
      String path,
      String at,
      String askedBy,
      String advert,
      String advertPath,
      List<Piece> why,
      String state,
      String decidedBy,
      boolean decidable) {
    static Row of(Erasure erasure, Account reader) {
      return new Row(
          "/erasures/" + erasure.id(),
          Words.minute(erasure.askedAt()),
          erasure.askedBy(),
          erasure.advert(),
          Paths.advert(erasure.advert()),
          new EvidenceText(erasure.why()).pieces(),
          state(erasure),
          erasure.decidedBy(),
          erasure.isPending()
              && reader.roles().contains(Role.REVIEWER)
              && !reader.name().equals(erasure.askedBy()));
    }

    private static String state(Erasure erasure) {
      if (erasure.isPending()) {
        return "pending";
      }
      if (erasure.doneAt() != null) {
        return "done";
      }
      return erasure.granted() ? "granted" : "declined";
    }
  }

  public List<Route> routes() {
    Access readers = Access.ofReaders();
    return List.of(
        Route.get("/erasures", readers, Act.CONSULTATION, visit -> list(200, visit, "")),
        Route.post("/adverts/{id}/erasures", readers, Act.ALTERATION, this::ask),
        Route.post("/erasures/{id}", Access.of(Role.REVIEWER), Act.ERASURE, this::decide));
  }

  private Answer list(int status, Visit visit, String problem) {
    return new Answer.Page(
        status,
        "erasures",
        Map.of(
            "problem",
            problem,
            "proof",
            stepUp.proof(visit, "/erasures"),
            "rows",
            erasures.newest(MOST_LISTED).stream()
                .map(erasure -> Row.of(erasure, visit.account()))
                .toList()));
  }

  private Answer ask(Visit visit) throws IOException {
    Optional<Subject> advert = subjects.find(Subject.Kind.ADVERT, visit.path("id"));
    if (advert.isEmpty()) {
      return NotFound.answer();
    }
    String why = visit.form("why").strip();
    if (why.length() < Grounds.SHORTEST) {
      return Grounds.tooShort();
    }
    erasures.ask(visit.account().name(), advert.get().id(), why);
    return new Answer.SeeOther("/erasures");
  }

  private Answer decide(Visit visit) {
    Optional<Erasure> erasure = find(visit.path("id"));
    boolean granted = visit.form("decision").equals("grant");
    if (erasure.isEmpty() || (!granted && !visit.form("decision").equals("decline"))) {
      return NotFound.answer();
    }
    String account = visit.account().name();
    if (!Row.of(erasure.get(), visit.account()).decidable()) {
      return second();
    }
    if (granted) {
      Optional<String> hindrance = stepUp.hindrance(visit);
      if (hindrance.isPresent()) {
        return list(403, visit, hindrance.get());
      }
    }
    return erasures.decide(account, erasure.get().id(), granted)
        ? new Answer.SeeOther("/erasures")
        : second();
  }

  private static Answer second() {
    return new Answer.Page(409, "error", Map.of("phrase", "error.second", "detail", ""));
  }

  private Optional<Erasure> find(String id) {
    try {
      return erasures.find(Long.parseLong(id));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }
}
