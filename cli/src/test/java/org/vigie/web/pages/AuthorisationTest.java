package org.vigie.web.pages;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
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
import org.vigie.advert.Severity;
import org.vigie.casework.CaseFile;
import org.vigie.casework.Cases;
import org.vigie.casework.Enclosures;
import org.vigie.casework.ErasureRequests;
import org.vigie.casework.ExportRequests;
import org.vigie.casework.Referrals;
import org.vigie.casework.SavedSearches;
import org.vigie.casework.Subject;
import org.vigie.casework.people.ApiTokens;
import org.vigie.casework.people.CaseDatabase;
import org.vigie.casework.people.Role;
import org.vigie.casework.people.Scope;
import org.vigie.pipeline.workspace.Workspace;
import org.vigie.web.Access;
import org.vigie.web.Route;

/** Every address × everybody × every method, measured over HTTP against what is written here. */
class AuthorisationTest {
  private static final String KNOWN = "signed-in or token";
  private static final String NOBODY = "nobody";
  private static final String SECRET = "what nobody else may learn";

  /** Things of each kind whose ids are swapped in. */
  private static final int OWNED = 100;

  private static final int SWAPS = 10_000;
  private static final List<String> METHODS = List.of("GET", "POST", "PUT", "DELETE", "PATCH");
  private static final String READERS = "analyst case-lead reviewer";
  private static final String OF_PROGRAMS =
      "analyst case-lead crawl-manager model-operator reviewer";

