package org.vigie.web.pages.account;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.vigie.casework.mandate.AuditEvent;
import org.vigie.casework.people.Accounts;
import org.vigie.casework.people.Attempts;
import org.vigie.casework.people.Devices;
import org.vigie.casework.people.OwnSecrets;
import org.vigie.casework.people.Passwords;
import org.vigie.casework.people.Sessions;
import org.vigie.web.Access;
import org.vigie.web.AccessFilter;
import org.vigie.web.Act;
import org.vigie.web.Answer;
import org.vigie.web.DeviceCookie;
import org.vigie.web.Route;
import org.vigie.web.SignIn;
import org.vigie.web.Visit;

/**
 * Where somebody who forgot the password sets another, with a code of the authenticator and a
 * recovery code: neither alone opens anything. All sessions of the account end, and it isn't signed
 * in by that.
 *
 * @see <a href="https://doi.org/10.6028/NIST.SP.800-63B-4">NIST SP 800-63B-4, 4.2.2.2: a saved
 *     recovery code and one authenticator recover an account at AAL2</a>
 */
public final class ForgottenPassword {
  private static final String PATH = "/forgotten";

  private final Accounts accounts;
  private final OwnSecrets secrets;
  private final RecoveryUse recovery;
  private final Sessions sessions;
  private final Devices devices;
  private final SignIn signIn;
  private final AccessFilter.Traces traces;
  private final Attempts attempts;

  public ForgottenPassword(
      Accounts accounts,
      OwnSecrets secrets,
      RecoveryUse recovery,
      Sessions sessions,
      Devices devices,
      SignIn signIn,
      AccessFilter.Traces traces,
      Clock clock) {
    this.accounts = accounts;
    this.secrets = secrets;
    this.recovery = recovery;
    this.sessions = sessions;
    this.devices = devices;
    this.signIn = signIn;
    this.traces = traces;
    this.attempts = new Attempts(clock);
  }

  public List<Route> routes() {
    Access anyone = new Access.Anyone();
    return List.of(
        Route.get(PATH, anyone, Act.NONE, visit -> page(200, "")),
        Route.post(PATH, anyone, Act.NONE, this::reset));
  }

  private static Answer page(int status, String problem) {
    return new Answer.Page(
        status, "forgotten", Map.of("problem", problem, "shortest", Passwords.SHORTEST));
  }

  private Answer reset(Visit visit) {
    String name = visit.form("name").strip().toLowerCase(Locale.ROOT);
    Optional<String> problem = problem(visit, name);
    if (problem.isPresent()) {
      return page(422, problem.get());
    }
    String address = Attempts.ofAddress(visit.address());
    List<String> counted = devices.counted(name, DeviceCookie.of(visit), address);
    if (!attempts.begin(counted)) {
      return page(429, "sign-in.wait");
    }
    boolean isReset =
        attempts.check(
            counted, () -> secrets.resetPassword(name, visit.form("new"), right(visit, name)));
    if (!isReset) {
      signIn.refused(visit, accounts.find(name).isPresent() ? name : "");
      return page(403, "forgotten.wrong");
    }
    attempts.succeeded(counted.getFirst());
    attempts.succeededAt(address);
    sessions.endAllOf(name);
    return new Answer.SeeOther("/sign-in");
  }

  private static Optional<String> problem(Visit visit, String name) {
    String password = visit.form("new");
    return password.equals(visit.form("repeat"))
        ? NewPassword.problem(password, name)
        : Optional.of("own.differ");
  }

  /** Both codes or none are used up, and the log has it before. */
  private Accounts.Right right(Visit visit, String name) {
    Accounts.Right code = accounts.code(name, visit.form("code"));
    Accounts.Right paper = recovery.of(name, visit.form("recovery"));
    return db -> code.use(db) && paper.use(db) && isLogged(name);
  }

  private boolean isLogged(String name) {
    traces.log(name, AuditEvent.of("forgotten password replaced", ""));
    return true;
  }
}
