package org.vigie.console.pages;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.vigie.console.casework.CaseFile;
import org.vigie.console.casework.Cases;
import org.vigie.console.people.Account;
import org.vigie.console.people.Accounts;
import org.vigie.console.people.Attempts;
import org.vigie.console.people.OneTimeCode;
import org.vigie.console.people.Passwords;
import org.vigie.console.people.Role;
import org.vigie.console.people.Sessions;
import org.vigie.console.web.Access;
import org.vigie.console.web.Act;
import org.vigie.console.web.Answer;
import org.vigie.console.web.Gate;
import org.vigie.console.web.Phrases;
import org.vigie.console.web.Route;
import org.vigie.console.web.SignIn;
import org.vigie.console.web.Visit;

/** The ways in: the first account, signing in and out, and why one looks. */
public final class EntryPages {
  private static final int SHORTEST_REASON = 8;

  private final Accounts accounts;
  private final Sessions sessions;
  private final Attempts attempts;
  private final Cases cases;
  private final FirstAccount first;
  private final Gate.Traces traces;
  private final Clock clock;
  private final SecureRandom random;

  public EntryPages(
      Accounts accounts,
      Sessions sessions,
      Cases cases,
      FirstAccount first,
      Gate.Traces traces,
      SecureRandom random,
      Clock clock) {
    this.accounts = accounts;
    this.sessions = sessions;
    this.attempts = new Attempts(clock);
    this.cases = cases;
    this.first = first;
    this.traces = traces;
    this.random = random;
    this.clock = clock;
  }

  public List<Route> routes() {
    Access anyone = new Access.Anyone();
    Access signedIn = new Access.SignedIn();
    return List.of(
        Route.get("/sign-in", anyone, Act.NONE, this::askWho),
        Route.post("/sign-in", anyone, Act.NONE, this::signIn),
        Route.post("/sign-out", signedIn, Act.NONE, this::signOut),
        Route.get("/first-account", anyone, Act.NONE, this::askFirst),
        Route.post("/first-account", anyone, Act.NONE, this::makeFirst),
        Route.get("/reason", signedIn, Act.NONE, this::askWhy),
        Route.post("/reason", signedIn, Act.NONE, this::noteWhy),
        Route.post("/language", signedIn, Act.NONE, this::speak));
  }

  private Answer askWho(Visit visit) {
    return signInPage(200, visit.query("next"), "");
  }

  private static Answer signInPage(int status, String next, String problem) {
    return new Answer.Page(status, "sign-in", Map.of("next", next, "problem", problem));
  }

  private Answer signIn(Visit visit) {
    String name = visit.form("name").strip().toLowerCase(Locale.ROOT);
    String next = visit.form("next");
    if (!attempts.mayTry("name " + name) || !attempts.mayTry("address " + visit.address())) {
      return signInPage(429, next, "sign-in.wait");
    }
    Optional<Account> account =
        accounts.authenticate(name, visit.form("password"), visit.form("code"));
    if (account.isEmpty()) {
      attempts.failed("name " + name);
      attempts.failed("address " + visit.address());
      return signInPage(403, next, "sign-in.wrong");
    }
    attempts.succeeded("name " + name);
    SignIn.start(visit, sessions, account.get());
    return new Answer.SeeOther(Paths.local(next));
  }

  private Answer signOut(Visit visit) {
    SignIn.end(visit, sessions);
    return new Answer.SeeOther("/sign-in");
  }

  private Answer askFirst(Visit visit) {
    if (!first.accepts(visit.query("token"))) {
      return new Answer.Page(403, "error", Map.of("phrase", "first.refused", "detail", ""));
    }
    return firstPage(200, visit.query("token"), OneTimeCode.random(random), "admin", "");
  }

  private static Answer firstPage(
      int status, String token, OneTimeCode code, String name, String problem) {
    return new Answer.Page(
        status,
        "first-account",
        Map.of(
            "token",
            token,
            "secret",
            code.secret(),
            "picture",
            QrCode.of(code.enrolment(Account.isName(name) ? name : "vigie")),
            "name",
            name,
            "shortest",
            Passwords.SHORTEST,
            "problem",
            problem));
  }

  private Answer makeFirst(Visit visit) {
    String token = visit.form("token");
    if (!first.accepts(token)) {
      return new Answer.Page(403, "error", Map.of("phrase", "first.refused", "detail", ""));
    }
    OneTimeCode code = new OneTimeCode(visit.form("secret"));
    String name = visit.form("name").strip().toLowerCase(Locale.ROOT);
    String password = visit.form("password");
    if (!Account.isName(name)) {
      return firstPage(422, token, code, name, "first.name");
    }
    if (password.length() < Passwords.SHORTEST || password.length() > Passwords.LONGEST) {
      return firstPage(422, token, code, name, "first.password");
    }
    if (!code.matches(visit.form("code"), clock.instant())) {
      return firstPage(422, token, code, name, "first.code");
    }
    // Whoever runs a workspace alone needs to see something, too; larger units part the roles.
    Set<Role> roles =
        visit.form("alone").isEmpty() ? EnumSet.of(Role.ADMIN) : EnumSet.allOf(Role.class);
    accounts.add(name, roles, password, code);
    first.made();
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
            "next", next,
            "problem", problem,
            "cases", HumanPanel.Choice.of(cases.of(visit.account().name()))));
  }

  private Answer noteWhy(Visit visit) {
    String id = visit.form("case");
    Optional<CaseFile> known = cases.find(visit.account().name(), id);
    if (!id.isEmpty() && known.isEmpty()) {
      return NotFound.answer();
    }
    String words = visit.form("reason").strip();
    String reason = known.map(found -> found.id() + " " + words).orElse(words).strip();
    if (known.isEmpty() && reason.length() < SHORTEST_REASON) {
      return whyPage(422, visit, visit.form("next"), "reason.short");
    }
    traces.log(visit.account().name(), "reason", reason);
    visit.session().because(reason);
    return new Answer.SeeOther(Paths.local(visit.form("next")));
  }

  private Answer speak(Visit visit) {
    visit.session().speak(Phrases.preferred(visit.form("language")));
    return new Answer.SeeOther(Paths.local(visit.form("next")));
  }
}
