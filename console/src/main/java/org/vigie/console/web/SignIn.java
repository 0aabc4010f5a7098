package org.vigie.console.web;

import org.vigie.console.people.Account;
import org.vigie.console.people.Sessions;

/** Starts and ends sessions for a browser. */
public final class SignIn {
  private SignIn() {}

  /** Starts a session and gives the browser its token; an earlier one of the same browser ends. */
  public static void start(Visit visit, Sessions sessions, Account account) {
    end(visit, sessions);
    WebServer.giveCookie(visit.context(), sessions.start(account, visit.phrases().language()));
  }

  /** Ends the browser's session, if it has one. */
  public static void end(Visit visit, Sessions sessions) {
    String token = visit.context().cookie(WebServer.SESSION_COOKIE);
    if (token != null) {
      sessions.end(token);
      visit.context().removeCookie(WebServer.SESSION_COOKIE, "/");
    }
  }
}
