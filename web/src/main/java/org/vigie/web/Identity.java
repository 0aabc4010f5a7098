package org.vigie.web;

import io.javalin.http.Context;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vigie.casework.config.WebSettings;
import org.vigie.casework.people.Account;
import org.vigie.casework.people.Accounts;
import org.vigie.casework.people.ApiToken;
import org.vigie.casework.people.Session;
import org.vigie.casework.people.Sessions;

/** Who asks: a person by the cookie of a session, a program by its token. */
final class Identity {
  /** The name of a scheme is written in any case (RFC 9110, section 11.1). */
  private static final String BEARER = "Bearer ";

  private final Accounts accounts;
  private final Sessions sessions;
  private final AccessFilter.Programs programs;
  private final Languages languages;
  private final WebSettings web;
  private final AddressSeal seal = new AddressSeal();

  /**
   * @param languages those that a person may read
   * @param web whose word on who asks is believed
   */
  Identity(
      Accounts accounts,
      Sessions sessions,
      AccessFilter.Programs programs,
      Languages languages,
      WebSettings web) {
    this.accounts = accounts;
    this.sessions = sessions;
    this.programs = programs;
    this.languages = languages;
    this.web = web;
  }

  /** Returns a request without looking who it is from. */
  Visit visitor(Context context) {
    RequestParameters parameters = RequestParameters.of(context, seal, "");
    return new Visit(context, null, null, null, Phrases.in(Locale.ENGLISH), web, parameters);
  }

  /** Returns a request for what people and programs may see, with who it is from, if known. */
  Visit either(Context context) {
    return bearer(context).isPresent() ? ofProgram(context) : ofPerson(context);
  }

  /** Returns a request with who it is from, if that is known. */
  Visit visit(Context context) {
    return isForPrograms(context.path()) ? ofProgram(context) : ofPerson(context);
  }

  private Visit ofProgram(Context context) {
    ApiToken token = bearer(context).flatMap(programs.tokens()::find).orElse(null);
    Session session = token == null ? null : Session.of(token, programs.clock().instant());
    Account account = session == null ? null : account(session);
    return new Visit(
        context,
        account == null ? null : session,
        account,
        token,
        Phrases.in(Locale.ENGLISH),
        web,
        RequestParameters.of(context, seal, ""));
  }

  private Visit ofPerson(Context context) {
    Session session =
        Cookies.find(visitor(context), WebServer.SESSION_COOKIE)
            .flatMap(sessions::find)
            .orElse(null);
    Account account = session == null ? null : account(session);
    Phrases phrases =
        session == null
            ? languages.preferred(orEmpty(context.header("Accept-Language")))
            : languages.phrases(session.language());
    return new Visit(
        context,
        account == null ? null : session,
        account,
        null,
        phrases,
        web,
        RequestParameters.of(context, seal, account == null ? "" : account.name()));
  }

  /**
   * Cookies open no address for programs but the description of them, so that no page of another
   * site can use one.
   */
  static boolean isForPrograms(String path) {
    return path.startsWith("/api/");
  }

  private static Optional<String> bearer(Context context) {
    String header = orEmpty(context.header("Authorization"));
    return header.regionMatches(true, 0, BEARER, 0, BEARER.length())
        ? Optional.of(header.substring(BEARER.length()).strip())
        : Optional.empty();
  }

  private @Nullable Account account(Session session) {
    return accounts.find(session.account()).filter(Account::enabled).orElse(null);
  }

  private static String orEmpty(@Nullable String value) {
    return value == null ? "" : value;
  }
}
