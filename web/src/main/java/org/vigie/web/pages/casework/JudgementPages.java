package org.vigie.web.pages.casework;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vigie.casework.CaseFile;
import org.vigie.casework.Cases;
import org.vigie.casework.Judgements;
import org.vigie.casework.Opinion;
import org.vigie.casework.Subject;
import org.vigie.casework.mandate.Disclosure;
import org.vigie.web.Access;
import org.vigie.web.Act;
import org.vigie.web.Answer;
import org.vigie.web.Route;
import org.vigie.web.Visit;
import org.vigie.web.pages.part.ClosedCase;
import org.vigie.web.pages.part.Grounds;
import org.vigie.web.pages.part.NotFound;
import org.vigie.web.pages.part.Paths;
import org.vigie.web.pages.part.Subjects;

/** Where people say what they make of an advert, a cluster or an alert, and put it into a case. */
public final class JudgementPages {
  private static final List<Subject.Kind> JUDGED =
      List.of(Subject.Kind.ADVERT, Subject.Kind.CLUSTER, Subject.Kind.ALERT);

  private final Subjects subjects;
  private final Judgements judgements;
  private final Cases cases;

  public JudgementPages(Subjects subjects, Judgements judgements, Cases cases) {
    this.subjects = subjects;
    this.judgements = judgements;
    this.cases = cases;
  }

  public List<Route> routes() {
    List<Route> routes = new ArrayList<>();
    for (Subject.Kind kind : JUDGED) {
      String path = Paths.folder(kind) + "{id}";
      // What people think of an advert may quote it, so that it stays out of the log.
      routes.add(
          Route.post(
                  path + "/judgements",
                  Access.ofReaders(),
                  Act.ALTERATION,
                  visit -> judge(visit, kind))
              .disclosing(visit -> Disclosure.NONE));
      routes.add(
          Route.post(
              path + "/filings",
              Access.ofReaders(),
              Act.ALTERATION,
              visit -> file(visit, subjects.find(kind, visit.path("id")))));
    }
    routes.add(
        Route.post(
            "/contact/filings",
            Access.ofReaders(),
            Act.ALTERATION,
            visit -> file(visit, subjects.find(Subject.Kind.CONTACT, visit.query("key")))));
    return List.copyOf(routes);
  }

  /** Returns what people said of something, with the forms to say more. */
  public HumanPanel panel(Visit visit, Subject subject) {
    return HumanPanel.of(subject, judgements.on(subject), cases.openOf(visit.account().name()));
  }

  private Answer judge(Visit visit, Subject.Kind kind) throws IOException {
    Optional<Subject> subject = subjects.find(kind, visit.path("id"));
    if (subject.isEmpty()) {
      return NotFound.answer();
    }
    Optional<Opinion> opinion = Opinion.find(visit.form("opinion"), kind);
    String why = visit.form("why").strip();
    if (opinion.isEmpty() || why.length() < Grounds.SHORTEST) {
      return Grounds.tooShort();
    }
    judgements.add(visit.account().name(), subject.get(), opinion.get(), why);
    return new Answer.SeeOther(Paths.of(subject.get()));
  }

  /** Returns the cases of the reader's into which something can be put. */
  public List<HumanPanel.Choice> cases(Visit visit) {
    return HumanPanel.Choice.of(cases.openOf(visit.account().name()));
  }

  private Answer file(Visit visit, Optional<Subject> subject) {
    Optional<CaseFile> known = cases.find(visit.account().name(), visit.form("case"));
    if (subject.isEmpty() || known.isEmpty()) {
      return NotFound.answer();
    }
    if (!known.get().isOpen()) {
      return ClosedCase.answer();
    }
    cases.put(known.get(), visit.account().name(), subject.get(), visit.form("note").strip());
    return new Answer.SeeOther(Paths.caseFile(known.get().id()));
  }
}
