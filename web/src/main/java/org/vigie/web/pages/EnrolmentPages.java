package org.vigie.web.pages;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.vigie.casework.mandate.Deed;
import org.vigie.casework.people.Account;
import org.vigie.casework.people.Accounts;
import org.vigie.casework.people.Invitation;
import org.vigie.casework.people.Invitations;
import org.vigie.casework.people.OneTimeCode;
import org.vigie.casework.people.Passwords;
import org.vigie.casework.people.Role;
import org.vigie.web.Access;
import org.vigie.web.Act;
import org.vigie.web.Answer;
import org.vigie.web.Gate;
import org.vigie.web.Route;
import org.vigie.web.Visit;

/** Where a person makes an account: the first one, and those that an admin invites to. */
public final class EnrolmentPages {
  private static final String FIRST = "/first-account";
  private static final String INVITED = "/invitation";

  private final Accounts accounts;
  private final FirstAccount first;
  private final Invitations invitations;
  private final Gate.Traces traces;
  private final SecureRandom random;
  private final Clock clock;

  public EnrolmentPages(
      Accounts accounts,
      FirstAccount first,
      Invitations invitations,
      Gate.Traces traces,
      SecureRandom random,
      Clock clock) {
    this.accounts = accounts;
    this.first = first;
    this.invitations = invitations;
    this.traces = traces;
    this.random = random;
    this.clock = clock;
  }

  /**
   * What a person fills in.
   *
   * @param path where it is sent
   * @param isFirst whether name and roles are the person's own choice
   */
  private record Form(String path, boolean isFirst, String token, OneTimeCode code, String name) {
    Answer ask(int status, String problem) {
      return new Answer.Page(
          status,
          "enrolment",
          Map.of(
              "path",
              path,
              "first",
              isFirst,
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
  }

  public List<Route> routes() {
    Access anyone = new Access.Anyone();
    return List.of(
        Route.get(FIRST, anyone, Act.NONE, this::askFirst),
        Route.post(FIRST, anyone, Act.NONE, this::makeFirst),
        Route.get(INVITED, anyone, Act.NONE, this::askInvited),
        Route.post(INVITED, anyone, Act.NONE, this::makeInvited));
  }

  private Answer askFirst(Visit visit) {
    String token = visit.query("token");
    return first.accepts(token)
        ? new Form(FIRST, true, token, OneTimeCode.random(random), "admin").ask(200, "")
        : refused("first.refused");
  }

  private Answer makeFirst(Visit visit) {
    String token = visit.form("token");
    if (!first.accepts(token)) {
      return refused("first.refused");
    }
    String name = visit.form("name").strip().toLowerCase(Locale.ROOT);
    Form form = new Form(FIRST, true, token, new OneTimeCode(visit.form("secret")), name);
    Optional<String> problem = problem(form, visit);
    if (problem.isPresent()) {
      return form.ask(422, problem.get());
    }
    // Whoever runs a workspace alone needs to see something, too; larger units part the roles.
    Set<Role> roles =
        visit.form("alone").isEmpty() ? EnumSet.of(Role.ADMIN) : EnumSet.allOf(Role.class);
    traces.log(name, Deed.of("alteration post " + FIRST, "account=" + name));
    accounts.add(name, roles, visit.form("password"), form.code());
    first.made();
    return new Answer.SeeOther("/sign-in");
  }

  private Answer askInvited(Visit visit) {
    String token = visit.query("token");
    return invitations
        .find(token)
        .map(found ->
            new Form(INVITED, false, token, OneTimeCode.random(random), found.name()).ask(200, ""))
        .orElseGet(() -> refused("invitation.refused"));
  }

  private Answer makeInvited(Visit visit) {
    String token = visit.form("token");
    Optional<Invitation> found = invitations.find(token);
    if (found.isEmpty() || accounts.find(found.get().name()).isPresent()) {
      return refused("invitation.refused");
    }
    String name = found.get().name();
    Form form = new Form(INVITED, false, token, new OneTimeCode(visit.form("secret")), name);
    Optional<String> problem = problem(form, visit);
    if (problem.isPresent()) {
      return form.ask(422, problem.get());
    }
    traces.log(name, Deed.of("alteration post " + INVITED, "account=" + name));
    if (!invitations.use(token)) {
      return refused("invitation.refused");
    }
    accounts.add(name, found.get().roles(), visit.form("password"), form.code());
    return new Answer.SeeOther("/sign-in");
  }

  /** Finds what is wrong with what was filled in, as the name of a phrase. */
  private Optional<String> problem(Form form, Visit visit) {
    String password = visit.form("password");
    if (!Account.isName(form.name())) {
      return Optional.of("first.name");
    }
    if (password.length() < Passwords.SHORTEST || password.length() > Passwords.LONGEST) {
      return Optional.of("first.password");
    }
    return form.code().matches(visit.form("code"), clock.instant())
        ? Optional.empty()
        : Optional.of("first.code");
  }

  private static Answer refused(String phrase) {
    return new Answer.Page(403, "error", Map.of("phrase", phrase, "detail", ""));
  }
}