  /** Who may ask for what; an address that is missing here fails the test. */
  private static final Map<String, String> POLICY =
      Map.ofEntries(
          Map.entry("GET /assets/vigie.css", "anyone"),
          Map.entry("GET /assets/mark.svg", "anyone"),
          Map.entry("GET /health/live", "anyone"),
          Map.entry("GET /health/ready", "anyone"),
          Map.entry("GET /metrics", "anyone"),
          Map.entry("GET /sign-in", "anyone"),
          Map.entry("POST /sign-in", "anyone"),
          Map.entry("GET /forgotten", "anyone"),
          Map.entry("POST /forgotten", "anyone"),
          Map.entry("GET /first-account", "anyone"),
          Map.entry("POST /first-account", "anyone"),
          Map.entry("GET /invitation", "anyone"),
          Map.entry("POST /invitation", "anyone"),
          Map.entry("POST /sign-out", "signed-in"),
          Map.entry("GET /account", "signed-in"),
          Map.entry("POST /account/password", "signed-in"),
          Map.entry("POST /account/authenticator", "signed-in"),
          Map.entry("POST /account/authenticator/code", "signed-in"),
          Map.entry("POST /account/recovery", "signed-in"),
          Map.entry("POST /account/sessions", "signed-in"),
          Map.entry("GET /reason", "signed-in"),
          Map.entry("POST /reason", "signed-in"),
          Map.entry("POST /language", "signed-in"),
          Map.entry("POST /blind", READERS),
          Map.entry("GET /", READERS),
          Map.entry("POST /", READERS),
          Map.entry("GET /coverage", "crawl-manager"),
          Map.entry("GET /models", "model-operator"),
          Map.entry("GET /models/use", "model-operator"),
          Map.entry("POST /models/promotion", "model-operator"),
          Map.entry("POST /models/rollback", "model-operator"),
          Map.entry("GET /tokens", OF_PROGRAMS),
          Map.entry("POST /tokens", OF_PROGRAMS),
          Map.entry("POST /tokens/requests/{id}", OF_PROGRAMS),
          Map.entry("POST /tokens/{id}/end", OF_PROGRAMS),
          Map.entry("GET /api/v1/openapi.json", KNOWN),
          Map.entry("GET /intake", READERS),
          Map.entry("POST /intake", READERS),
          Map.entry("GET /intake/{id}", READERS),
          Map.entry("POST /intake/{id}", READERS),
          Map.entry("GET /assets/intake.js", "anyone"),
          Map.entry("GET /assets/leave.js", "anyone"),
          Map.entry(
              "POST /api/v1/adverts", "token intake analyst case-lead crawl-manager reviewer"),
          Map.entry("GET /api/v1/adverts", "token adverts " + READERS),
          Map.entry("POST /api/v1/search", "token adverts " + READERS),
          Map.entry("GET /api/v1/adverts/{id}", "token adverts " + READERS),
          Map.entry("GET /api/v1/clusters", "token clusters " + READERS),
          Map.entry("GET /api/v1/clusters/{id}", "token clusters " + READERS),
          Map.entry("GET /api/v1/clusters/{id}/map", "token clusters " + READERS),
          Map.entry("GET /api/v1/rulings", "token clusters " + READERS),
          Map.entry("GET /api/v1/restrictions", "token adverts reviewer"),
          Map.entry("GET /api/v1/contact", "token networks " + READERS),
          Map.entry("POST /api/v1/contact", "token networks " + READERS),
          Map.entry("GET /api/v1/contact/map", "token networks " + READERS),
          Map.entry("POST /api/v1/contact/map", "token networks " + READERS),
          Map.entry("GET /api/v1/networks", "token networks " + READERS),
          Map.entry("GET /api/v1/networks/{id}", "token networks " + READERS),
          Map.entry("GET /api/v1/alerts", "token alerts " + READERS),
          Map.entry("GET /api/v1/alerts/{id}", "token alerts " + READERS),
          Map.entry("GET /api/v1/alerts/{id}/handling", "token alerts " + READERS),
          Map.entry("GET /api/v1/adverts/{id}/judgements", "token casework " + READERS),
          Map.entry("GET /api/v1/clusters/{id}/judgements", "token casework " + READERS),
          Map.entry("GET /api/v1/alerts/{id}/judgements", "token casework " + READERS),
          Map.entry("GET /api/v1/cases", "token casework " + READERS),
          Map.entry("GET /api/v1/cases/{id}", "token casework " + READERS),
          Map.entry("GET /api/v1/searches", "token casework " + READERS),
          Map.entry("GET /api/v1/worklist", "token casework " + READERS),
          Map.entry("POST /api/v1/worklist", "token casework " + READERS),
          Map.entry("GET /api/v1/coverage", "token coverage crawl-manager"),
          Map.entry("GET /api/v1/models", "token models model-operator"),
          Map.entry("GET /api/v1/exports/{id}/adverts", "token exports " + READERS),
          Map.entry("GET /queue", READERS),
          Map.entry("GET /worklist", READERS),
          Map.entry("GET /exports", READERS),
          Map.entry("POST /exports", READERS),
          Map.entry("POST /exports/{id}", "reviewer"),
          Map.entry("POST /exports/{id}/file", READERS),
          Map.entry("GET /erasures", READERS),
          Map.entry("POST /erasures", READERS),
          Map.entry("POST /erasures/{id}", "reviewer"),
          Map.entry("GET /retention", READERS),
          Map.entry("POST /retention", "reviewer"),
          Map.entry("GET /restrictions", "reviewer"),
          Map.entry("POST /restrictions", "reviewer"),
          Map.entry("POST /restrictions/choice", "reviewer"),
          Map.entry("POST /restrictions/{id}/lifting", "reviewer"),
          Map.entry("POST /marks", READERS),
          Map.entry("GET /searches", READERS),
          Map.entry("POST /searches", READERS),
          Map.entry("POST /searches/{id}/removal", READERS),
          Map.entry("GET /adverts/{id}", READERS),
          Map.entry("POST /adverts/{id}/judgements", READERS),
          Map.entry("POST /adverts/{id}/filings", READERS),
          Map.entry("GET /clusters", READERS),
          Map.entry("GET /clusters/{id}", READERS),
          Map.entry("POST /clusters/{id}/judgements", READERS),
          Map.entry("POST /clusters/{id}/filings", READERS),
          Map.entry("GET /contact", READERS),
          Map.entry("POST /contact/filings", READERS),
          Map.entry("GET /networks", READERS),
          Map.entry("GET /networks/{id}", READERS),
          Map.entry("POST /networks/{id}", READERS),
          Map.entry("GET /networks/{id}/graph", READERS),
          Map.entry("GET /rulings", READERS),
          Map.entry("POST /rulings/{id}/undoing", READERS),
          Map.entry("POST /clusters/{id}/rulings", READERS),
          Map.entry("GET /clusters/{id}/map", READERS),
          Map.entry("POST /clusters/{id}/map", READERS),
          Map.entry("GET /contact/map", READERS),
          Map.entry("POST /contact/map", READERS),
          Map.entry("GET /contact/together", READERS),
          Map.entry("GET /assets/map.js", "anyone"),
          Map.entry("GET /assets/graph.js", "anyone"),
          Map.entry("GET /assets/cytoscape.js", "anyone"),
          Map.entry("GET /alerts", READERS),
          Map.entry("GET /alerts/{id}", READERS),
          Map.entry("POST /alerts/{id}/judgements", READERS),
          Map.entry("POST /alerts/{id}/filings", READERS),
          Map.entry("POST /alerts/{id}/assignment", READERS),
          Map.entry("POST /alerts/{id}/snooze", READERS),
          Map.entry("POST /alerts/{id}/outcome", READERS),
          Map.entry("POST /alerts/{id}/reopening", READERS),
          Map.entry("POST /alerts/{id}/notes", READERS),
          Map.entry("POST /alerts/{id}/referrals", READERS),
          Map.entry("GET /referrals", "reviewer"),
          Map.entry("POST /referrals/{id}", "reviewer"),
          Map.entry("GET /cases", READERS),
          Map.entry("POST /cases", "case-lead"),
          Map.entry("GET /cases/{id}", READERS),
          Map.entry("POST /cases/{id}/notes", READERS),
          Map.entry("POST /cases/{id}/files", READERS),
          Map.entry("GET /cases/{id}/files/{file}", READERS),
          Map.entry("POST /cases/{id}/evidence", READERS),
          Map.entry("POST /cases/{id}/members", "case-lead"),
          Map.entry("POST /cases/{id}/closing", "case-lead"),
          Map.entry("POST /cases/{id}/reopening", "case-lead"),
          Map.entry("POST /cases/{id}/referrals", READERS),
          Map.entry("GET /accounts", "admin"),
          Map.entry("POST /accounts/invitations", "admin"),
          Map.entry("POST /accounts/requests", "admin"),
          Map.entry("POST /accounts/requests/{id}", "admin"),
          Map.entry("POST /accounts/requests/{id}/link", "admin"),
          Map.entry("POST /accounts/{name}", "admin"),
          Map.entry("GET /audit", "auditor"),
          Map.entry("POST /audit", "auditor"));

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
  void hidesEveryAddressOfACaseFromWhoIsNoMember() throws Exception {
    Browser lead = served.as("case-lead");
    String path = lead.post("/cases", Map.of("title", "An operation")).uri().getPath();
    lead.post(path + "/members", Map.of("account", "analyst", "change", "add"));
    lead.post(path + "/members", Map.of("account", "reviewer", "change", "add"));
    String file =
        Found.group(
            lead.upload(path + "/files", "evidence.txt", "evidence".getBytes(UTF_8)).body(),
            "/files/(\\d+)\"");
    String id = path.substring(path.lastIndexOf('/') + 1);
    int asked = 0;
    for (String role : READERS.split(" ", -1)) {
      Browser member = served.as(role);
      served.because(member, id);
      Browser stranger = served.as(role + "-2");
      for (Route route : routes()) {
        if (route.path().startsWith("/cases/{id}") && POLICY.get(name(route)).contains(role)) {
          HttpResponse<String> inside = ask(member, route, id, file);
          HttpResponse<String> outside = ask(stranger, route, id, file);
          HttpResponse<String> nowhere = ask(stranger, route, "k-9999", file);
          assertThat(inside.statusCode()).as(role + " " + name(route)).isNotIn(403, 500);
          assertThat(inside.body().contains("There is nothing by that name"))
              .isEqualTo(route.path().endsWith("/members"));
          assertThat(outside.statusCode()).as(role + "-2 " + name(route)).isEqualTo(404);
          assertThat(outside.body()).isEqualTo(nowhere.body().replace("k-9999", id));
          assertThat(outside.headers().map().keySet()).isEqualTo(nowhere.headers().map().keySet());
          asked++;
        }
      }
    }
    assertThat(asked).isEqualTo(21);
  }

