package org.vigie.web;

import io.javalin.http.Context;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Collections;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vigie.casework.config.WebSettings;
import org.vigie.casework.mandate.AuditEvent;
import org.vigie.casework.mandate.ShownIds;
import org.vigie.casework.people.Accounts;
import org.vigie.casework.people.ApiToken;
import org.vigie.casework.people.ApiTokens;
import org.vigie.casework.people.RateLimit;
import org.vigie.casework.people.Sessions;

/**
 * What every request passes: who asks, whether they may, whether a form is the console's own, why
 * they look, and the log, in this order; then its action.
 */
public final class AccessFilter {
  private static final String UNREAD = "the query must be encoded as URLs have it, but isn't";

  private static final String UNREAD_BODY =
      "what is asked for must stand in the body alone, as application/x-www-form-urlencoded";

  private final Identity identity;
  private final Programs programs;
  private final RateLimit pages;
  private final Traces traces;

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

    /** Logs how far the case database has come by what was logged before, if it has. */
    default void count() {}
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
    this.identity = new Identity(accounts, sessions, programs, languages, web);
    this.pages = pages;
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
    Visit visit = visit(context, route);
    Optional<Answer> hindrance = hindrance(visit, route);
    if (hindrance.isPresent()) {
      noteRefusal(visit, route, hindrance.get());
      return new Passed(visit, route, visit.parameters().sealed(hindrance.get()), null);
    }
    AuditEvent event = route.act().isLogged() ? LoggedRequest.event(visit, route) : null;
    // What only shows has one line, which says before it is sent what was asked for and shown.
    boolean isLater = route.shows();
    if (event != null && !isLater) {
      traces.log(visit.account().name(), event);
    }
    try {
      Answer answer = route.action().answer(visit);
      noteRefusal(visit, route, answer);
      return new Passed(visit, route, visit.parameters().sealed(answer), isLater ? event : null);
    } catch (Exception e) {
      if (event != null && isLater) {
        traces.log(visit.account().name(), event);
      }
      throw e;
    } finally {
      if (!isLater && (route.act().isLogged() || route.method() == Route.Method.POST)) {
        traces.count();
      }
    }
  }

  private Visit visit(Context context, Route route) {
    if (route.access() instanceof Access.Known) {
      return identity.either(context);
    }
    return route.isAskedByBody() ? visit(context).askingByBody() : visit(context);
  }

  private void noteRefusal(Visit visit, Route route, Answer answer) {
    if (answer.isRefusal() && visit.findAccount().isPresent()) {
      traces.log(visit.account().name(), LoggedRequest.event(visit, "refused " + route.label()));
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
          LoggedRequest.event(visit, "shown " + passed.route().label())
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
    return identity.visitor(context);
  }

  /** Returns a request with who it is from, if that is known. */
  Visit visit(Context context) {
    return identity.visit(context);
  }

  private Optional<Answer> hindrance(Visit visit, Route route) {
    if (route.access() instanceof Access.Token wanted) {
      return hindrance(visit, route, wanted);
    }
    if (route.access() instanceof Access.Known) {
      return hindranceOfKnown(visit);
    }
    if (!(route.access() instanceof Access.Anyone)) {
      Optional<Answer> hindrance = hindranceOfPerson(visit, route);
      if (hindrance.isPresent()) {
        return hindrance;
      }
    }
    if (route.method() == Route.Method.POST && !FormOrigin.isOwn(visit, route)) {
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

  private Optional<Answer> hindranceOfPerson(Visit visit, Route route) {
    if (visit.findAccount().isEmpty()) {
      // A page in place of the way to the sign-in still shows what was typed.
      return Optional.of(
          visit.typed().isEmpty()
              ? new Answer.SeeOther(toSignIn(visit, route))
              : forbidden("error.signed-out"));
    }
    if (!pages.admits(visit.account().name())) {
      return Optional.of(Answer.Page.error(429, "error.too-many"));
    }
    if (route.access() instanceof Access.Having having && !visit.account().hasAny(having.roles())) {
      return Optional.of(Answer.Page.lacking(Access.labels(having.roles())));
    }
    if (!visit.parameters().isOpened()) {
      return Optional.of(Answer.Page.error(404, "error.address"));
    }
    return route.method() == Route.Method.GET && visit.parameters().isSensitive()
        ? Optional.of(new Answer.SeeOther(visit.link(visit.asked())))
        : Optional.empty();
  }

  private Optional<Answer> hindranceOfKnown(Visit visit) {
    if (visit.findAccount().isEmpty()) {
      return Optional.of(Answer.Json.problem(401, "a token that holds, or a sign-in, is needed"));
    }
    boolean admitted =
        visit.findToken().map(this::admits).orElseGet(() -> pages.admits(visit.account().name()));
    return admitted ? Optional.empty() : Optional.of(tooMany());
  }

  private boolean admits(ApiToken token) {
    return programs.limit().admits(String.valueOf(token.id()));
  }

  private static Answer tooMany() {
    return Answer.Json.problem(429, "too many requests; wait a minute");
  }

  private Optional<Answer> hindrance(Visit visit, Route route, Access.Token wanted) {
    Optional<ApiToken> token = visit.findToken();
    if (token.isEmpty() || visit.findAccount().isEmpty()) {
      return Optional.of(Answer.Json.problem(401, "a token that holds is needed"));
    }
    if (!admits(token.get())) {
      return Optional.of(tooMany());
    }
    if (!visit.parameters().isOpened()) {
      return Optional.of(Answer.Json.problem(400, route.isAskedByBody() ? UNREAD_BODY : UNREAD));
    }
    if (!token.get().scopes().contains(wanted.scope())) {
      return Optional.of(
          Answer.Json.problem(
              403, "the token needs the scope %s".formatted(wanted.scope().label())));
    }
    if (!visit.account().hasAny(wanted.roles())) {
      return Optional.of(
          Answer.Json.problem(
              403,
              "the token's account needs one of the roles "
                  + String.join(", ", Access.labels(wanted.roles()))));
    }
    return Optional.empty();
  }

  private static String toSignIn(Visit visit, Route route) {
    return next("/sign-in", visit, route);
  }

  private static String next(String page, Visit visit, Route route) {
    String asked = visit.parameters().isSensitive() ? visit.context().path() : visit.asked();
    boolean mayReturn = route.method() == Route.Method.GET && !asked.equals("/");
    return mayReturn ? page + "?next=" + URLEncoder.encode(asked, StandardCharsets.UTF_8) : page;
  }

  static Answer.Page forbidden(String phrase) {
    return Answer.Page.error(403, phrase);
  }
}
