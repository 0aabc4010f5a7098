package org.vigie.web.pages.casework;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vigie.casework.CaseFile;
import org.vigie.casework.Cases;
import org.vigie.casework.Enclosure;
import org.vigie.casework.Enclosures;
import org.vigie.casework.Subject;
import org.vigie.casework.budget.BudgetNotices;
import org.vigie.casework.budget.DisclosureBudget;
import org.vigie.casework.people.Role;
import org.vigie.casework.submission.MalwareScan;
import org.vigie.web.Access;
import org.vigie.web.Act;
import org.vigie.web.Answer;
import org.vigie.web.Route;
import org.vigie.web.Visit;
import org.vigie.web.pages.custody.ExportRows;
import org.vigie.web.pages.part.ClosedCase;
import org.vigie.web.pages.part.Grounds;
import org.vigie.web.pages.part.NotFound;
import org.vigie.web.pages.part.Paths;
import org.vigie.web.pages.part.Readers;

/** The pages of cases. To whoever isn't a member, a case doesn't exist. */
public final class CasePages {
  private static final int LONGEST_TITLE = 200;

  private final Cases cases;
  private final Enclosures enclosures;
  private final MalwareScan scan;
  private final ReferralPages referrals;
  private final ExportRows exports;
  private final LetterRows letters;
  private final Readers readers;
  private final BudgetNotices budgets;

  public CasePages(
      Cases cases,
      Enclosures enclosures,
      MalwareScan scan,
      ReferralPages referrals,
      ExportRows exports,
      LetterRows letters,
      Readers readers,
      BudgetNotices budgets) {
    this.budgets = budgets;
    this.exports = exports;
    this.letters = letters;
    this.enclosures = enclosures;
    this.scan = scan;
    this.cases = cases;
    this.referrals = referrals;
    this.readers = readers;
  }

  /** What the addresses of one case begin with. */
  private static final String ONE = "/cases/{id}";

  public List<Route> routes() {
    return table().stream()
        .map(route -> route.path().startsWith(ONE) ? route.ofCase(this::ofMember) : route)
        .toList();
  }

  /** A closed case can't be what somebody works on: it is read for the reason of the sign-in. */
  private Optional<String> ofMember(Visit visit) {
    return cases
        .find(visit.account().name(), visit.path("id"))
        .filter(CaseFile::isOpen)
        .map(CaseFile::id);
  }

  private List<Route> table() {
    Access readersOnly = Access.ofReaders();
    Access leads = Access.of(Role.CASE_LEAD);
    return List.of(
        Route.get("/cases", readersOnly, Act.CONSULTATION, this::list),
        Route.post("/cases", leads, Act.ALTERATION, this::open),
        Route.get(
            "/cases/{id}",
            readersOnly,
            Act.CONSULTATION,
            visit -> asMember(visit, known -> show(visit, known))),
        Route.post(
            "/cases/{id}/notes",
            readersOnly,
            Act.ALTERATION,
            visit -> whileOpen(visit, known -> note(visit, known))),
        Route.post(
            "/cases/{id}/files",
            readersOnly,
            Act.ALTERATION,
            visit -> whileOpen(visit, known -> enclose(visit, known))),
        Route.get(
            "/cases/{id}/files/{file}",
            readersOnly,
            Act.DISCLOSURE,
            visit -> asMember(visit, known -> takeOut(visit, known))),
        Route.post(
            "/cases/{id}/members",
            leads,
            Act.ALTERATION,
            visit -> whileOpen(visit, known -> changeMembers(visit, known))),
        Route.post(
            "/cases/{id}/closing",
            leads,
            Act.ALTERATION,
            visit -> whileOpen(visit, known -> close(visit, known))),
        Route.post(
            "/cases/{id}/reopening",
            leads,
            Act.ALTERATION,
            visit -> asMember(visit, known -> reopen(visit, known))));
  }

  /** What a member does with a case. */
  @FunctionalInterface
  private interface Action {
    Answer on(CaseFile known) throws IOException;
  }

  private Answer asMember(Visit visit, Action event) throws IOException {
    Optional<CaseFile> known = cases.find(visit.account().name(), visit.path("id"));
    return known.isPresent() ? event.on(known.get()) : NotFound.answer();
  }

  /** A closed case is read, and nothing else is done with it. */
  private Answer whileOpen(Visit visit, Action event) throws IOException {
    return asMember(visit, known -> known.isOpen() ? event.on(known) : ClosedCase.answer());
  }

  private static Answer refused(String phrase) {
    return Answer.Page.error(409, phrase);
  }