  /** Ids are numbers in a row, so whoever has one can guess all others: each of these is there. */
  @Test
  void leaksNothingOfOthersInTenThousandSwapsOfIds() throws Exception {
    Map<String, List<String>> owned = new LinkedHashMap<>();
    try (CaseDatabase database = CaseDatabase.open(served.workspace.database(), Console.SCHEMA)) {
      for (int i = 0; i < OWNED; i++) {
        fill(database, "case-lead", i);
      }
      owned.put("cases", ids(database, "case_file").stream().map(id -> "k-" + id).toList());
      owned.put("files", ids(database, "enclosure"));
      owned.put("searches", ids(database, "saved_search"));
      owned.put("exports", ids(database, "export_request"));
      owned.put("erasures", ids(database, "erasure_request"));
      owned.put("tokens", ids(database, "api_token"));
      owned.put("referrals", ids(database, "referral"));
    }
    List<Route> routes =
        routes().stream()
            .filter(route ->
                route
                    .path()
                    .matches(
                        "(/api/v1)?/(cases|searches|exports|erasures|tokens|referrals)/\\{id\\}.*"))
            .toList();
    assertThat(routes).hasSizeGreaterThan(12);
    int asked = 0;
    List<String> leaks = new ArrayList<>();
    List<Browser> strangers = new ArrayList<>();
    List<String> bearers = new ArrayList<>();
    for (String name : List.of("analyst-2", "case-lead-2", "reviewer-2")) {
      strangers.add(served.as(name));
      bearers.add("Bearer " + served.token(name, Set.of(Scope.values())));
    }
    for (int i = 0; asked < SWAPS; i++) {
      for (Route route : routes) {
        String kind = route.path().replace("/api/v1", "").split("/", 3)[1];
        String id = owned.get(kind).get(i % OWNED);
        String file = owned.get("files").get(i % OWNED);
        for (int who = 0; who < strangers.size() && asked < SWAPS; who++) {
          served.clock.pass(Duration.ofMillis(101));
          HttpResponse<String> page =
              route.path().startsWith("/api/")
                  ? strangers
                      .get(who)
                      .raw(
                          "GET",
                          route.path().replace("{id}", id),
                          "",
                          "Authorization",
                          bearers.get(who))
                  : ask(strangers.get(who), route, id, file);
          asked++;
          boolean refused = Set.of(403, 404, 405).contains(page.statusCode());
          if (!refused || page.body().contains(SECRET)) {
            leaks.add(who + " " + name(route) + " " + id + " " + page.statusCode());
          }
        }
      }
    }
    assertThat(leaks).isEmpty();
    assertThat(asked).isEqualTo(SWAPS);
  }

