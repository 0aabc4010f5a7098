package org.vigie.web.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
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
import org.vigie.casework.people.CaseDatabase;
import org.vigie.casework.people.Role;
import org.vigie.casework.people.Scope;
import org.vigie.pipeline.workspace.Workspace;
import org.vigie.web.Access;
import org.vigie.web.Route;
import org.vigie.web.pages.intake.IntakePages;

/**
 * Every address that names an object × each role × each relation to the object × each method, over
 * HTTP, from the table of addresses: each request is about an object of its own.
 */
class RelationMatrixTest {
  private static final List<String> METHODS = List.of("GET", "POST", "PUT", "DELETE");

  /** Forms with which an address does what it is for, if it is let. */
  private static final Map<String, String> FORMS =
      Map.ofEntries(
          Map.entry("/accounts/requests/{id}", "decision=decline"),
          Map.entry("/cases/{id}/closing", "why=for+a+good+reason"),
          Map.entry("/cases/{id}/reopening", "why=for+a+good+reason"),
          Map.entry("/exports/{id}", "decision=decline"),
          Map.entry("/erasures/{id}", "decision=decline"),
          Map.entry("/referrals/{id}", "decision=decline"),
          Map.entry("/alerts/{id}/assignment", "account=analyst"),
          Map.entry("/alerts/{id}/snooze", "days=1"),
          Map.entry("/alerts/{id}/outcome", "outcome=duplicate&note=for+a+good+reason"),
          Map.entry("/cases/{id}/members", "account=reviewer-2&change=add"),
          Map.entry("/clusters/{id}/rulings", "ruling=apart&why=for+a+good+reason"));

  /** What came of a request. */
  private enum Outcome {
    LET,
    NO_ROLE,
    NO_TOKEN,
    NOT_FOUND,
    NO_SUCH_METHOD
  }

  @TempDir static Path folder;
  private static ServedConsole served;
  private static CaseDatabase database;
  private static RelatedObjects objects;

  @BeforeAll
  static void serve() throws Exception {
    Workspace workspace = new Workspace(folder);
    HostileIndex.write(workspace, HostileTexts.all().subList(0, 2 * HostileIndex.GROUP));
    served = ServedConsole.on(workspace);
    database = CaseDatabase.open(workspace.database(), Console.SCHEMA);
    objects = new RelatedObjects(served, database);
  }

  @AfterAll
  static void end() throws Exception {
    database.close();
    served.close();
  }

  @Test
  void showsNothingThatTheRoleOrTheRelationToTheObjectForbids() throws Exception {
    List<String> paths = paths();
    Map<String, String> surprises = new LinkedHashMap<>();
    int asked = 0;
    for (Role role : Role.values()) {
      Browser browser = served.as(role.label());
      for (String path : paths) {
        for (Relation relation : Relation.values()) {
          for (String method : METHODS) {
            String id = objects.of(path, role.label(), relation);
            if (path.startsWith("/cases/") && expectsMembership(relation)) {
              served.because(browser, id);
            }
            HttpResponse<String> response =
                asked(
                    browser,
                    browser.raw(
                        method,
                        objects.named(path, id, role.label()),
                        form(path, role.label(), relation)));
            Outcome found = outcome(response);
            Outcome expected = expected(role, method, path, relation);
            asked++;
            if (found != expected) {
              surprises.put(
                  role.label() + " " + method + " " + path + " " + relation,
                  found + " (" + response.statusCode() + ") and not " + expected);
            }
            if (expected == Outcome.NOT_FOUND) {
              assertThat(response.body()).doesNotContain("a title that nobody else may learn");
            }
          }
        }
      }
    }
    assertThat(surprises).isEmpty();
    assertThat(paths).hasSizeGreaterThan(30);
    assertThat(asked)
        .isEqualTo(paths.size() * METHODS.size() * Role.values().length * Relation.values().length);
  }

  @Test
  void tellsAProgramNothingThatItsAccountOrItsRelationToTheObjectForbids() throws Exception {
    List<String> surprises = new ArrayList<>();
    List<String> paths = paths().stream().filter(path -> path.startsWith("/api/")).toList();
    for (Role role : Role.values()) {
      String token = served.token(role.label(), Set.of(Scope.values()));
      for (String path : paths) {
        for (Relation relation : Relation.values()) {
          String id = objects.of(path, role.label(), relation);
          HttpResponse<String> response =
              served
                  .nobody()
                  .raw(
                      "GET",
                      objects.named(path, id, role.label()),
                      "",
                      "Authorization",
                      "Bearer " + token);
          Outcome found = response.statusCode() == 403 ? Outcome.NO_ROLE : outcome(response);
          Outcome expected = expected(role, path, relation);
          if (found != expected) {
            surprises.add(role.label() + " " + path + " " + relation + " " + found);
          }
          if (expected != Outcome.LET) {
            assertThat(response.body()).doesNotContain("a title that nobody else may learn");
          }
          served.clock.pass(Duration.ofMillis(101));
        }
      }
    }
    assertThat(surprises).isEmpty();
    assertThat(paths).hasSizeGreaterThan(9);
  }

  private static Outcome expected(Role role, String path, Relation relation) {
    boolean mayRead =
        routes().stream()
            .filter(one -> one.path().equals(path))
            .map(Route::access)
            .anyMatch(access -> access instanceof Access.Token t && t.roles().contains(role));
    if (!mayRead) {
      return Outcome.NO_ROLE;
    }
    String shown = path.substring("/api/v1".length());
    boolean isSeen =
        shown.startsWith("/exports/") ? relation == Relation.OWN : sees(shown, relation);
    return isSeen ? Outcome.LET : Outcome.NOT_FOUND;
  }

