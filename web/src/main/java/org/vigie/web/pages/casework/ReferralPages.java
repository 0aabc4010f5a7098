package org.vigie.web.pages.casework;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vigie.casework.AlertHandling;
import org.vigie.casework.AlertOutcome;
import org.vigie.casework.CaseFile;
import org.vigie.casework.Cases;
import org.vigie.casework.Referral;
import org.vigie.casework.Referrals;
import org.vigie.casework.Subject;
import org.vigie.casework.mandate.Disclosure;
import org.vigie.casework.people.Account;
import org.vigie.casework.people.Role;
import org.vigie.text.safe.Words;
import org.vigie.web.Access;
import org.vigie.web.Act;
import org.vigie.web.Answer;
import org.vigie.web.Route;
import org.vigie.web.Visit;
import org.vigie.web.pages.part.ClosedCase;
import org.vigie.web.pages.part.EvidenceText;
import org.vigie.web.pages.part.Grounds;
import org.vigie.web.pages.part.NotFound;
import org.vigie.web.pages.part.Paths;
import org.vigie.web.pages.part.Piece;
import org.vigie.web.pages.part.Proof;
import org.vigie.web.pages.part.StepUp;
import org.vigie.web.pages.part.Subjects;

/**
 * Where one person asks to hand something to another authority, and a second one decides; whoever
 * grants it gives password and code again.
 */
public final class ReferralPages {
  private final Subjects subjects;
  private final Referrals referrals;
  private final Cases cases;
  private final AlertHandling handling;
  private final StepUp stepUp;

  public ReferralPages(
      Subjects subjects, Referrals referrals, Cases cases, AlertHandling handling, StepUp stepUp) {
    this.stepUp = stepUp;
    this.subjects = subjects;
    this.referrals = referrals;
    this.cases = cases;
    this.handling = handling;
  }

  /**
   * A referral in a list.
   *
   * @param path of its own address
   * @param subject what it is about
   * @param proof how that person shows who they are
   */
  public record Row(String path, Asked asked, About subject, Decision decision, Proof proof) {
    static Row of(Referral referral, Account reader, Proof proof) {
      String decided = referral.decision().granted() ? "granted" : "declined";
      return new Row(
          "/referrals/" + referral.id(),
          new Asked(
              Words.minute(referral.askedAt()),
              referral.askedBy(),
              new EvidenceText(referral.recipient()).pieces(),
              new EvidenceText(referral.why()).pieces()),
          new About(referral.subject().id(), Paths.of(referral.subject())),
          new Decision(
              referral.isPending() ? "pending" : decided,
              referral.decision().by(),
              referral.isPending()
                  && reader.roles().contains(Role.REVIEWER)
                  && !reader.name().equals(referral.askedBy())),
          proof);
    }
  }

  /** What was asked for, by whom. */
  public record Asked(String at, String by, List<Piece> recipient, List<Piece> why) {}

  /**
   * What a referral is about.
   *
   * @param path of its page
   */
  public record About(String id, String path) {}

  /**
   * Where a referral stands.
   *
   * @param state name of the phrase of that
   * @param by who decided it, or empty
   * @param isOpen whether the reader is the second person who may decide it
   */
  public record Decision(String state, String by, boolean isOpen) {}

  public List<Route> routes() {
    Access reviewers = Access.of(Role.REVIEWER);
    return List.of(
        Route.get("/referrals", reviewers, Act.CONSULTATION, this::list),
        Route.post("/referrals/{id}", reviewers, Act.DISCLOSURE, this::decide)
            .disclosing(visit ->
                find(visit)
                    .map(known -> new Disclosure(known.recipient(), known.why()))
                    .orElse(Disclosure.NONE)),
        Route.post(
            "/alerts/{id}/referrals",
            Access.ofReaders(),
            Act.ALTERATION,
            visit -> ask(visit, subjects.find(Subject.Kind.ALERT, visit.path("id")))),
        Route.post("/cases/{id}/referrals", Access.ofReaders(), Act.ALTERATION, this::askForCase)
            .ofCase(this::ofMember));
  }

  private Optional<String> ofMember(Visit visit) {
    return cases
        .find(visit.account().name(), visit.path("id"))
        .filter(CaseFile::isOpen)
        .map(CaseFile::id);
  }

  /** Returns the referrals of something as the reader sees them. */
  public List<Row> rows(Visit visit, Subject subject) {
    Proof proof = stepUp.proof(visit, Paths.of(subject));
    return referrals.of(subject).stream()
        .map(referral -> Row.of(referral, visit.account(), proof))
        .toList();
  }

  /** Returns whether a referral of something waits for a second person. */
  boolean isPending(Subject subject) {
    return referrals.of(subject).stream().anyMatch(Referral::isPending);
  }

  private Answer askForCase(Visit visit) {
    Optional<CaseFile> known = cases.find(visit.account().name(), visit.path("id"));
    return known.isPresent() && !known.get().isOpen()
        ? ClosedCase.answer()
        : ask(visit, known.map(open -> new Subject(Subject.Kind.CASE, open.id())));
  }

  private Answer list(Visit visit) {
    Proof proof = stepUp.proof(visit, "/referrals");
    List<Row> rows =
        referrals.pending().stream()
            .filter(referral -> isKnown(visit, referral))
            .map(referral -> Row.of(referral, visit.account(), proof))
            .toList();
    return Answer.page("referrals", Map.of("referrals", rows));
  }

  private Answer ask(Visit visit, Optional<Subject> subject) {
    if (subject.isEmpty()) {
      return NotFound.answer();
    }
    String recipient = visit.form("recipient").strip();
    String why = visit.form("why").strip();
    if (recipient.isEmpty() || why.length() < Grounds.SHORTEST) {
      return Grounds.tooShort();
    }
    referrals.ask(visit.account().name(), subject.get(), recipient, why);
    return new Answer.SeeOther(Paths.of(subject.get()));
  }

  private Answer decide(Visit visit) throws IOException {
    Optional<Referral> referral = find(visit);
    if (referral.isEmpty()) {
      return NotFound.answer();
    }
    boolean granted = visit.form("decision").equals("grant");
    if (!granted && !visit.form("decision").equals("decline")) {
      return NotFound.answer();
    }
    String account = visit.account().name();
    if (!referral.get().isPending() || referral.get().askedBy().equals(account)) {
      return notSecond();
    }
    Optional<String> hindrance = granted ? stepUp.hindrance(visit) : Optional.empty();
    if (hindrance.isPresent()) {
      return Answer.Page.error(403, hindrance.get());
    }
    if (!referrals.decide(account, referral.get().id(), granted)) {
      return notSecond();
    }
    Subject subject = referral.get().subject();
    if (granted && subject.kind() == Subject.Kind.ALERT) {
      handling.decide(account, subject.id(), AlertOutcome.REFERRED, referral.get().recipient());
    }
    return new Answer.SeeOther(Paths.of(subject));
  }

  private static Answer notSecond() {
    return Answer.Page.error(409, "error.second");
  }

  private Optional<Referral> find(Visit visit) {
    return number(visit.path("id")).flatMap(referrals::find).filter(known -> isKnown(visit, known));
  }

  /** A referral of a case is as secret as the case. */
  private boolean isKnown(Visit visit, Referral referral) {
    return referral.subject().kind() != Subject.Kind.CASE
        || cases.find(visit.account().name(), referral.subject().id()).isPresent();
  }

  private static Optional<Long> number(String text) {
    try {
      return Optional.of(Long.parseLong(text));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }
}
