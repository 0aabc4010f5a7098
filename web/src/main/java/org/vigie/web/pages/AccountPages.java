package org.vigie.web.pages;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
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

/** Where admins invite people, say what each may do, and shut accounts. */
public final class AccountPages {
  private static final String PATH = "/accounts";

  private final Accounts accounts;
  private final Invitations invitations;
  private final Sessions sessions;
  private final ApiTokens tokens;

  public AccountPages(
      Accounts accounts, Invitations invitations, Sessions sessions, ApiTokens tokens) {
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

  public List<Route> routes() {
    Access admins = Access.of(Role.ADMIN);
    return List.of(
        Route.get(PATH, admins, Act.CONSULTATION, visit -> page(200, "", "")),
        Route.post(PATH + "/invitations", admins, Act.ALTERATION, this::invite),
        Route.post(PATH + "/{name}", admins, Act.ALTERATION, this::change));
  }

  private Answer page(int status, String invitation, String problem) {
    return new Answer.Page(
        status,
        "accounts",
        Map.of(
            "accounts",
            accounts.all().stream().map(Row::of).toList(),
            "roles",
            Arrays.stream(Role.values()).map(Role::label).toList(),
            "invitation",
            invitation,
            "problem",
            problem));
  }

  /** The way in is shown once, to be handed on outside the console. */
  private Answer invite(Visit visit) {
    String name = visit.form("name").strip().toLowerCase(Locale.ROOT);
    Set<Role> roles = roles(visit);
    if (!Account.isName(name) || accounts.find(name).isPresent() || roles.isEmpty()) {
      return page(422, "", "accounts.problem");
    }
    String token = invitations.invite(name, roles, visit.account().name());
    return page(200, "/invitation?token=" + token, "");
  }

  private Answer change(Visit visit) {
    String name = visit.path("name");
    if (accounts.find(name).isEmpty()) {
      return NotFound.answer();
    }
    try {
      accounts.change(name, roles(visit), visit.form("enabled").equals("yes"));
    } catch (IllegalArgumentException e) {
      return page(422, "", "accounts.last-admin");
    }
    sessions.endAllOf(name);
    tokens.revokeAllOf(name);
    return new Answer.SeeOther(PATH);
  }

  private static Set<Role> roles(Visit visit) {
    Set<Role> roles = EnumSet.noneOf(Role.class);
    List<String> chosen = visit.forms("role");
    Arrays.stream(Role.values()).filter(role -> chosen.contains(role.label())).forEach(roles::add);
    return roles;
  }
}
