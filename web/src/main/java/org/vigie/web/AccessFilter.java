package org.vigie.web;

import io.javalin.http.Context;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.vigie.casework.config.WebSettings;
import org.vigie.casework.mandate.AuditEvent;
import org.vigie.casework.mandate.ShownIds;
import org.vigie.casework.people.Account;
import org.vigie.casework.people.Accounts;
import org.vigie.casework.people.ApiToken;
import org.vigie.casework.people.ApiTokens;
import org.vigie.casework.people.RateLimit;
import org.vigie.casework.people.Session;
import org.vigie.casework.people.Sessions;

/**
 * What every request passes: who asks, whether they may, whether a form is the console's own, why
 * they look, and the log, in this order; then its action.
 */
public final class AccessFilter {
  /** Names in forms and queries whose values say by an id or a label what is meant. */
  private static final List<String> NAMING =
      List.of(
          "account",
          "advert",
          "assignee",
          "before",
          "case",
          "change",
          "cluster",
          "days",
          "decision",
          "enabled",
          "form",
          "format",
          "from",
          "limit",
          "model",
          "name",
          "offset",
          "opinion",
          "order",
          "outcome",
          "page",
          "risk",
          "role",
          "ruling",
          "scope",
          "status",
          "to",
          "user");

  private static final String BEARER = "Bearer ";

  private final Accounts accounts;
  private final Sessions sessions;
  private final Programs programs;
  private final RateLimit pages;
  private final Traces traces;
  private final Languages languages;
  private final WebSettings web;

  /**
   * Where acts are logged.
   *
   * @see org.vigie.casework.mandate.AuditLog
   */
  @FunctionalInterface
  public interface Traces {
    /**
     * Logs an act before it happens.
     *
     * @param account who
     * @param event what kind of act, by which address, and what in particular
     * @throws org.vigie.files.failure.UserError if it can't be logged or no mandate holds
     */
    void log(String account, AuditEvent event);
  }

  /**
   * How programs come in.
   *
   * @param tokens theirs
   * @param limit how often one may ask
   * @param clock the time
   */
  public record Programs(ApiTokens tokens, RateLimit limit, Clock clock) {}

  /**
   * @param pages how often a person who has signed in may ask
   * @param languages those that a person may read
   * @param web whose word on who asks is believed, and whether one person works alone
   */
  public AccessFilter(
      Accounts accounts,
      Sessions sessions,
      Programs programs,
      RateLimit pages,
      Traces traces,
      Languages languages,
      WebSettings web) {
    this.web = web;
    this.languages = languages;
    this.pages = pages;
    this.accounts = accounts;
    this.sessions = sessions;
    this.programs = programs;
    this.traces = traces;
  }

  /**
   * What came of a request.
   *
   * @param pending what is logged of it once it is known what it shows, before it is sent; null if
   *     it was logged, or needs not be
   */
  record Passed(Visit visit, Route route, Answer answer, @Nullable AuditEvent pending) {}

  Passed pass(Context context, Route route) throws Exception {
    Visit visit = visit(context);
    Optional<Answer> hindrance = hindrance(visit, route);
    if (hindrance.isPresent()) {
      noteRefusal(visit, route, hindrance.get());
      return new Passed(visit, route, hindrance.get(), null);
    }
    AuditEvent event = route.act().isLogged() ? event(visit, route) : null;
    // What is got changes nothing: one line says before it is sent what was asked for and shown.
    boolean isLater = route.method() == Route.Method.GET;
    if (event != null && !isLater) {
      traces.log(visit.account().name(), event);
    }
    try {
      Answer answer = route.action().answer(visit);
      noteRefusal(visit, route, answer);
      return new Passed(visit, route, answer, isLater ? event : null);
    } catch (Exception e) {
      if (event != null && isLater) {
        traces.log(visit.account().name(), event);
      }
      throw e;
    }
  }

  private void noteRefusal(Visit visit, Route route, Answer answer) {
    if (answer.isRefusal() && visit.findAccount().isPresent()) {
      traces.log(visit.account().name(), event(visit, "refused " + route.label()));
    }
  }

