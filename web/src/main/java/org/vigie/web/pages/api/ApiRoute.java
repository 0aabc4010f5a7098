package org.vigie.web.pages.api;

import java.util.List;
import java.util.Set;
import org.vigie.casework.people.Role;
import org.vigie.casework.people.Scope;
import org.vigie.web.Access;
import org.vigie.web.Act;
import org.vigie.web.Action;
import org.vigie.web.Route;

/**
 * One address for programs, with what its description says of it.
 *
 * @param route the address
 * @param summary what it is for, in one line
 * @param parameters what it asks for beside what stands in its path
 * @param answer what it answers with
 * @param many whether the answer is a list of these
 */
public record ApiRoute(
    Route route, String summary, List<Parameter> parameters, Class<?> answer, boolean many) {
  /** What all addresses for programs begin with. */
  static final String ROOT = "/api/v1";

  /**
   * A parameter of the query.
   *
   * @param name its name
   * @param meaning what it is for
   * @param number whether it is a number
   */
  record Parameter(String name, String meaning, boolean number) {}

  public ApiRoute {
    parameters = List.copyOf(parameters);
  }

  /** An address that programs of all who may see adverts read with a scope. */
  static ApiRoute get(
      String path,
      Scope scope,
      Act act,
      String summary,
      List<Parameter> parameters,
      Class<?> answer,
      boolean many,
      Action action) {
    return get(path, scope, Access.READERS, act, summary, parameters, answer, many, action);
  }

  /** As above, of those who have one of some roles. */
  static ApiRoute get(
      String path,
      Scope scope,
      Set<Role> roles,
      Act act,
      String summary,
      List<Parameter> parameters,
      Class<?> answer,
      boolean many,
      Action action) {
    return new ApiRoute(
        Route.get(ROOT + path, new Access.Token(scope, roles), act, ApiQuestion.checked(action)),
        summary,
        parameters,
        answer,
        many);
  }

  /** An address at which programs of those who have one of some roles hand in a file. */
  static ApiRoute post(
      String path,
      Scope scope,
      Set<Role> roles,
      Act act,
      String summary,
      List<Parameter> parameters,
      Class<?> answer,
      Action action) {
    return new ApiRoute(
        Route.post(ROOT + path, new Access.Token(scope, roles), act, action),
        summary,
        parameters,
        answer,
        false);
  }

  /** Returns the same at an address of its own, of which a body says what is asked for. */
  ApiRoute byBody(String path) {
    Route other = Route.post(ROOT + path, route.access(), route.act(), route.action());
    return new ApiRoute(other, summary, parameters, answer, many);
  }

  /** Returns whether it takes a file. */
  boolean takes() {
    return route.method() == Route.Method.POST && !route.isAskedByBody();
  }

  /** Returns the same, of which something says what it discloses. */
  ApiRoute disclosing(Route.Disclosing what) {
    return new ApiRoute(route.disclosing(what), summary, parameters, answer, many);
  }

  Scope scope() {
    if (route.access() instanceof Access.Token token) {
      return token.scope();
    }
    throw new IllegalStateException(route.path() + " must be an address for programs");
  }
}
