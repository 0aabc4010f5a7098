package org.vigie.web.pages.account;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.vigie.casework.AdminRequest;
import org.vigie.casework.AdminRequests;
import org.vigie.casework.people.Account;
import org.vigie.casework.people.Accounts;
import org.vigie.casework.people.ApiTokens;
import org.vigie.casework.people.Role;
import org.vigie.casework.people.Sessions;
import org.vigie.text.safe.Words;
import org.vigie.web.Access;
import org.vigie.web.Act;
import org.vigie.web.Answer;
import org.vigie.web.Route;
import org.vigie.web.Visit;
import org.vigie.web.pages.part.Lapses;
import org.vigie.web.pages.part.NotFound;
import org.vigie.web.pages.part.Paths;
import org.vigie.web.pages.part.StepUp;

/** Where admins invite people, say what each may do, and shut accounts. */
public final class AccountPages {
  static final String PATH = "/accounts";

  /** How long it is said that a request lapsed. */
  static final Duration TOLD = Duration.ofDays(30);

  private final Accounts accounts;
  private final Inviting inviting;
  private final SettingRequests settings;
  private final Sessions sessions;
  private final ApiTokens tokens;
  private final AdminRequests requests;
  private final Lapses lapses;
  private final StepUp stepUp;
  private final BooleanSupplier alone;
  private final OwnerGrants owner;
  private final CustodyNotices notices;

  /**
   * @param alone whether nobody else has to agree, asked at each deed
   * @param owner what a key kept offline grants
   * @param notices what else admins are told
   */
  public AccountPages(
      ProviderPages.Rights rights,
      Inviting inviting,
      SettingRequests settings,
      AdminRequests requests,
      Lapses lapses,
      StepUp stepUp,
      BooleanSupplier alone,
      OwnerGrants owner,
      CustodyNotices notices) {
    this.notices = notices;
    this.owner = owner;
    this.requests = requests;
    this.lapses = lapses;
    this.stepUp = stepUp;
    this.alone = alone;
    this.accounts = rights.accounts();
    this.sessions = rights.sessions();
    this.tokens = rights.tokens();
    this.inviting = inviting;
    this.settings = settings;
  }

  /** One account in the list. */
  public record Row(String name, String path, Set<String> roles, boolean enabled, String made) {
    static Row of(Account account) {
      return new Row(
          account.name(),
          PATH + "/" + Paths.encoded(account.name()) + "/rights",
          Set.copyOf(account.roles().stream().map(Role::label).toList()),
          account.enabled(),
          Words.day(account.createdAt()));
    }
  }

  public List<Route> routes() {
    Access admins = Access.of(Role.ADMIN);
    return List.of(
        Route.get(PATH, admins, Act.CONSULTATION, visit -> page(200, visit, "")),
        // The first that fits answers, and an account may be called "requests".
        Route.post(PATH + "/{name}/rights", admins, Act.ALTERATION, this::change),
        Route.post(PATH + "/invitations", admins, Act.ALTERATION, this::invite),
        Route.post(PATH + "/requests", admins, Act.ALTERATION, this::askForSettings),
        Route.post(PATH + "/requests/{id}", admins, Act.ALTERATION, this::decide),
        Route.post(PATH + "/requests/{id}/link", admins, Act.ALTERATION, this::takeLink));
  }

  private Answer page(int status, Visit visit, String problem) {
    return page(status, visit, problem, Inviting.Link.NONE, "");
  }

  /**
   * @param link of an invitation, or none
   * @param code that goes with another's link, or empty
   */
  private Answer page(int status, Visit visit, String problem, Inviting.Link link, String code) {
    String reader = visit.account().name();
    lapses.pass();
    return new Answer.Page(
        status,
        "accounts",
        Map.ofEntries(
            Map.entry("notices", notices.all()),
            Map.entry("accounts", accounts.all().stream().map(Row::of).toList()),
            Map.entry("asked", asked(reader)),
            Map.entry("settings", settings.rows()),
            Map.entry("proof", stepUp.proof(visit, PATH)),
            Map.entry("roles", Arrays.stream(Role.values()).map(Role::label).toList()),
            Map.entry("invitation", link),
            Map.entry("code", code),
            Map.entry("enrolled", inviting.enrolled()),
            Map.entry("problem", problem)));
  }

  private List<PendingRequest> asked(String reader) {
    return Stream.of(inviting.granted(reader), requests.pending(), requests.lapsedWithin(TOLD))
        .flatMap(List::stream)
        .map(one -> PendingRequest.of(one, reader, owner.line(one)))
        .toList();
  }

