package org.vigie.web.pages;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.vigie.web.pages.WrittenPolicy.POLICY;
import static org.vigie.web.pages.WrittenPolicy.READERS;
import static org.vigie.web.pages.WrittenPolicy.name;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
import org.vigie.casework.people.Scope;
import org.vigie.pipeline.workspace.Workspace;
import org.vigie.web.Route;

/** What belongs to others, asked for by its id: a case, and one of each thing that has an owner. */
class OthersObjectsTest {
  private static final String SECRET = "what nobody else may learn";

  /** Things of each kind whose ids are swapped in. */
  private static final int OWNED = 100;

  private static final int SWAPS = 10_000;

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

  private static List<Route> routes() {
    return served.console.routes();
  }
}
