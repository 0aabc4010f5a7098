package org.vigie.web;

import io.javalin.http.SameSite;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.vigie.casework.mandate.AuditEvent;
import org.vigie.casework.people.Account;
import org.vigie.casework.people.Session;
import org.vigie.casework.people.Sessions;

/** Starts and ends sessions for a browser, each noted in the audit log with where it came from. */
public final class SignIn {
  /** Whom the log names where no account is known: no account can be called so. */
  private static final String NOBODY = "-";

  /** An address that a proxy tells is written by whoever asks, if there is no proxy. */
  private static final Pattern ADDRESS = Pattern.compile("[0-9a-fA-F:.]{2,45}");

  private final Sessions sessions;
  private final AccessFilter.Traces traces;

  public SignIn(Sessions sessions, AccessFilter.Traces traces) {
    this.sessions = sessions;
    this.traces = traces;
  }

  /** Starts a session and gives the browser its token; an earlier one of the same browser ends. */
  public void start(Visit visit, Account account) {
    end(visit);
    String token = sessions.start(account, visit.phrases().language(), known(visit.address()));
    String id = sessions.find(token).map(Session::id).orElse("");
    traces.log(account.name(), AuditEvent.of("sign-in", from(visit)).in(id));
    Cookies.give(visit, WebServer.SESSION_COOKIE, token, SameSite.STRICT);
  }

  /** Ends the browser's session, if it has one: even where that can't be noted. */
  public void end(Visit visit) {
    Optional<String> kept = Cookies.find(visit, WebServer.SESSION_COOKIE);
    if (kept.isEmpty()) {
      return;
    }
    String token = kept.get();
    Session ended = sessions.find(token).orElse(null);
    sessions.end(token);
    Cookies.take(visit, WebServer.SESSION_COOKIE);
    visit.context().header(SecurityHeaders.CLEAR, SecurityHeaders.CLEAR_VALUE);
    if (ended != null) {
      traces.log(ended.account(), AuditEvent.of("sign-out", from(visit)).in(ended.id()));
    }
  }

  /** Returns the other sessions of whoever asks. */
  public List<Session> others(Visit visit) {
    String id = visit.session().id();
    return sessions.of(visit.account().name()).stream()
        .filter(session -> !session.id().equals(id))
        .toList();
  }

  /** Ends other sessions of whoever asks: even where that can't be noted. */
  public void end(Visit visit, List<Session> others) {
    others.forEach(sessions::end);
    others.forEach(other -> noteEnd(visit, other));
  }

  /** Ends all other sessions of whoever asks, and gives this one's browser another token. */
  public void renew(Visit visit) {
    List<Session> others = others(visit);
    give(visit, sessions.renew(visit.session()));
    others.forEach(other -> noteEnd(visit, other));
  }

  /** Gives the browser of whoever showed anew who they are another token. */
  public void exchange(Visit visit) {
    give(visit, sessions.exchange(visit.session()));
  }

  private static void give(Visit visit, Optional<String> fresh) {
    fresh.ifPresent(token -> Cookies.give(visit, WebServer.SESSION_COOKIE, token, SameSite.STRICT));
  }

  private void noteEnd(Visit visit, Session other) {
    traces.log(
        visit.account().name(),
        AuditEvent.of("session ended", "session=" + other.id()).in(visit.session().id()));
  }

  /**
   * Notes that somebody wasn't let in.
   *
   * @param known name of the account that they named, or empty if there is none: what was typed
   *     there instead may be a password
   */
  public void refused(Visit visit, String known) {
    traces.log(known.isEmpty() ? NOBODY : known, AuditEvent.of("sign-in failed", from(visit)));
  }

  private static String from(Visit visit) {
    String address = known(visit.address());
    return address.isEmpty() ? "" : "address=" + address;
  }

  private static String known(String address) {
    return ADDRESS.matcher(address).matches() ? address : "";
  }
}
