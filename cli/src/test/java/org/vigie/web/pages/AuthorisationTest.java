package org.vigie.web.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vigie.web.pages.WrittenPolicy.KNOWN;
import static org.vigie.web.pages.WrittenPolicy.POLICY;
import static org.vigie.web.pages.WrittenPolicy.name;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.casework.people.Role;
import org.vigie.casework.people.Scope;
import org.vigie.pipeline.workspace.Workspace;
import org.vigie.web.Access;
import org.vigie.web.Route;

/** Every address × everybody × every method, measured over HTTP against what is written here. */
class AuthorisationTest {
  private static final String NOBODY = "nobody";
  private static final List<String> METHODS = List.of("GET", "POST", "PUT", "DELETE", "PATCH");

  /** What the server made of a request. */
  private enum Outcome {
    TO_SIGN_IN,
    WITHOUT_TOKEN,
    FORBIDDEN,
    NO_SUCH_METHOD,
    PASSED
  }

  @TempDir static Path folder;
  private static ServedConsole served;

  @BeforeAll
  static void serve() {
    served = ServedConsole.on(new Workspace(folder));
  }

  @AfterAll
  static void end() throws Exception {
    served.close();
  }

  @Test
  void knowsEveryAddressAndWhoMayAskForIt() {
    Map<String, String> served = new TreeMap<>();
    routes().forEach(route -> served.put(name(route), policy(route)));

    assertThat(served).isEqualTo(new TreeMap<>(POLICY));
  }

  @Test
  void letsEverybodyThroughWhereThePolicySaysSoAndNowhereElse() throws Exception {
    Map<String, String> surprises = new LinkedHashMap<>();
    int asked = 0;
    for (String identity : identities()) {
      Browser browser = identity.equals(NOBODY) ? served.nobody() : served.as(identity);
      for (String path : paths()) {
        for (String method : METHODS) {
          Outcome expected = expected(identity, method, path);
          Outcome found = outcome(browser.raw(method, concrete(path), "a=b"));
          asked++;
          if (found != expected) {
            surprises.put(identity + " " + method + " " + path, found + " and not " + expected);
          }
        }
      }
    }
    assertThat(surprises).isEmpty();
    assertThat(asked).isEqualTo(paths().size() * METHODS.size() * 8);
  }

  @Test
  void namesTheRolesThatWouldDoWhereOneIsLacking() throws Exception {
    HttpResponse<String> coverage = served.as("auditor").raw("GET", "/coverage", "");
    assertThat(coverage.statusCode()).isEqualTo(403);
    assertThat(said(coverage)).endsWith("It needs the role crawl manager.");
    Browser french = served.as("analyst");
    french.post("/language", Map.of("language", "fr", "next", "/"));
    assertThat(said(french.raw("GET", "/accounts", "")))
        .endsWith("Il faut le rôle administrateur.");

    assertThat(said(served.as("admin").raw("GET", "/alerts", "")))
        .endsWith("It needs one of the roles analyst, reviewer, case lead.");

    String token = served.token("auditor", Set.of(Scope.ALERTS));
    HttpResponse<String> alerts =
        served.nobody().raw("GET", "/api/v1/alerts", "", "Authorization", "Bearer " + token);
    assertThat(alerts.statusCode()).isEqualTo(403);
    assertThat(alerts.body())
        .contains("the token's account needs one of the roles analyst, reviewer, case-lead");
  }

  private static String said(HttpResponse<String> page) {
    return Jsoup.parse(page.body()).select(".problem[role=alert]").text();
  }

  @Test
  void takesNoFormWithoutItsTokenAtAnyAddress() throws Exception {
    for (Route route : routes()) {
      boolean ofPeople =
          !(route.access() instanceof Access.Anyone || route.access() instanceof Access.Token);
      if (route.method() == Route.Method.POST && ofPeople) {
        String role =
            route.access() instanceof Access.Having having
                ? having.roles().iterator().next().label()
                : "analyst";
        HttpResponse<String> page =
            served.as(role).post(concrete(route.path()), Map.of("form-token", "guessed"));
        assertThat(page.statusCode()).as(name(route)).isEqualTo(403);
        assertThat(page.body()).as(name(route)).contains("The form is too old");
      }
    }
  }

