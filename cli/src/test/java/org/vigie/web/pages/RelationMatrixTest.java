package org.vigie.web.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.advert.Severity;
import org.vigie.casework.AdminRequest;
import org.vigie.casework.AdminRequests;
import org.vigie.casework.CaseFile;
import org.vigie.casework.Cases;
import org.vigie.casework.Enclosures;
import org.vigie.casework.ErasureRequests;
import org.vigie.casework.ExportRequests;
import org.vigie.casework.Referral;
import org.vigie.casework.Referrals;
import org.vigie.casework.Restriction;
import org.vigie.casework.Restrictions;
import org.vigie.casework.Rulings;
import org.vigie.casework.SavedSearches;
import org.vigie.casework.Subject;
import org.vigie.casework.people.ApiToken;
import org.vigie.casework.people.ApiTokens;
import org.vigie.casework.people.CaseDatabase;
import org.vigie.casework.people.EnrolmentCodes;
import org.vigie.casework.people.Role;
import org.vigie.casework.people.Scope;
import org.vigie.pipeline.cluster.ClusterRuling;
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

  /** What somebody is to an object. */
  private enum Relation {
    /** Made it. */
    OWN,
    /** Was let in by who made it. */
    SHARED,
    /** Has nothing to do with it. */
    OTHERS,
    /** It isn't there. */
    GONE,
    /** Its name is none. */
    NONSENSE
  }

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
  private static String advert;
  private static String cluster;
  private static String alert;
  private static String network;
  private static int made;

  @BeforeAll
  static void serve() throws Exception {
    Workspace workspace = new Workspace(folder);
    HostileIndex.write(workspace, HostileTexts.all().subList(0, 2 * HostileIndex.GROUP));
    served = ServedConsole.on(workspace);
    database = CaseDatabase.open(workspace.database(), Console.SCHEMA);
    cluster = HostileIndex.clusterId(0);
    alert = HostileIndex.alertId(0);
    advert = HostileIndex.advertId(0);
    network = HostileIndex.networkId(0);
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
            String id = object(path, role.label(), relation);
            if (path.startsWith("/cases/") && expectsMembership(relation)) {
              served.because(browser, id);
            }
            HttpResponse<String> response =
                asked(
                    browser,
                    browser.raw(
                        method, named(path, id, role.label()), form(path, role.label(), relation)));
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
          String id = object(path, role.label(), relation);
          HttpResponse<String> response =
              served
                  .nobody()
                  .raw(
                      "GET", named(path, id, role.label()), "", "Authorization", "Bearer " + token);
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
        String file = object("/cases/{id}", role.label(), relation);
        Outcome ofCase = expectsMembership(relation) ? Outcome.LET : Outcome.NOT_FOUND;
        Map<HttpResponse<String>, Outcome> expected = new LinkedHashMap<>();
        expected.put(browser.raw("POST", "/reason", "reason=&case=" + file), ofCase);
        expected.put(
            browser.raw("POST", "/marks", "change=file&advert=" + advert + "&case=" + file),
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
    return "case=" + (isThere ? caseFile(account, relation) : "k-999999");
  }

  /** Returns the name of an object to which an account is in a relation. */
  private static String object(String path, String account, Relation relation) {
    made++;
    return switch (relation) {
      case GONE -> gone(path);
      case NONSENSE -> "%3Cb%3E" + made;
      default -> existing(path, account, relation);
    };
  }

  private static String gone(String path) {
    return path.startsWith("/cases/") ? "k-999999" : "999999";
  }

  private static String existing(String path, String account, Relation relation) {
    String owner = relation == Relation.OWN ? account : "analyst-2";
    if (path.startsWith("/api/v1/")) {
      return existing(path.substring("/api/v1".length()), account, relation);
    }
    return switch (path.substring(1, path.indexOf('/', 1))) {
      case "adverts" -> advert;
      case "clusters" -> cluster;
      case "alerts" -> alert;
      case "networks" -> network;
      case "accounts" -> path.endsWith("/link") ? grantedInvitation(owner) : account(path, owner);
      case "cases" -> caseFile(account, relation);
      case "searches" -> search(owner);
      case "exports" -> export(owner);
      case "erasures" -> erasure(owner);
      case "restrictions" -> restriction(owner);
      case "tokens" -> path.contains("/requests/") ? grantedToken(owner) : token(owner);
      case "referrals" -> referral(owner, caseFile(account, relation));
      case "rulings" -> ruling(owner);
      default ->
          throw new AssertionError("a kind of object must be known here, but isn't: " + path);
    };
  }

  private static String caseFile(String account, Relation relation) {
    Cases cases = new Cases(database, served.clock);
    String opener = relation == Relation.OWN ? account : "case-lead-2";
    String id = cases.open(opener, "a title that nobody else may learn " + made);
    if (relation == Relation.SHARED) {
      CaseFile known = cases.find(opener, id).orElseThrow();
      cases.addMember(known, account, opener);
    }
    return id;
  }

  private static String named(String path, String id, String account) throws Exception {
    String file = path.contains("{file}") ? enclosure(id, account) : "";
    return path.replace("{file}", file).replaceAll("\\{[a-z]+\\}", id);
  }

  /** Returns the number of a file in a case, whoever may see the case. */
  private static String enclosure(String caseId, String account) throws Exception {
    Cases cases = new Cases(database, served.clock);
    for (String member : List.of(account, "case-lead-2")) {
      Optional<CaseFile> known = cases.find(member, caseId);
      if (known.isPresent()) {
        Enclosures enclosures =
            new Enclosures(
                database, served.workspace.database().resolveSibling("enclosures"), served.clock);
        byte[] content = "a title that nobody else may learn".getBytes(StandardCharsets.UTF_8);
        return String.valueOf(enclosures.add(known.get(), member, "a.txt", content).id());
      }
    }
    return "1";
  }

  private static String search(String owner) {
    SavedSearches searches = new SavedSearches(database, served.clock);
    searches.save(owner, "search " + made, "visa", Severity.NOTICE);
    return String.valueOf(searches.of(owner).getFirst().id());
  }

  private static String export(String owner) {
    ExportRequests requests = new ExportRequests(database, served.clock);
    requests.ask(owner, "visa", "jsonl", "Example authority", "within its district");
    return String.valueOf(requests.of(owner, 1).getFirst().id());
  }

  private static String erasure(String owner) {
    ErasureRequests requests = new ErasureRequests(database, served.clock);
    requests.ask(owner, advert, "within its district");
    return String.valueOf(requests.of(owner, 1).getFirst().id());
  }

  private static String restriction(String owner) {
    Restrictions restrictions = new Restrictions(database, served.clock);
    Subject other = new Subject(Subject.Kind.ADVERT, "a-ffffffffffffffffffff");
    restrictions.add(owner, other, Restriction.Ground.EVIDENCE, "for a good reason");
    return String.valueOf(restrictions.inForce().getFirst().number());
  }

  private static String token(String owner) {
    ApiTokens tokens = new ApiTokens(database, new SecureRandom(), served.clock);
    tokens.make(owner, "test", Set.of(Scope.ADVERTS), "operation example", Duration.ofDays(1));
    return String.valueOf(tokens.of(owner).stream().mapToLong(ApiToken::id).max().orElseThrow());
  }

  /** What a second admin decides. */
  private static String request(String owner) {
    AdminRequests requests = new AdminRequests(database, served.clock);
    requests.ask(AdminRequest.Kind.CHANGE, owner, "analyst-2", "analyst enabled");
    return String.valueOf(requests.openOf(owner, AdminRequest.Kind.CHANGE).getLast().id());
  }

  private static String account(String path, String owner) {
    return path.contains("/requests/") ? request(owner) : "analyst-2";
  }

  /** An invitation whose link whoever asked takes, now that another admin has granted it. */
  private static String grantedInvitation(String owner) {
    AdminRequests requests = new AdminRequests(database, served.clock);
    String name = "invited-" + made;
    requests.ask(AdminRequest.Kind.INVITE, owner, name, "analyst");
    long id = requests.openOf(owner, AdminRequest.Kind.INVITE).getLast().id();
    requests.decide("admin-2", id, true);
    new EnrolmentCodes(database, new SecureRandom(), served.clock).grant(id, name, "admin-2");
    return String.valueOf(id);
  }

  /** What whoever asked for it takes, now that an admin has granted it. */
  private static String grantedToken(String owner) {
    AdminRequests requests = new AdminRequests(database, served.clock);
    requests.ask(AdminRequest.Kind.TOKEN, owner, owner, "adverts 7 · test · operation example");
    long id = requests.openOf(owner, AdminRequest.Kind.TOKEN).getLast().id();
    requests.decide("admin", id, true);
    return String.valueOf(id);
  }

  private static String referral(String owner, String caseId) {
    Referrals referrals = new Referrals(database, served.clock);
    Subject subject = new Subject(Subject.Kind.CASE, caseId);
    referrals.ask(owner, subject, "Example authority", "within its district");
    return String.valueOf(
        referrals.of(subject).stream().max(Comparator.comparing(Referral::id)).orElseThrow().id());
  }

  private static String ruling(String owner) {
    Rulings rulings = new Rulings(database, served.clock);
    rulings.add(
        owner,
        ClusterRuling.Kind.NO_CAMPAIGN,
        cluster,
        List.of(advert),
        List.of(),
        "for a good reason");
    return String.valueOf(rulings.inEffect().getFirst().number());
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
