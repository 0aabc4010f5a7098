package org.vigie.web.pages.account;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vigie.casework.mandate.AuditEvent;
import org.vigie.casework.people.ForeignAccounts;
import org.vigie.casework.people.NewAuthenticators;
import org.vigie.casework.people.OneTimeCode;
import org.vigie.casework.people.OwnSecrets;
import org.vigie.casework.people.Passwords;
import org.vigie.casework.people.RecoveryCodes;
import org.vigie.casework.people.Session;
import org.vigie.casework.people.Sessions;
import org.vigie.text.safe.Words;
import org.vigie.web.Access;
import org.vigie.web.AccessFilter;
import org.vigie.web.Act;
import org.vigie.web.Action;
import org.vigie.web.Answer;
import org.vigie.web.Route;
import org.vigie.web.SignIn;
import org.vigie.web.Visit;
import org.vigie.web.pages.part.NotFound;
import org.vigie.web.pages.part.StepUp;

/**
 * Where people change the password and the authenticator of their own account, make recovery codes,
 * and end sessions, each with password and code again.
 */
public final class OwnAccountPages {
  static final String PATH = "/account";
  private static final String ALL = "all";

  private final Means means;
  private final RecoveryUse recoveryUse;
  private final ForeignAccounts foreign;
  private final Sessions sessions;
  private final SignIn signIn;
  private final StepUp stepUp;
  private final AccessFilter.Traces traces;

  /** What people show to come in. */
  public record Means(
      OwnSecrets secrets, NewAuthenticators authenticators, RecoveryCodes recovery) {}

  public OwnAccountPages(
      Means means,
      ForeignAccounts foreign,
      Sessions sessions,
      SignIn signIn,
      StepUp stepUp,
      AccessFilter.Traces traces) {
    this.means = means;
    this.recoveryUse = new RecoveryUse(means.recovery(), traces);
    this.foreign = foreign;
    this.sessions = sessions;
    this.signIn = signIn;
    this.stepUp = stepUp;
    this.traces = traces;
  }

  /**
   * A session in the list.
   *
   * @param mine whether it is the one that looks at it
   */
  public record Row(String id, String began, String used, String address, boolean mine) {
    static Row of(Session session, String reader) {
      return new Row(
          session.id(),
          Words.minute(session.startedAt()),
          Words.minute(session.lastUsed()),
          session.address(),
          session.id().equals(reader));
    }
  }

  public List<Route> routes() {
    Access signedIn = new Access.SignedIn();
    return List.of(
        Route.get(PATH, signedIn, Act.NONE, visit -> page(200, visit, "", "")),
        Route.post(PATH + "/password", signedIn, Act.NONE, own(this::changePassword)),
        Route.post(PATH + "/authenticator", signedIn, Act.NONE, own(this::showSecret)),
        Route.post(PATH + "/authenticator/code", signedIn, Act.NONE, own(this::takeSecret)),
        Route.post(PATH + "/recovery", signedIn, Act.NONE, own(this::makeCodes)),
        Route.post(PATH + "/sessions", signedIn, Act.NONE, this::endSessions));
  }

  /** Whom a provider vouches for has neither password nor authenticator here. */
  private Action own(Action action) {
    return visit ->
        foreign.isOne(visit.account().name()) ? NotFound.answer() : action.answer(visit);
  }

  private Answer page(int status, Visit visit, String problem, String done) {
    return page(status, visit, problem, done, List.of());
  }

  /**
   * @param problem phrase of why nothing was done, or empty
   * @param done phrase of what was, or empty
   * @param codes recovery codes that are told now
   */
  private Answer page(int status, Visit visit, String problem, String done, List<String> codes) {
    String account = visit.account().name();
    RecoveryCodes.Standing standing = means.recovery().of(account);
    return new Answer.Page(
        status,
        "own-account",
        Map.of(
            "foreign",
            foreign.isOne(account),
            "sessions",
            sessions.of(account).stream().map(one -> Row.of(one, visit.session().id())).toList(),
            "left",
            standing.left(),
            "lastUsed",
            standing.lastUsed().map(Words::minute).orElse(""),
            "codes",
            codes,
            "shortest",
            Passwords.SHORTEST,
            "problem",
            problem,
            "done",
            done,
            "proof",
            stepUp.proof(visit, PATH)));
  }

