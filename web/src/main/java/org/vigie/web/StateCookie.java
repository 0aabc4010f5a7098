package org.vigie.web;

import io.javalin.http.SameSite;
import java.util.Optional;

/**
 * What a browser keeps while a person is at the provider, so that nobody else can come back in the
 * person's place. It comes along when another site leads here, as the session's cookie doesn't.
 */
public final class StateCookie {
  private static final String COOKIE = "vigie-sign-in";

  private StateCookie() {}

  public static void give(Visit visit, String token) {
    Cookies.give(visit, COOKIE, token, SameSite.LAX);
  }

  /** Takes it back. */
  public static Optional<String> take(Visit visit) {
    Optional<String> kept = Cookies.find(visit, COOKIE);
    if (kept.isPresent()) {
      Cookies.take(visit, COOKIE);
    }
    return kept;
  }
}