  /** Whoever holds a session alone asks for nothing: each deed wants password and code again. */
  private Answer proven(Visit visit, Supplier<Answer> deed) {
    return stepUp.hindrance(visit).map(problem -> page(403, visit, problem)).orElseGet(deed);
  }

  /** Whoever works alone invites at once; others ask, and a second admin grants. */
  private Answer invite(Visit visit) {
    String name = visit.form("name").strip().toLowerCase(Locale.ROOT);
    Set<Role> roles = AccountRights.typed(visit).roles();
    if (!Account.isName(name) || accounts.find(name).isPresent() || roles.isEmpty()) {
      return page(422, visit, "accounts.problem");
    }
    return proven(
        visit,
        () ->
            alone.getAsBoolean()
                ? invited(visit, inviting.alone(name, roles, visit.account().name()))
                : ask(visit, AdminRequest.Kind.INVITE, name, new AccountRights(roles, false)));
  }

  /** The link of what another admin granted is shown once, to whoever asked for it. */
  private Answer takeLink(Visit visit) {
    String reader = visit.account().name();
    return inviting.granted(reader).stream()
        .filter(one -> String.valueOf(one.id()).equals(visit.path("id")))
        .findFirst()
        .flatMap(one -> inviting.path(one, AccountRights.asked(one).roles(), reader))
        .map(path -> invited(visit, path))
        .orElseGet(NotFound::answer);
  }

  private Answer invited(Visit visit, String path) {
    return page(200, visit, "", inviting.link(path, visit.origin()), "");
  }

  private Answer ask(Visit visit, AdminRequest.Kind kind, String name, AccountRights rights) {
    requests.ask(kind, visit.account().name(), name, rights.detail());
    return page(202, visit, "accounts.asked");
  }

  private Answer askForSettings(Visit visit) {
    return proven(
        visit,
        () ->
            settings.ask(visit.form("part"), visit.account().name())
                ? page(202, visit, "accounts.asked")
                : NotFound.answer());
  }

  private Answer change(Visit visit) {
    String name = visit.path("name");
    if (accounts.find(name).isEmpty()) {
      return NotFound.answer();
    }
    AccountRights rights = AccountRights.typed(visit);
    return proven(
        visit,
        () ->
            alone.getAsBoolean()
                ? changed(visit, name, rights)
                : ask(visit, AdminRequest.Kind.CHANGE, name, rights));
  }

  private Answer changed(Visit visit, String name, AccountRights rights) {
    try {
      accounts.change(name, rights.roles(), rights.enabled());
    } catch (IllegalArgumentException e) {
      return page(422, visit, "accounts.last-admin");
    }
    sessions.endAllOf(name);
    tokens.revokeAllOf(name);
    return new Answer.SeeOther(PATH);
  }

  private Answer decide(Visit visit) {
    lapses.pass();
    Optional<AdminRequest> found = find(visit.path("id"));
    boolean granted = visit.form("decision").equals("grant");
    if (found.isEmpty() || (!granted && !visit.form("decision").equals("decline"))) {
      return NotFound.answer();
    }
    AdminRequest request = found.get();
    if (request.isLapsed()) {
      return page(409, visit, "error.lapsed");
    }
    Optional<String> decider = owner.decider(visit, request);
    if (decider.isEmpty()) {
      return page(403, visit, "accounts.owner-wrong");
    }
    String by = decider.get();
    if (!request.isPending() || request.askedBy().equals(by)) {
      return notSecond();
    }
    return granted
        ? proven(visit, () -> decided(visit, request, by, true))
        : decided(visit, request, by, false);
  }

  private Answer decided(Visit visit, AdminRequest request, String by, boolean granted) {
    if (!requests.decide(by, request.id(), granted)) {
      return notSecond();
    }
    owner.log(visit, request, by, granted);
    return granted ? granted(visit, request, by) : new Answer.SeeOther(PATH);
  }

  private Answer granted(Visit visit, AdminRequest request, String by) {
    return switch (request.kind()) {
      case INVITE ->
          accounts.find(request.subject()).isEmpty()
              ? page(200, visit, "", Inviting.Link.NONE, inviting.code(request, by))
              : notSecond();
      case CHANGE ->
          requests.take(request.id())
              ? changed(visit, request.subject(), AccountRights.asked(request))
              : notSecond();
      case SETTINGS -> settings.grant(request, by) ? new Answer.SeeOther(PATH) : notSecond();
      case TOKEN, KEYS -> new Answer.SeeOther(PATH);
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
    return Answer.Page.error(409, "error.second");
  }
}
