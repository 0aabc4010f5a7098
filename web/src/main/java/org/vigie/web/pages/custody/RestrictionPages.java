package org.vigie.web.pages.custody;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.vigie.casework.Restrictable;
import org.vigie.casework.Restriction;
import org.vigie.casework.Restrictions;
import org.vigie.casework.Subject;
import org.vigie.casework.people.Role;
import org.vigie.text.safe.Words;
import org.vigie.web.Access;
import org.vigie.web.Act;
import org.vigie.web.Answer;
import org.vigie.web.Route;
import org.vigie.web.Visit;
import org.vigie.web.Worded;
import org.vigie.web.pages.part.EvidenceText;
import org.vigie.web.pages.part.Grounds;
import org.vigie.web.pages.part.LiveIndex;
import org.vigie.web.pages.part.NotFound;
import org.vigie.web.pages.part.Paths;
import org.vigie.web.pages.part.Piece;
import org.vigie.web.pages.part.StepUp;

/**
 * Where a reviewer restricts adverts, clusters and contacts, and lifts that again: until then they
 * are kept, and no page, export or program meets them. Of what is restricted only the name is shown
 * here, and why. What is to be restricted stands in the address, which the audit log has.
 */
public final class RestrictionPages {
  private final Restrictions restrictions;
  private final LiveIndex index;
  private final StepUp stepUp;

  public RestrictionPages(Restrictions restrictions, LiveIndex index, StepUp stepUp) {
    this.restrictions = restrictions;
    this.index = index;
    this.stepUp = stepUp;
  }

  /**
   * A restriction in a list.
   *
   * @param path of its own address
   * @param kind label of what is restricted
   * @param times when an advert was seen and posted; empty of what isn't one or is erased
   * @param ground label of the ground
   */
  public record Row(
      String path,
      String at,
      String account,
      String kind,
      List<Piece> subject,
      List<Worded> times,
      String ground,
      List<Piece> why) {
    static Row of(Restriction restriction, List<Worded> times) {
      return new Row(
          "/restrictions/" + restriction.number(),
          Words.minute(restriction.at()),
          restriction.account(),
          restriction.subject().kind().label(),
          new EvidenceText(restriction.subject().id()).pieces(),
          times,
          restriction.ground().label(),
          new EvidenceText(restriction.why()).pieces());
    }
  }

  public List<Route> routes() {
    Access reviewers = Access.of(Role.REVIEWER);
    return List.of(
        Route.get("/restrictions", reviewers, Act.CONSULTATION, visit -> list(200, visit, "")),
        Route.post("/restrictions/choice", reviewers, Act.NONE, RestrictionPages::choose),
        Route.post("/restrictions", reviewers, Act.ALTERATION, this::add),
        Route.post("/restrictions/{id}/lifting", reviewers, Act.ALTERATION, this::lift));
  }

  private static Answer choose(Visit visit) {
    return new Answer.SeeOther(Paths.restriction(visit.form("subject").strip()));
  }

  private Answer list(int status, Visit visit, String problem) throws IOException {
    return new Answer.Page(
        status,
        "restrictions",
        Map.of(
            "subject",
            visit.query("subject"),
            "address",
            Paths.restriction(visit.query("subject")),
            "problem",
            problem,
            "proof",
            stepUp.proof(visit, "/restrictions"),
            "rows",
            rows()));
  }

  private List<Row> rows() throws IOException {
    List<Row> rows = new ArrayList<>();
    for (Restriction restriction : restrictions.inForce()) {
      rows.add(Row.of(restriction, times(restriction.subject())));
    }
    return List.copyOf(rows);
  }

  private List<Worded> times(Subject subject) throws IOException {
    return subject.kind() == Subject.Kind.ADVERT
        ? index
            .read(adverts -> adverts.findTimes(subject.id()))
            .flatMap(found -> found)
            .map(Worded::said)
            .orElse(List.of())
        : List.of();
  }

  private Answer add(Visit visit) throws IOException {
    String why = visit.form("why").strip();
    Optional<Restriction.Ground> ground =
        Stream.of(Restriction.Ground.values())
            .filter(one -> one.label().equals(visit.form("ground")))
            .findFirst();
    if (why.length() < Grounds.SHORTEST || ground.isEmpty()) {
      return list(422, visit, "error.grounds");
    }
    Optional<Subject> subject = known(visit.query("subject").strip());
    if (subject.isEmpty()) {
      return list(422, visit, "restriction.unknown");
    }
    restrictions.add(visit.account().name(), subject.get(), ground.get(), why);
    index.renew();
    return new Answer.SeeOther("/restrictions");
  }

  private Answer lift(Visit visit) throws IOException {
    Optional<Restriction> restriction = find(visit);
    if (restriction.isEmpty()) {
      return NotFound.answer();
    }
    String why = visit.form("why").strip();
    if (why.length() < Grounds.SHORTEST) {
      return list(422, visit, "error.grounds");
    }
    boolean mustTell = restriction.get().ground() == Restriction.Ground.ACCURACY;
    if (mustTell && !visit.form("told").equals("yes")) {
      return list(422, visit, "restriction.untold");
    }
    Optional<String> hindrance = stepUp.hindrance(visit);
    if (hindrance.isPresent()) {
      return list(403, visit, hindrance.get());
    }
    restrictions.lift(visit.account().name(), restriction.get(), why);
    index.renew();
    return new Answer.SeeOther("/restrictions");
  }

  /** Finds an advert, cluster or contact that is shown now, under its present name. */
  private Optional<Subject> known(String key) throws IOException {
    return subject(key).isEmpty()
        ? Optional.empty()
        : index
            .read(adverts -> Restrictable.find(adverts, subject(key).get()))
            .flatMap(found -> found);
  }

  private static Optional<Subject> subject(String key) {
    try {
      return Optional.of(Subject.of(key));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private Optional<Restriction> find(Visit visit) {
    try {
      return restrictions.find(Long.parseLong(visit.path("id")));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }
}
