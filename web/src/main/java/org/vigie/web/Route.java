package org.vigie.web;

import java.util.Locale;
import java.util.Optional;
import org.vigie.casework.mandate.Disclosure;

/**
 * One address of the console. There is no way to add one without saying who may ask for it and what
 * that means in law.
 *
 * @param method GET or POST
 * @param path such as {@code /adverts/{id}}
 * @param access who may ask for it
 * @param act what is logged before it answers
 * @param ofCase which case it is about, if whoever asks may see it
 * @param disclosing what its use discloses out of the system, for the log
 * @param action what answers
 */
public record Route(
    Method method,
    String path,
    Access access,
    Act act,
    OfCase ofCase,
    Disclosing disclosing,
    Action action) {
  /** Tells the id of the case that a request is about. */
  @FunctionalInterface
  public interface OfCase {
    Optional<String> find(Visit visit);
  }

  /** Tells what a request is about to disclose. It is asked before the request is logged. */
  @FunctionalInterface
  public interface Disclosing {
    Disclosure of(Visit visit);
  }

  /** Methods of HTTP in use. */
  public enum Method {
    GET,
    POST
  }

  public static Route get(String path, Access access, Act act, Action action) {
    return new Route(Method.GET, path, access, act, Route::none, visit -> Disclosure.NONE, action);
  }

  public static Route post(String path, Access access, Act act, Action action) {
    return new Route(Method.POST, path, access, act, Route::none, Route::asked, action);
  }

  /**
   * The form of a search: it changes nothing and leads to the page at the same path, whose address
   * says what was asked for.
   */
  public static Route asking(String path, Access access) {
    return post(
        path,
        access,
        Act.NONE,
        visit -> new Answer.SeeOther(RequestParameters.address(visit.context())));
  }

  /** Returns the same, of which something other than its form says what it discloses. */
  public Route disclosing(Disclosing other) {
    return new Route(method, path, access, act, ofCase, other, action);
  }

  /** Returns the same, before which people say once in a session what they look into a case for. */
  public Route ofCase(OfCase one) {
    return new Route(method, path, access, act, one, disclosing, action);
  }

  /** Returns whether it only shows what is asked for, be that in an address or in a body. */
  boolean shows() {
    return method == Method.GET || act == Act.CONSULTATION || act == Act.COMBINATION;
  }

  /** Returns whether programs ask by a body, so that no address tells what for. */
  public boolean isAskedByBody() {
    return shows() && method == Method.POST && access instanceof Access.Token;
  }

  private static Optional<String> none(Visit visit) {
    return Optional.empty();
  }

  /** Forms name a recipient and grounds by these two names, where they ask for them. */
  private static Disclosure asked(Visit visit) {
    return new Disclosure(visit.form("recipient").strip(), visit.form("why").strip());
  }

  /** Returns the name under which its use is logged, such as {@code get /adverts/{id}}. */
  String label() {
    return method.name().toLowerCase(Locale.ROOT) + " " + path;
  }
}
