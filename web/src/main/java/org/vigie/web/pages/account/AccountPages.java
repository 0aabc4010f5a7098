package org.vigie.web.pages.account;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.vigie.casework.AdminRequest;
import org.vigie.casework.AdminRequests;
import org.vigie.casework.people.Account;
import org.vigie.casework.people.Accounts;
import org.vigie.casework.people.ApiTokens;
import org.vigie.casework.people.Invitations;
import org.vigie.casework.people.Role;
import org.vigie.casework.people.Sessions;
import org.vigie.text.safe.Words;
import org.vigie.web.Access;
import org.vigie.web.Act;
import org.vigie.web.Answer;
import org.vigie.web.Route;
import org.vigie.web.Visit;
import org.vigie.web.pages.part.NotFound;
import org.vigie.web.pages.part.Paths;
import org.vigie.web.pages.part.StepUp;

/** Where admins invite people, say what each may do, and shut accounts. */
public final class AccountPages {
  private static final String PATH = "/accounts";

  /** Stands beside the roles that an account is to have, if it may sign in. */
  private static final String ENABLED = "enabled";

  private final Accounts accounts;
  private final Invitations invitations;
  private final Sessions sessions;
  private final ApiTokens tokens;
  private final AdminRequests requests;
  private final StepUp stepUp;
  private final boolean alone;

  /**
   * @param alone whether nobody else has to agree
   */
  public AccountPages(
      Accounts accounts,
      Invitations invitations,
      Sessions sessions,
      ApiTokens tokens,
      AdminRequests requests,
      StepUp stepUp,
      boolean alone) {
    this.requests = requests;
    this.stepUp = stepUp;
    this.alone = alone;
    this.accounts = accounts;
    this.invitations = invitations;
    this.sessions = sessions;
    this.tokens = tokens;
  }

  /** One account in the list. */
  public record Row(String name, String path, Set<String> roles, boolean enabled, String made) {
    static Row of(Account account) {
      return new Row(
          account.name(),
          PATH + "/" + Paths.encoded(account.name()),
          Set.copyOf(account.roles().stream().map(Role::label).toList()),
          account.enabled(),
          Words.day(account.createdAt()));
    }
  }

  /**
   * Something that waits for a second admin.
   *
   * @param kind name of what is asked for
   * @param mine whether the reader asked for it, and so can't decide it
   */
  public record Asked(
      String path, String kind, String by, String at, String subject, String detail, boolean mine) {
    static Asked of(AdminRequest request, String reader) {
      return new Asked(
          PATH + "/requests/" + request.id(),
          request.kind().name().toLowerCase(Locale.ROOT),
          request.askedBy(),
          Words.minute(request.askedAt()),
          request.subject(),
          request.detail(),
          request.askedBy().equals(reader));
    }
  }

  public List<Route> routes() {
    Access admins = Access.of(Role.ADMIN);
    return List.of(
        Route.get(PATH, admins, Act.CONSULTATION, visit -> page(200, visit, "", "")),
        Route.post(PATH + "/invitations", admins, Act.ALTERATION, this::invite),
        Route.post(PATH + "/requests/{id}", admins, Act.ALTERATION, this::decide),
        Route.post(PATH + "/{name}", admins, Act.ALTERATION, this::change));
  }

  private Answer page(int status, Visit visit, String invitation, String problem) {
    String reader = visit.account().name();
    return new Answer.Page(
        status,
        "accounts",
        Map.of(
            "accounts",
            accounts.all().stream().map(Row::of).toList(),
            "asked",
            requests.pending().stream().map(one -> Asked.of(one, reader)).toList(),
            "proof",
            stepUp.proof(visit, PATH),
            "roles",
            Arrays.stream(Role.values()).map(Role::label).toList(),
            "invitation",
            invitation,
            "problem",
            problem));
  }

