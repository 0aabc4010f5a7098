package org.vigie.web.pages.account;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import org.vigie.casework.mandate.AuditEvent;
import org.vigie.casework.people.Account;
import org.vigie.casework.people.Accounts;
import org.vigie.casework.people.EnrolmentCodes;
import org.vigie.casework.people.Invitation;
import org.vigie.casework.people.Invitations;
import org.vigie.casework.people.OneTimeCode;
import org.vigie.casework.people.Passwords;
import org.vigie.casework.people.Role;
import org.vigie.web.Access;
import org.vigie.web.AccessFilter;
import org.vigie.web.Act;
import org.vigie.web.Answer;
import org.vigie.web.Route;
import org.vigie.web.Visit;

/** Where a person makes an account: the first one, and those that an admin invites to. */
public final class EnrolmentPages {
  private static final String FIRST = "/first-account";
  private static final String INVITED = "/invitation";

  private final Accounts accounts;
  private final FirstAccount first;
  private final Invitations invitations;
  private final EnrolmentCodes codes;
  private final AccessFilter.Traces traces;
  private final SecureRandom random;
  private final Clock clock;
  private final BooleanSupplier alone;
  private final Map<String, OneTimeCode> secrets = new ConcurrentHashMap<>();

  /**
   * @param alone whether one person may have all roles, asked at each deed
   */
  public EnrolmentPages(
      Accounts accounts,
      FirstAccount first,
      Invitations invitations,
      EnrolmentCodes codes,
      AccessFilter.Traces traces,
      SecureRandom random,
      Clock clock,
      BooleanSupplier alone) {
    this.alone = alone;
    this.accounts = accounts;
    this.first = first;
    this.invitations = invitations;
    this.codes = codes;
    this.traces = traces;
    this.random = random;
    this.clock = clock;
  }

  /**
   * What a person fills in.
   *
   * @param path where it is sent
   * @param isFirst whether the name is the person's own choice
   * @param grant the code of who granted it, or empty
   */
  private record Form(
      String path,
      boolean isFirst,
      boolean alone,
      String token,
      String grant,
      OneTimeCode code,
      String name) {
    Answer ask(int status, String problem) {
      return new Answer.Page(
          status,
          "enrolment",
          Map.of(
              "path",
              path,
              "first",
              isFirst,
              "alone",
              alone,
              "token",
              token,
              "grant",
              grant,
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
    return first.isOpen() ? askKey(200, FIRST, "", "") : refused("first.refused");
  }

  private Form formOfFirst(String token, String name) {
    return new Form(FIRST, true, alone.getAsBoolean(), token, "", secretOf(token), name);
  }

  private Answer makeFirst(Visit visit) {
    String token = token(visit);
    if (!first.accepts(token)) {
      return refused("first.refused");
    }
    if (visit.form("password").isEmpty()) {
      return formOfFirst(token, "admin").ask(200, "");
    }
    String name = visit.form("name").strip().toLowerCase(Locale.ROOT);
    // Whoever runs a workspace alone needs to see something, too; others part the roles.
    Set<Role> roles =
        alone.getAsBoolean() && !visit.form("alone").isEmpty()
            ? EnumSet.allOf(Role.class)
            : EnumSet.of(Role.ADMIN);
    return make(
        visit, formOfFirst(token, name), roles, db -> first.use(db, token), "first.refused");
  }

  private Answer askInvited(Visit visit) {
    return askKey(200, INVITED, "", "");
  }

  /**
   * Asks for what stands behind the {@code #} of a link, and where two admins agree for the code of
   * the second. That part of a link no browser sends, so that neither the logs of servers nor the
   * next site's have it; a script of ours puts it into the form.
   */
  private Answer askKey(int status, String path, String token, String problem) {
    boolean isFirst = path.equals(FIRST);
    boolean coded = !isFirst && (token.isEmpty() ? !alone.getAsBoolean() : isNeeded(token));
    return new Answer.Page(
        status,
        "enrolment-key",
        Map.of("path", path, "first", isFirst, "coded", coded, "token", token, "problem", problem));
  }

  /** Returns the token of a form, into which somebody may have put a link, or an earlier one. */
  private static String token(Visit visit) {
    String typed = visit.form("token").strip();
    return typed.substring(Math.max(typed.lastIndexOf('#'), typed.lastIndexOf('=')) + 1);
  }

  /** Finds an invitation that may be used: where two admins agree, it has a code of the second. */
  private Optional<Invitation> find(String token) {
    return invitations.find(token).filter(found -> alone.getAsBoolean() || codes.isNeeded(token));
  }

  private Form formOfInvited(String token, String grant, String name) {
    return new Form(INVITED, false, false, token, grant, secretOf(token), name);
  }

  private Answer makeInvited(Visit visit) {
    String token = token(visit);
    Optional<Invitation> found = find(token);
    if (found.isEmpty() || accounts.find(found.get().name()).isPresent()) {
      return refused("invitation.refused");
    }
    String name = found.get().name();
    String grant = visit.form("grant");
    boolean needed = isNeeded(token);
    // Whoever has the link alone sees no more of the account than this, so no secret of it.
    if (needed && grant.isBlank()) {
      return askKey(200, INVITED, token, "");
    }
    if (needed && !codes.isRight(token, grant)) {
      traces.log(name, AuditEvent.of("refused post " + INVITED, "account=" + name));
      return askKey(403, INVITED, token, "invitation.code-wrong");
    }
    Form form = formOfInvited(token, grant, name);
    if (visit.form("password").isEmpty()) {
      return form.ask(200, "");
    }
    return make(
        visit,
        form,
        found.get().roles(),
        db -> (!needed || codes.use(db, token, grant)) && invitations.use(db, token),
        "invitation.refused");
  }

  /** Makes an account and uses up the right to it, both or neither; the log has it before. */
  private Answer make(
      Visit visit, Form form, Set<Role> roles, Accounts.Right right, String refused) {
    Optional<String> problem = problem(form, visit);
    if (problem.isPresent()) {
      return form.ask(422, problem.get());
    }
    Account account = new Account(form.name(), roles, true, clock.instant());
    boolean isMade =
        accounts.enrol(
            account,
            visit.form("password"),
            form.code(),
            visit.form("code"),
            db -> right.use(db) && isLogged(form));
    if (!isMade) {
      return refused(refused);
    }
    first.made(form.token());
    secrets.remove(form.token());
    return new Answer.SeeOther("/sign-in");
  }

  private boolean isLogged(Form form) {
    traces.log(
        form.name(), AuditEvent.of("alteration post " + form.path(), "account=" + form.name()));
    return true;
  }

  /**
   * Returns the secret of the authenticator of whoever has a token: made here and kept here, so
   * that nobody can bring one of their own. Only tokens that are good have one.
   */
  private OneTimeCode secretOf(String token) {
    return secrets.computeIfAbsent(token, unknown -> OneTimeCode.random(random));
  }

  /** Finds what is wrong with what was filled in, as the name of a phrase. */
  private Optional<String> problem(Form form, Visit visit) {
    if (!Account.isName(form.name())) {
      return Optional.of("first.name");
    }
    Optional<String> problem = NewPassword.problem(visit.form("password"), form.name());
    return problem.isPresent() || form.code().matches(visit.form("code"), clock.instant())
        ? problem
        : Optional.of("first.code");
  }

  private static Answer refused(String phrase) {
    return Answer.Page.error(403, phrase);
  }

  /** Where two admins agree, always: what was so a moment ago may have been replaced since. */
  private boolean isNeeded(String token) {
    return !alone.getAsBoolean() || codes.isNeeded(token);
  }
}