  @Test
  void letsAProgramReadWhatItsScopeAndTheRoleOfItsAccountAllowAndNothingElse() throws Exception {
    Map<String, String> surprises = new LinkedHashMap<>();
    int asked = 0;
    for (Role role : Role.values()) {
      for (Scope scope : Scope.values()) {
        String token = served.token(role.label(), Set.of(scope));
        Browser program = served.nobody();
        for (Route route : routes()) {
          boolean any = route.access() instanceof Access.Known;
          boolean programs = any || route.access() instanceof Access.Token;
          if (programs || !(route.access() instanceof Access.Anyone)) {
            HttpResponse<String> response =
                program.raw(
                    route.method().name(),
                    concrete(route.path()),
                    "a=b",
                    "Authorization",
                    "Bearer " + token);
            List<String> policy = List.of(POLICY.get(name(route)).split(" "));
            boolean let =
                any
                    || (programs
                        && policy.get(1).equals(scope.label())
                        && policy.subList(2, policy.size()).contains(role.label()));
            boolean passed =
                programs && response.statusCode() != 401 && response.statusCode() != 403;
            boolean toSignIn =
                response.headers().firstValue("Location").orElse("").startsWith("/sign-in");
            asked++;
            if (programs ? passed != let : !toSignIn) {
              surprises.put(
                  role + " " + scope + " " + name(route), String.valueOf(response.statusCode()));
            }
          }
        }
      }
    }
    assertThat(surprises).isEmpty();
    assertThat(asked).isGreaterThan(1_000);
  }

  private static Outcome expected(String identity, String method, String path) {
    String policy = POLICY.get(method + " " + path);
    if (policy == null) {
      return Outcome.NO_SUCH_METHOD;
    }
    if (policy.equals("anyone")) {
      return Outcome.PASSED;
    }
    if (policy.equals(KNOWN)) {
      return identity.equals(NOBODY) ? Outcome.WITHOUT_TOKEN : Outcome.PASSED;
    }
    // No cookie opens what is for programs.
    if (policy.startsWith("token ")) {
      return Outcome.WITHOUT_TOKEN;
    }
    // Signing out leads there, too.
    if (identity.equals(NOBODY) || path.equals("/sign-out")) {
      return Outcome.TO_SIGN_IN;
    }
    return policy.equals("signed-in") || Set.of(policy.split(" ", -1)).contains(identity)
        ? Outcome.PASSED
        : Outcome.FORBIDDEN;
  }

  private static Outcome outcome(HttpResponse<String> response) {
    String location = response.headers().firstValue("Location").orElse("");
    if (response.statusCode() == 303 && location.startsWith("/sign-in")) {
      return Outcome.TO_SIGN_IN;
    }
    if (response.statusCode() == 401) {
      return Outcome.WITHOUT_TOKEN;
    }
    if (response.statusCode() == 403 && response.body().contains("have the role")) {
      return Outcome.FORBIDDEN;
    }
    assertThat(response.statusCode()).as(String.valueOf(response.uri())).isLessThan(500);
    return response.statusCode() == 405 ? Outcome.NO_SUCH_METHOD : Outcome.PASSED;
  }

  private static List<String> identities() {
    List<String> identities = new ArrayList<>(List.of(NOBODY));
    for (Role role : Role.values()) {
      identities.add(role.label());
    }
    return identities;
  }

  /** Signing out comes last, since nothing passes after it. */
  private static List<String> paths() {
    List<String> paths =
        routes().stream()
            .map(Route::path)
            .distinct()
            .filter(path -> !path.equals("/sign-out"))
            .collect(Collectors.toCollection(ArrayList::new));
    paths.add("/sign-out");
    return paths;
  }

  private static List<Route> routes() {
    return served.console.routes();
  }

  private static String concrete(String path) {
    return path.replace("{id}", "x-0").replace("{file}", "1").replace("{name}", "nobody-here");
  }

  private static String policy(Route route) {
    return switch (route.access()) {
      case Access.Anyone anyone -> "anyone";
      case Access.SignedIn signedIn -> "signed-in";
      case Access.Known known -> KNOWN;
      case Access.Token token -> "token " + token.scope().label() + " " + roles(token.roles());
      case Access.Having having -> roles(having.roles());
    };
  }

  private static String roles(Set<Role> roles) {
    return roles.stream().map(Role::label).sorted().collect(Collectors.joining(" "));
  }
}