  /** Objects that no path names, but a query or a form. */
  @Test
  void showsNothingByAQueryOrAFormThatTheRelationToTheObjectForbids() throws Exception {
    List<String> surprises = new ArrayList<>();
    String key =
        URLEncoder.encode(
            HostileIndex.contactKey(HostileTexts.all().getFirst()), StandardCharsets.UTF_8);
    for (Role role : Role.values()) {
      Browser browser = served.as(role.label());
      boolean reads = Access.READERS.contains(role);
      for (Relation relation : Relation.values()) {
        boolean isThere = relation != Relation.GONE && relation != Relation.NONSENSE;
        String file = objects.of("/cases/{id}", role.label(), relation);
        Outcome ofCase = expectsMembership(relation) ? Outcome.LET : Outcome.NOT_FOUND;
        Map<HttpResponse<String>, Outcome> expected = new LinkedHashMap<>();
        expected.put(browser.raw("POST", "/reason", "reason=&case=" + file), ofCase);
        expected.put(
            browser.raw(
                "POST",
                "/marks",
                "change=file&advert=" + HostileIndex.advertId(0) + "&case=" + file),
            reads ? ofCase : Outcome.NO_ROLE);
        expected.put(
            browser.raw("POST", "/contact/filings?key=" + key, "note=&case=" + file),
            reads ? ofCase : Outcome.NO_ROLE);
        expected.put(
            browser.get("/contact?key=" + (isThere ? key : "phone:none")),
            !reads ? Outcome.NO_ROLE : isThere ? Outcome.LET : Outcome.NOT_FOUND);
        expected.forEach((response, outcome) -> {
          // Of many deeds at once, one form tells of a case that isn't there as of one that is
          // hidden.
          Outcome found = response.statusCode() == 422 ? Outcome.NOT_FOUND : outcome(response);
          if (found != outcome) {
            surprises.add(role.label() + " " + response.uri() + " " + relation + " " + outcome);
          }
        });
      }
    }
    assertThat(surprises).isEmpty();
  }

  /** The form of a search leads to its page without looking, and the page tells what there is. */
  private static HttpResponse<String> asked(Browser browser, HttpResponse<String> response)
      throws Exception {
    String next = response.headers().firstValue("Location").orElse("");
    return next.startsWith(response.uri().getRawPath() + "?k=")
        ? browser.raw("GET", next, "")
        : response;
  }

  private static boolean expectsMembership(Relation relation) {
    return relation == Relation.OWN || relation == Relation.SHARED;
  }

  /**
   * What is put into a case must not tell of cases of others: there the relation is to the case.
   */
  private static String form(String path, String account, Relation relation) {
    if (!path.endsWith("/filings")) {
      return FORMS.getOrDefault(path, "a=b");
    }
    boolean isThere = relation != Relation.GONE && relation != Relation.NONSENSE;
    return "case=" + (isThere ? objects.caseFile(account, relation) : "k-999999");
  }

  private static Outcome expected(Role role, String method, String path, Relation relation) {
    Route route =
        routes().stream()
            .filter(one -> one.path().equals(path) && one.method().name().equals(method))
            .findFirst()
            .orElse(null);
    if (route == null) {
      return Outcome.NO_SUCH_METHOD;
    }
    return switch (route.access()) {
      case Access.Token token -> Outcome.NO_TOKEN;
      case Access.Having having ->
          !having.roles().contains(role)
              ? Outcome.NO_ROLE
              : sees(path, relation) ? Outcome.LET : Outcome.NOT_FOUND;
      case Access.Anyone anyone -> Outcome.LET;
      case Access.SignedIn signedIn -> Outcome.LET;
      case Access.Known known -> Outcome.LET;
    };
  }

  /** Written by hand: which relations to an object its addresses want. */
  private static boolean sees(String path, Relation relation) {
    boolean isThere = relation != Relation.GONE && relation != Relation.NONSENSE;
    if (path.startsWith("/searches/")
        || path.startsWith("/tokens/")
        || path.endsWith("/file")
        || path.endsWith("/link")) {
      return relation == Relation.OWN;
    }
    if (path.startsWith("/cases/") || path.startsWith("/referrals/") || path.endsWith("/filings")) {
      return relation == Relation.OWN || relation == Relation.SHARED;
    }
    return isThere;
  }

  private static Outcome outcome(HttpResponse<String> response) {
    int status = response.statusCode();
    assertThat(status).isLessThan(500);
    return switch (status) {
      case 401 -> Outcome.NO_TOKEN;
      case 404 -> Outcome.NOT_FOUND;
      case 405 -> Outcome.NO_SUCH_METHOD;
      case 403 -> response.body().contains("have the role") ? Outcome.NO_ROLE : Outcome.LET;
      default -> Outcome.LET;
    };
  }

  /** A file that was handed in waits in memory, for who brought it alone: see IntakePagesTest. */
  private static List<String> paths() {
    return new ArrayList<>(
        routes().stream()
            .map(Route::path)
            .filter(path -> path.contains("{") && !path.startsWith(IntakePages.PATH))
            .distinct()
            .toList());
  }

  private static List<Route> routes() {
    return served.console.routes();
  }
}
