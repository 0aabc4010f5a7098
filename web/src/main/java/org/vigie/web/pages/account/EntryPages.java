package org.vigie.web.pages.account;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.vigie.casework.CaseFile;
import org.vigie.casework.Cases;
import org.vigie.casework.mandate.AuditEvent;
import org.vigie.casework.people.Account;
import org.vigie.casework.people.Accounts;
import org.vigie.casework.people.Attempts;
import org.vigie.casework.people.Devices;
import org.vigie.casework.people.Role;
import org.vigie.web.Access;
import org.vigie.web.AccessFilter;
import org.vigie.web.Act;
import org.vigie.web.Answer;
import org.vigie.web.DeviceCookie;
import org.vigie.web.Route;
import org.vigie.web.SignIn;
import org.vigie.web.Visit;
import org.vigie.web.pages.casework.HumanPanel;
import org.vigie.web.pages.part.ClosedCase;
import org.vigie.web.pages.part.NotFound;
import org.vigie.web.pages.part.Paths;

/** The ways in and out: signing in and out, and why one looks. */
public final class EntryPages {
  private static final int SHORTEST_REASON = 8;

  private final Accounts accounts;
  private final SignIn signIn;
  private final Attempts attempts;
  private final Cases cases;
  private final AccessFilter.Traces traces;
  private final boolean hasProvider;
  private final Devices devices;
  private final RecoveryUse recovery;

  public EntryPages(
      Accounts accounts,
      SignIn signIn,
      Devices devices,
      RecoveryUse recovery,
      Cases cases,
      AccessFilter.Traces traces,
      boolean hasProvider,
      Clock clock) {
    this.devices = devices;
    this.recovery = recovery;
    this.hasProvider = hasProvider;
    this.accounts = accounts;
    this.signIn = signIn;
    this.attempts = new Attempts(clock);
    this.cases = cases;
    this.traces = traces;
  }

  public List<Route> routes() {
    Access anyone = new Access.Anyone();
    Access signedIn = new Access.SignedIn();
    return List.of(
        Route.get("/sign-in", anyone, Act.NONE, this::askWho),
        Route.post("/sign-in", anyone, Act.NONE, this::signIn),
        Route.post("/sign-out", signedIn, Act.NONE, this::signOut),
        Route.get("/reason", signedIn, Act.NONE, this::askWhy),
        Route.post("/reason", signedIn, Act.NONE, this::noteWhy),
        Route.post("/language", signedIn, Act.NONE, this::speak),
        Route.post("/blind", Access.ofReaders(), Act.NONE, this::judgeBlindly));
  }

  private Answer askWho(Visit visit) {
    return signInPage(200, visit.query("next"), "", visit.query("by").equals("recovery"));
  }

  /**
   * @param recovers whether it is a recovery code that is asked for
   */
  private Answer signInPage(int status, String next, String problem, boolean recovers) {
    return new Answer.Page(
        status,
        "sign-in",
        Map.of(
            "next",
            next,
            "problem",
            problem,
            "recovers",
            recovers,
            "provider",
            hasProvider ? ProviderPages.PATH : ""));
  }

  private Answer signIn(Visit visit) {
    String name = visit.form("name").strip().toLowerCase(Locale.ROOT);
    String next = visit.form("next");
    boolean recovers = !visit.form("recovery").isBlank();
    String address = Attempts.ofAddress(visit.address());
    String device = DeviceCookie.of(visit);
    List<String> counted = devices.counted(name, device, address);
    if (!attempts.begin(counted)) {
      return signInPage(429, next, "sign-in.wait", recovers);
    }
    Optional<Account> account =
        attempts.check(
            counted,
            () ->
                recovers
                    ? accounts.authenticate(
                        name, visit.form("password"), recovery.of(name, visit.form("recovery")))
                    : accounts.authenticate(name, visit.form("password"), visit.form("code")));
    if (account.isEmpty()) {
      signIn.refused(visit, accounts.find(name).map(Account::name).orElse(""));
      return signInPage(403, next, "sign-in.wrong", recovers);
    }
    attempts.succeeded(counted.getFirst());
    attempts.succeededAt(address);
    DeviceCookie.give(visit, devices.welcome(name, device));
    signIn.start(visit, account.get());
    if (recovers) {
      // Which says that one was used, and how many are left.
      return new Answer.SeeOther(OwnAccountPages.PATH);
    }
    String path = Paths.local(next);
    return new Answer.SeeOther(path.equals("/") ? home(account.get()) : path);
  }

  /** Auditors and admins see no adverts, so they begin where they work. */
  static String home(Account account) {
    if (account.hasAny(Access.READERS)) {
      return "/";
    }
    if (account.hasAny(Set.of(Role.ADMIN))) {
      return "/accounts";
    }
    if (account.hasAny(Set.of(Role.AUDITOR))) {
      return "/audit";
    }
    if (account.hasAny(Set.of(Role.CRAWL_MANAGER))) {
      return "/coverage";
    }
    return account.hasAny(Set.of(Role.MODEL_OPERATOR)) ? "/models" : "/";
  }

  private Answer signOut(Visit visit) {
    signIn.end(visit);
    return new Answer.SeeOther("/sign-in");
  }

  private Answer askWhy(Visit visit) {
    return whyPage(200, visit, visit.query("next"), "");
  }

  private Answer whyPage(int status, Visit visit, String next, String problem) {
    return new Answer.Page(
        status,
        "reason",
        Map.of(
            "next",
            next,
            "problem",
            problem,
            "chosen",
            visit.query("case"),
            "cases",
            HumanPanel.Choice.of(cases.openOf(visit.account().name()))));
  }

  private Answer noteWhy(Visit visit) {
    String id = visit.form("case");
    Optional<CaseFile> known = cases.find(visit.account().name(), id);
    if (!id.isEmpty() && known.isEmpty()) {
      return NotFound.answer();
    }
    if (known.isPresent() && !known.get().isOpen()) {
      return ClosedCase.answer();
    }
    String words = visit.form("reason").strip();
    String reason = known.map(found -> found.id() + " " + words).orElse(words).strip();
    if (known.isEmpty() && reason.length() < SHORTEST_REASON) {
      return whyPage(422, visit, visit.form("next"), "reason.short");
    }
    AuditEvent said =
        AuditEvent.of("reason", known.map(CaseFile::id).orElse(""))
            .in(visit.session().id())
            .because(reason);
    traces.log(visit.account().name(), said);
    known.ifPresentOrElse(
        found -> visit.session().because(found.id(), reason),
        () -> visit.session().because(reason));
    String path = Paths.local(visit.form("next"));
    return new Answer.SeeOther(path.equals("/") ? home(visit.account()) : path);
  }

  private Answer speak(Visit visit) {
    visit.session().speak(visit.phrases().preferred(visit.form("language")));
    return new Answer.SeeOther(Paths.local(visit.form("next")));
  }

  private Answer judgeBlindly(Visit visit) {
    visit.session().judgeBlindly(visit.form("blind").equals("on"));
    return new Answer.SeeOther(Paths.local(visit.form("next")));
  }
}