  /**
   * Logs what an answer shows, before it is sent.
   *
   * @param shown ids of what it shows
   * @param file {@code sha256:} of the file it hands out, or empty
   */
  void logShown(Passed passed, ShownIds shown, String file) {
    AuditEvent pending = passed.pending();
    ShownIds counted = showsContent(passed.route()) ? shown : ShownIds.none();
    Visit visit = passed.visit();
    if (pending != null) {
      traces.log(visit.account().name(), pending.showing(counted).handingOut(file));
    } else if (visit.findAccount().isPresent() && !(counted.isEmpty() && file.isEmpty())) {
      AuditEvent event =
          event(visit, "shown " + passed.route().label())
              .disclosing(passed.route().disclosing().of(visit));
      traces.log(visit.account().name(), event.showing(counted).handingOut(file));
    }
  }

  /** Auditors read ids in the log, and nothing of what they stand for. */
  private static boolean showsContent(Route route) {
    return switch (route.access()) {
      case Access.Having having -> !Collections.disjoint(having.roles(), Access.READERS);
      case Access.Token token -> !Collections.disjoint(token.roles(), Access.READERS);
      default -> true;
    };
  }

  /** Returns a request without looking who it is from. */
  Visit visitor(Context context) {
    return new Visit(context, null, null, null, Phrases.in(Locale.ENGLISH), web);
  }

  /** Returns a request with who it is from, if that is known. */
  Visit visit(Context context) {
    if (isForPrograms(context.path())) {
      ApiToken token = bearer(context).flatMap(programs.tokens()::find).orElse(null);
      Session session = token == null ? null : Session.of(token, programs.clock().instant());
      Account account = session == null ? null : account(session);
      return new Visit(
          context,
          account == null ? null : session,
          account,
          token,
          Phrases.in(Locale.ENGLISH),
          web);
    }
    Session session =
        Cookies.find(visitor(context), WebServer.SESSION_COOKIE)
            .flatMap(sessions::find)
            .orElse(null);
    Account account = session == null ? null : account(session);
    Phrases phrases =
        session == null
            ? languages.preferred(orEmpty(context.header("Accept-Language")))
            : languages.phrases(session.language());
    return new Visit(context, account == null ? null : session, account, null, phrases, web);
  }

  /** Cookies open no address for programs, so that no page of another site can use one. */
  static boolean isForPrograms(String path) {
    return path.startsWith("/api/");
  }

  private static Optional<String> bearer(Context context) {
    String header = orEmpty(context.header("Authorization"));
    return header.startsWith(BEARER)
        ? Optional.of(header.substring(BEARER.length()).strip())
        : Optional.empty();
  }

  private @Nullable Account account(Session session) {
    return accounts.find(session.account()).filter(Account::enabled).orElse(null);
  }

  private Optional<Answer> hindrance(Visit visit, Route route) {
    if (route.access() instanceof Access.Token wanted) {
      return hindrance(visit, route, wanted);
    }
    if (!(route.access() instanceof Access.Anyone)) {
      if (visit.findAccount().isEmpty()) {
        return Optional.of(new Answer.SeeOther(toSignIn(visit, route)));
      }
      if (!pages.admits(visit.account().name())) {
        return Optional.of(
            new Answer.Page(429, "error", Map.of("phrase", "error.too-many", "detail", "")));
      }
      if (route.access() instanceof Access.Having having
          && !visit.account().hasAny(having.roles())) {
        return Optional.of(forbidden("error.role"));
      }
    }
    if (route.method() == Route.Method.POST && !isOwnForm(visit)) {
      return Optional.of(forbidden("error.form"));
    }
    if (!route.act().isLogged()) {
      return Optional.empty();
    }
    if (visit.session().reason().isEmpty()) {
      return Optional.of(new Answer.SeeOther(next("/reason", visit, route)));
    }
    Optional<String> file = route.ofCase().find(visit);
    if (file.isPresent() && !visit.session().turnTo(file.get())) {
      String page = next("/reason", visit, route);
      return Optional.of(
          new Answer.SeeOther(page + (page.contains("?") ? "&" : "?") + "case=" + file.get()));
    }
    return Optional.empty();
  }

