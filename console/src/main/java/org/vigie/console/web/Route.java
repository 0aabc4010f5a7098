package org.vigie.console.web;

import java.util.Locale;

/**
 * One address of the console. There is no way to add one without saying who may ask for it and what
 * that means in law.
 *
 * @param method GET or POST
 * @param path such as {@code /adverts/{id}}
 * @param access who may ask for it
 * @param act what is logged before it answers
 * @param action what answers
 */
public record Route(Method method, String path, Access access, Act act, Action action) {
  /** Methods of HTTP in use. */
  public enum Method {
    GET,
    POST
  }

  public static Route get(String path, Access access, Act act, Action action) {
    return new Route(Method.GET, path, access, act, action);
  }

  public static Route post(String path, Access access, Act act, Action action) {
    return new Route(Method.POST, path, access, act, action);
  }

  /** Returns the name under which its use is logged, such as {@code get /adverts/{id}}. */
  String label() {
    return method.name().toLowerCase(Locale.ROOT) + " " + path;
  }
}