  /** Whoever works alone invites at once; others ask, and a second admin grants. */
  private Answer invite(Visit visit) {
    String name = visit.form("name").strip().toLowerCase(Locale.ROOT);
    Set<Role> roles = roles(visit);
    if (!Account.isName(name) || accounts.find(name).isPresent() || roles.isEmpty()) {
      return page(422, visit, "", "accounts.problem");
    }
    return alone
        ? invited(visit, name, roles)
        : ask(visit, AdminRequest.Kind.INVITE, name, labels(roles));
  }

  /** The way in is shown once, to be handed on outside the console. */
  private Answer invited(Visit visit, String name, Set<Role> roles) {
    String token = invitations.invite(name, roles, visit.account().name());
    return page(200, visit, "/invitation?token=" + token, "");
  }

  private Answer ask(Visit visit, AdminRequest.Kind kind, String name, String detail) {
    requests.ask(kind, visit.account().name(), name, detail);
    return page(202, visit, "", "accounts.asked");
  }

  private Answer change(Visit visit) {
    String name = visit.path("name");
    if (accounts.find(name).isEmpty()) {
      return NotFound.answer();
    }
    boolean enabled = visit.form("enabled").equals("yes");
    if (!alone) {
      String detail = (labels(roles(visit)) + (enabled ? " " + ENABLED : "")).strip();
      return ask(visit, AdminRequest.Kind.CHANGE, name, detail);
    }
    return changed(visit, name, roles(visit), enabled);
  }

  private Answer changed(Visit visit, String name, Set<Role> roles, boolean enabled) {
    try {
      accounts.change(name, roles, enabled);
    } catch (IllegalArgumentException e) {
      return page(422, visit, "", "accounts.last-admin");
    }
    sessions.endAllOf(name);
    tokens.revokeAllOf(name);
    return new Answer.SeeOther(PATH);
  }

  private Answer decide(Visit visit) {
    Optional<AdminRequest> found = find(visit.path("id"));
    boolean granted = visit.form("decision").equals("grant");
    if (found.isEmpty() || (!granted && !visit.form("decision").equals("decline"))) {
      return NotFound.answer();
    }
    AdminRequest request = found.get();
    String reader = visit.account().name();
    if (!request.isPending() || request.askedBy().equals(reader)) {
      return notSecond();
    }
    Optional<String> hindrance = granted ? stepUp.hindrance(visit) : Optional.empty();
    if (hindrance.isPresent()) {
      return page(403, visit, "", hindrance.get());
    }
    if (!requests.decide(reader, request.id(), granted)) {
      return notSecond();
    }
    return granted ? granted(visit, request) : new Answer.SeeOther(PATH);
  }

  private Answer granted(Visit visit, AdminRequest request) {
    List<String> words = Arrays.asList(request.detail().split(" ", -1));
    Set<Role> roles = roles(words);
    return switch (request.kind()) {
      case INVITE ->
          requests.take(request.id()) && accounts.find(request.subject()).isEmpty()
              ? invited(visit, request.subject(), roles)
              : notSecond();
      case CHANGE ->
          requests.take(request.id())
              ? changed(visit, request.subject(), roles, words.contains(ENABLED))
              : notSecond();
      case TOKEN -> new Answer.SeeOther(PATH);
    };
  }

  private Optional<AdminRequest> find(String id) {
    try {
      return requests.find(Long.parseLong(id));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  private static Answer notSecond() {
    return new Answer.Page(409, "error", Map.of("phrase", "error.second", "detail", ""));
  }

  private static String labels(Set<Role> roles) {
    return roles.stream().sorted().map(Role::label).collect(Collectors.joining(" "));
  }

  private static Set<Role> roles(Visit visit) {
    return roles(visit.forms("role"));
  }

  private static Set<Role> roles(List<String> chosen) {
    Set<Role> roles = EnumSet.noneOf(Role.class);
    Arrays.stream(Role.values()).filter(role -> chosen.contains(role.label())).forEach(roles::add);
    return roles;
  }
}