  private Optional<Answer> hindrance(Visit visit, Route route, Access.Token wanted) {
    Optional<ApiToken> token = visit.findToken();
    if (token.isEmpty() || visit.findAccount().isEmpty()) {
      return Optional.of(Answer.Json.problem(401, "a token that holds is needed"));
    }
    if (!programs.limit().admits(String.valueOf(token.get().id()))) {
      return Optional.of(Answer.Json.problem(429, "too many requests; wait a minute"));
    }
    if (!token.get().scopes().contains(wanted.scope()) || !visit.account().hasAny(wanted.roles())) {
      return Optional.of(
          Answer.Json.problem(
              403, "the token needs the scope %s".formatted(wanted.scope().label())));
    }
    return Optional.empty();
  }

  private static AuditEvent event(Visit visit, Route route) {
    return event(visit, route.act().label() + " " + route.label())
        .disclosing(route.disclosing().of(visit));
  }

  /** Returns something that is done in a session, for the reason that its person gave. */
  private static AuditEvent event(Visit visit, String command) {
    return detailed(visit, command)
        .in(visit.session().id())
        .because(visit.session().reason().orElse(""));
  }

  /** Returns what in particular is asked for: ids and labels as they are, else by marks. */
  private static AuditEvent detailed(Visit visit, String command) {
    List<String> plain = new ArrayList<>();
    SortedMap<String, String> words = new TreeMap<>();
    new TreeMap<>(visit.context().pathParamMap())
        .forEach((name, value) -> note(name, value, AuditEvent.isId(value), plain, words));
    visit
        .context()
        .queryParamMap()
        .forEach((name, values) ->
            values.forEach(value ->
                note(name, value, names(name, value) && AuditEvent.isId(value), plain, words)));
    NAMING.stream()
        .flatMap(field ->
            visit.forms(field).stream().filter(AuditEvent::isId).map(id -> field + "=" + id))
        .forEach(plain::add);
    AuditEvent event = AuditEvent.of(command, String.join(" ", plain));
    for (Map.Entry<String, String> typed : words.entrySet()) {
      event = event.typed(typed.getKey(), typed.getValue());
    }
    return event;
  }

  /** What a subject is, its kind tells; a subject without may be anything that was typed. */
  private static boolean names(String name, String value) {
    return NAMING.contains(name) || (name.equals("subject") && value.contains(":"));
  }

  private static void note(
      String name, String value, boolean isPlain, List<String> plain, Map<String, String> words) {
    if (isPlain) {
      plain.add(name + "=" + value);
    } else if (!value.isBlank()) {
      words.merge(
          AuditEvent.isId(name) ? name : "other", value, (one, other) -> one + "\n" + other);
    }
  }

  /**
   * Returns whether a form comes from a page of this session. Before anyone has signed in there is
   * no session to abuse; the cookie's SameSite and the browser's own word on the origin stand
   * guard.
   */
  private static boolean isOwnForm(Visit visit) {
    String site = orEmpty(visit.context().header("Sec-Fetch-Site"));
    if (!site.isEmpty() && !site.equals("same-origin")) {
      return false;
    }
    Optional<Session> session = visit.findSession();
    return session.isEmpty()
        || MessageDigest.isEqual(
            session.get().formToken().getBytes(StandardCharsets.UTF_8),
            visit.form("form-token").getBytes(StandardCharsets.UTF_8));
  }

  private static String toSignIn(Visit visit, Route route) {
    return next("/sign-in", visit, route);
  }

  private static String next(String page, Visit visit, Route route) {
    boolean mayReturn = route.method() == Route.Method.GET && !visit.asked().equals("/");
    return mayReturn
        ? page + "?next=" + URLEncoder.encode(visit.asked(), StandardCharsets.UTF_8)
        : page;
  }

  static Answer.Page forbidden(String phrase) {
    return new Answer.Page(403, "error", Map.of("phrase", phrase, "detail", ""));
  }

  private static String orEmpty(@Nullable String value) {
    return value == null ? "" : value;
  }
}