  /** Makes one of each thing that belongs to somebody. */
  private static void fill(CaseDatabase database, String owner, int number) throws Exception {
    String advert = "a-ffffffffffffffffffff";
    Cases cases = new Cases(database, served.clock);
    CaseFile file = cases.find(owner, cases.open(owner, SECRET + number)).orElseThrow();
    Subject itself = new Subject(Subject.Kind.CASE, file.id());
    cases.put(file, owner, itself, SECRET + " note");
    new Enclosures(database, served.workspace.database().resolveSibling("enclosures"), served.clock)
        .add(file, owner, SECRET + ".txt", SECRET.getBytes(UTF_8));
    new Referrals(database, served.clock).ask(owner, itself, SECRET, SECRET + " grounds");
    new SavedSearches(database, served.clock).save(owner, SECRET + number, "visa", Severity.NOTICE);
    new ExportRequests(database, served.clock)
        .ask(owner, SECRET, "jsonl", SECRET, SECRET + " grounds");
    new ErasureRequests(database, served.clock).ask(owner, advert, SECRET + " grounds");
    new ApiTokens(database, new SecureRandom(), served.clock)
        .make(owner, SECRET, Set.of(Scope.ADVERTS), SECRET, Duration.ofDays(90));
  }

  /** Returns the numbers of the newest in a table: those that were made for this. */
  private static List<String> ids(CaseDatabase database, String table) {
    List<String> ids =
        database.list("SELECT id FROM " + table + " ORDER BY id", row -> row.getString("id"));
    return ids.subList(ids.size() - OWNED, ids.size());
  }

  private static HttpResponse<String> ask(Browser browser, Route route, String id, String file)
      throws Exception {
    return browser.raw(
        route.method().name(), route.path().replace("{id}", id).replace("{file}", file), "a=b");
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

  private static String name(Route route) {
    return route.method() + " " + route.path();
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
}
