package org.vigie.web;

import io.javalin.http.Cookie;
import io.javalin.http.SameSite;
import java.time.Duration;
import java.util.Optional;

/**
 * The cookies of the console. Behind TLS their names begin with {@code __Host-}, so that no other
 * host of the same domain and no plain connection can set one (RFC 6265bis, section 4.1.3.2).
 */
final class Cookies {
  private static final String HOST = "__Host-";

  private Cookies() {}

  /** Returns what a browser sends of a cookie. */
  static Optional<String> find(Visit visit, String name) {
    return Optional.ofNullable(visit.context().cookie(named(visit, name)));
  }

  /** Gives one until the browser is closed. */
  static void give(Visit visit, String name, String value, SameSite sameSite) {
    visit.context().cookie(cookie(visit, name, value, sameSite));
  }

  /** Gives one for some time. */
  static void give(Visit visit, String name, String value, SameSite sameSite, Duration life) {
    Cookie cookie = cookie(visit, name, value, sameSite);
    cookie.setMaxAge(Math.toIntExact(life.toSeconds()));
    visit.context().cookie(cookie);
  }

  static void take(Visit visit, String name) {
    Cookie cookie = cookie(visit, name, "", SameSite.STRICT);
    cookie.setMaxAge(0);
    visit.context().cookie(cookie);
  }

  private static Cookie cookie(Visit visit, String name, String value, SameSite sameSite) {
    Cookie cookie = new Cookie(named(visit, name), value);
    cookie.setPath("/");
    cookie.setHttpOnly(true);
    cookie.setSecure(visit.isSecure());
    cookie.setSameSite(sameSite);
    return cookie;
  }

  private static String named(Visit visit, String name) {
    return visit.isSecure() ? HOST + name : name;
  }
}