  private Answer close(Visit visit, CaseFile known) {
    String why = visit.form("why").strip();
    if (why.length() < Grounds.SHORTEST) {
      return Grounds.tooShort();
    }
    if (referrals.isPending(new Subject(Subject.Kind.CASE, known.id()))) {
      return refused("case.referral-waits");
    }
    return cases.close(known, visit.account().name(), why) ? back(known) : ClosedCase.answer();
  }

  private Answer reopen(Visit visit, CaseFile known) {
    String why = visit.form("why").strip();
    if (why.length() < Grounds.SHORTEST) {
      return Grounds.tooShort();
    }
    return cases.reopen(known, visit.account().name(), why) ? back(known) : refused("case.is-open");
  }

  private Answer enclose(Visit visit, CaseFile known) throws IOException {
    Optional<Visit.Upload> file = visit.upload("file");
    if (file.isEmpty()) {
      return fileProblem();
    }
    MalwareScan.Verdict verdict = scan.look(file.get().content());
    if (verdict != MalwareScan.Verdict.CLEAN) {
      return verdict == MalwareScan.Verdict.INFECTED
          ? Answer.Page.error(422, "case.file-infected")
          : Answer.Page.error(503, "case.file-unscanned");
    }
    try {
      enclosures.add(known, visit.account().name(), file.get().name(), file.get().content());
    } catch (IllegalArgumentException e) {
      return fileProblem();
    }
    return back(known);
  }

  private static Answer fileProblem() {
    return Answer.Page.error(422, "case.file-problem");
  }

  private Answer takeOut(Visit visit, CaseFile known) throws IOException {
    Optional<Enclosure> file = enclosures.find(known, visit.path("file"));
    if (file.isEmpty()) {
      return NotFound.answer();
    }
    byte[] content = enclosures.content(file.get());
    String ending = SafeEnding.of(file.get().name(), content);
    return new Answer.Attachment(
        "vigie-%s-%d%s".formatted(known.id(), file.get().id(), ending), content);
  }

  private Answer list(Visit visit) {
    List<CaseView> views =
        cases.of(visit.account().name()).stream()
            .map(known -> CaseView.of(known, List.of()))
            .toList();
    List<String> mine = views.stream().map(CaseView::id).map(DisclosureBudget::ofCase).toList();
    List<BudgetRow> reached =
        visit.account().roles().contains(Role.CASE_LEAD)
            ? BudgetRow.of(budgets.recent(), mine)
            : List.of();
    return Answer.page("cases", Map.of("cases", views, "budgets", reached));
  }

  private Answer open(Visit visit) {
    String title = visit.form("title").strip();
    if (title.length() < Grounds.SHORTEST || title.length() > LONGEST_TITLE) {
      return Grounds.tooShort();
    }
    String id = cases.open(visit.account().name(), title);
    visit.session().because(id, id);
    return new Answer.SeeOther(Paths.caseFile(id));
  }

  private Answer show(Visit visit, CaseFile known) {
    return Answer.page(
        "case",
        Map.of(
            "file",
            CaseView.of(known, cases.items(known)),
            "files",
            enclosures.in(known).stream().map(file -> CaseView.FileRow.of(known, file)).toList(),
            "referrals",
            referrals.rows(visit, new Subject(Subject.Kind.CASE, known.id())),
            "packages",
            exports.ofCase(known.id()),
            "letters",
            letters.ofCase(known.id()),
            "others",
            readers.names().stream().filter(name -> !known.members().contains(name)).toList()));
  }

  private Answer note(Visit visit, CaseFile known) {
    String note = visit.form("note").strip();
    if (note.length() < Grounds.SHORTEST) {
      return Grounds.tooShort();
    }
    cases.put(known, visit.account().name(), new Subject(Subject.Kind.CASE, known.id()), note);
    return back(known);
  }

  private Answer changeMembers(Visit visit, CaseFile known) {
    String account = visit.form("account");
    Optional<String> reader = readers.names().stream().filter(account::equals).findFirst();
    switch (visit.form("change")) {
      case "remove" -> {
        if (known.members().equals(List.of(account))) {
          return refused("case.last-member");
        }
        cases.removeMember(known, account);
      }
      case "add" -> {
        if (reader.isEmpty()) {
          return NotFound.answer();
        }
        cases.addMember(known, account, visit.account().name());
      }
      default -> {
        return NotFound.answer();
      }
    }
    // Who has left sees the list, where the case no longer is.
    return cases
        .find(visit.account().name(), known.id())
        .map(CasePages::back)
        .orElseGet(() -> new Answer.SeeOther("/cases"));
  }

  private static Answer back(CaseFile known) {
    return new Answer.SeeOther(Paths.caseFile(known.id()));
  }
}