  private Answer changePassword(Visit visit) {
    String account = visit.account().name();
    String password = visit.form("new");
    Optional<String> problem = problem(visit, password, account);
    if (problem.isPresent()) {
      return page(422, visit, problem.get(), "");
    }
    Optional<String> hindrance = stepUp.hindrance(visit);
    if (hindrance.isPresent()) {
      return page(403, visit, hindrance.get(), "");
    }
    means.secrets().changePassword(account, password, db -> note(visit, "password changed"));
    signIn.renew(visit);
    return page(200, visit, "", "own.password-done");
  }

  private static Optional<String> problem(Visit visit, String password, String account) {
    if (!password.equals(visit.form("repeat"))) {
      return Optional.of("own.differ");
    }
    return password.equals(visit.form("password"))
        ? Optional.of("own.same")
        : NewPassword.problem(password, account);
  }

  /** The secret is shown after this question alone, so that no stolen session learns one. */
  private Answer showSecret(Visit visit) {
    String account = visit.account().name();
    String typed = visit.form("recovery");
    Optional<String> hindrance =
        typed.isBlank()
            ? stepUp.hindrance(visit)
            : stepUp.hindrance(visit, recoveryUse.of(account, typed));
    if (hindrance.isPresent()) {
      return page(403, visit, hindrance.get(), "");
    }
    OneTimeCode code = means.authenticators().begin(visit.session().id());
    return new Answer.Page(
        200,
        "authenticator",
        Map.of(
            "secret",
            code.secret(),
            "pictures",
            List.of(QrCode.of(code.enrolment(account))),
            "problem",
            ""));
  }

  private Answer takeSecret(Visit visit) {
    String account = visit.account().name();
    String session = visit.session().id();
    String typed = visit.form("code");
    Optional<OneTimeCode> taken = means.authenticators().take(session, typed);
    if (taken.isEmpty()) {
      // Without the secret: it is told once.
      return means.authenticators().isPending(session)
          ? new Answer.Page(
              422,
              "authenticator",
              Map.of("secret", "", "pictures", List.of(), "problem", "first.code"))
          : page(422, visit, "own.begin-again", "");
    }
    boolean isChanged =
        means
            .secrets()
            .changeAuthenticator(
                account, taken.get(), typed, db -> note(visit, "authenticator changed"));
    if (!isChanged) {
      return page(422, visit, "own.begin-again", "");
    }
    signIn.renew(visit);
    return page(200, visit, "", "own.authenticator-done");
  }

  private Answer makeCodes(Visit visit) {
    Optional<String> hindrance = stepUp.hindrance(visit);
    if (hindrance.isPresent()) {
      return page(403, visit, hindrance.get(), "");
    }
    note(visit, "recovery codes made");
    return page(200, visit, "", "", means.recovery().renew(visit.account().name()));
  }

  private Answer endSessions(Visit visit) {
    String wanted = visit.form("session");
    List<Session> chosen =
        signIn.others(visit).stream()
            .filter(one -> wanted.equals(ALL) || wanted.equals(one.id()))
            .toList();
    if (chosen.isEmpty()) {
      return NotFound.answer();
    }
    Optional<String> hindrance = stepUp.hindrance(visit);
    if (hindrance.isPresent()) {
      return page(403, visit, hindrance.get(), "");
    }
    signIn.end(visit, chosen);
    return page(200, visit, "", "own.sessions-done");
  }

  private boolean note(Visit visit, String deed) {
    traces.log(visit.account().name(), AuditEvent.of(deed, "").in(visit.session().id()));
    return true;
  }
}
