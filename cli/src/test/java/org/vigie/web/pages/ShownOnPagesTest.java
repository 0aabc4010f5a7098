package org.vigie.web.pages;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.casework.AlertHandling;
import org.vigie.casework.CaseFile;
import org.vigie.casework.Cases;
import org.vigie.casework.Enclosures;
import org.vigie.casework.ExportRequests;
import org.vigie.casework.Judgements;
import org.vigie.casework.Mark;
import org.vigie.casework.Marks;
import org.vigie.casework.Opinion;
import org.vigie.casework.Subject;
import org.vigie.casework.mandate.AuditEvent;
import org.vigie.casework.people.CaseDatabase;
import org.vigie.casework.people.Role;
import org.vigie.casework.people.Scope;
import org.vigie.pipeline.workspace.Workspace;
import org.vigie.search.AdvertIndex;
import org.vigie.web.Access;
import org.vigie.web.Route;

/** The log names each advert, cluster, network and alert that any address of the console shows. */
class ShownOnPagesTest {
  /** Written anew: what the log looks for must not tell this test what to look for. */
  private static final Pattern ID =
      Pattern.compile("(?<![0-9A-Za-z])[acnw]-[0-9a-f]{20}(?![0-9A-Za-z])");

  /**
   * Who reads ids in the log reads nothing of what they stand for; else the log would grow by it.
   */
  private static final Set<String> OF_THE_LOG = Set.of("GET /audit", "POST /audit");

  @TempDir static Path folder;
  private static ServedConsole served;
  private static CaseDatabase database;
  private static RelatedObjects objects;
  private static String key;

  /** What the account whose turn it is has in a case: the case, and a file in it. */
  private String file = "";

  private String enclosure = "";

  @BeforeAll
  static void serve() throws Exception {
    Workspace workspace = new Workspace(folder);
    HostileIndex.write(workspace, HostileTexts.chosen());
    served = ServedConsole.on(workspace);
    database = CaseDatabase.open(workspace.database(), Console.SCHEMA);
    objects = new RelatedObjects(served, database);
    key = URLEncoder.encode(HostileIndex.contactKey(HostileTexts.chosen().getFirst()), UTF_8);
  }

  @AfterAll
  static void end() throws Exception {
    database.close();
    served.close();
  }

  /** Whatever lists something has something to list. */
  private static void decide() throws Exception {
    List<Subject> subjects =
        List.of(
            new Subject(Subject.Kind.ADVERT, HostileIndex.advertId(0)),
            new Subject(Subject.Kind.CLUSTER, HostileIndex.clusterId(0)),
            new Subject(Subject.Kind.ALERT, HostileIndex.alertId(0)));
    for (Subject subject : subjects) {
      new Judgements(database, served.clock)
          .add("reviewer-2", subject, Opinion.LEAD, "for a reason");
      new Marks(database, served.clock)
          .add("reviewer-2", new Mark(Mark.Kind.ASSIGNEE, subject, "analyst"));
      new Marks(database, served.clock).add("reviewer-2", new Mark(Mark.Kind.TAG, subject, "seen"));
    }
    new AlertHandling(database, served.clock)
        .note("reviewer-2", HostileIndex.alertId(0), "see " + HostileIndex.alertId(1));
    for (String path : List.of("/erasures/{id}", "/referrals/{id}", "/rulings/{id}")) {
      objects.of(path, "case-lead-2", Relation.OWN);
    }
  }

  @Test
  void isLoggedAtEveryAddressForEveryRole() throws Exception {
    decide();
    Map<String, Set<String>> unlogged = new TreeMap<>();
    Set<String> showing = new TreeSet<>();
    for (Role role : Role.values()) {
      Browser browser = served.as(role.label());
      fillCase(browser, role.label());
      String token = served.token(role.label(), EnumSet.allOf(Scope.class));
      for (Route route : routes()) {
        String name = WrittenPolicy.name(route);
        boolean isOfProgram = route.access() instanceof Access.Token;
        for (String path : paths(route, role.label())) {
          served.events.clear();
          HttpResponse<String> answer =
              isOfProgram ? program(token, route, path) : browser.get(path);
          served.clock.pass(Duration.ofMillis(101));
          Set<String> missing = ids(answer.body());
          if (!missing.isEmpty()) {
            showing.add(name);
          }
          missing.removeAll(logged());
          if (!missing.isEmpty() && !OF_THE_LOG.contains(name)) {
            unlogged.put(role.label() + " " + name, missing);
          }
        }
      }
    }
    assertThat(unlogged).isEmpty();
    assertThat(showing)
        .as("addresses that show something")
        .hasSizeGreaterThan(30)
        .contains(
            "GET /",
            "GET /clusters",
            "GET /networks/{id}/graph",
            "GET /cases/{id}",
            "GET /cases/{id}/files/{file}",
            "GET /api/v1/alerts",
            "GET /api/v1/clusters",
            "POST /api/v1/search");
  }

  @Test
  void isLoggedOfEachFileThatIsTakenAndEachRowThatIsStreamed() throws Exception {
    for (String format : List.of("jsonl", "csv", "xlsx")) {
      Browser analyst = served.as("analyst");
      String path = "/exports/" + granted(format);
      analyst.get("/exports");
      served.clock.pass(Duration.ofMinutes(2));
      served.events.clear();
      HttpResponse<InputStream> taken =
          analyst.download(
              path + "/file", Map.of("password", ServedConsole.PASSWORD, "code", served.codeNow()));
      assertThat(taken.statusCode()).as(format).isEqualTo(200);
      byte[] file = taken.body().readAllBytes();
      Set<String> shown = ids(unpacked(file));
      assertThat(shown).as(format).anyMatch(id -> id.startsWith("c-"));
      assertThat(logged()).as(format).containsAll(shown);

      String token = served.token("analyst", Set.of(Scope.EXPORTS));
      served.events.clear();
      Set<String> streamed =
          ids(
              served
                  .nobody()
                  .raw("GET", "/api/v1" + path + "/adverts", "", "Authorization", "Bearer " + token)
                  .body());
      assertThat(streamed).anyMatch(id -> id.startsWith("c-"));
      assertThat(logged()).containsAll(streamed);
    }
  }

  private static HttpResponse<String> program(String token, Route route, String path)
      throws Exception {
    String[] parts = path.split("\\?", 2);
    boolean isAskedByBody = route.isAskedByBody();
    return served
        .nobody()
        .raw(
            route.method().name(),
            isAskedByBody ? parts[0] : path,
            isAskedByBody && parts.length > 1 ? parts[1] : "",
            "Authorization",
            "Bearer " + token);
  }

  /** What only shows; an address that names a file that waits in memory is IntakePagesTest's. */
  private static List<Route> routes() {
    return served.console.routes().stream()
        .filter(route -> route.method() == Route.Method.GET || route.isAskedByBody())
        .filter(route -> !route.path().startsWith("/intake/"))
        .toList();
  }

  /** Returns some ways in which an address is asked for, those that show most among them. */
  private List<String> paths(Route route, String account) throws Exception {
    String path = route.path();
    if (path.startsWith("/assets/")) {
      return List.of(path);
    }
    if (path.contains("{")) {
      boolean isOfCase = path.contains("/cases/");
      String id = isOfCase ? file : objects.of(path, account, Relation.OWN);
      path = path.replace("{file}", enclosure).replaceAll("\\{[a-z]+\\}", id);
    }
    List<String> asked = new ArrayList<>(List.of(path));
    for (String query :
        List.of(
            "key=" + key,
            "status=all",
            "tag=seen",
            "limit=50",
            "subject=cluster%3A" + HostileIndex.clusterId(0))) {
      asked.add(path + "?" + query);
    }
    return asked;
  }

  /** Puts something of each kind into a case, and a file that names more. */
  private void fillCase(Browser browser, String account) throws Exception {
    file = objects.caseFile(account, Relation.OWN);
    Cases cases = new Cases(database, served.clock);
    CaseFile known = cases.find(account, file).orElseThrow();
    cases.put(known, account, new Subject(Subject.Kind.ADVERT, HostileIndex.advertId(1)), "");
    cases.put(known, account, new Subject(Subject.Kind.CLUSTER, HostileIndex.clusterId(1)), "");
    Enclosures enclosures =
        new Enclosures(
            database, served.workspace.database().resolveSibling("enclosures"), served.clock);
    byte[] content = "c-00000000000000000fff".getBytes(UTF_8);
    enclosure = String.valueOf(enclosures.add(known, account, "b.csv", content).id());
    served.because(browser, file);
  }

  private static long granted(String format) throws IOException {
    ExportRequests requests = new ExportRequests(database, served.clock);
    requests.ask("analyst", "", format, "Example authority", "within its district");
    long id = requests.of("analyst", 1).getFirst().id();
    try (AdvertIndex index = AdvertIndex.open(served.workspace.index())) {
      assertThat(requests.grant("reviewer", id, "", index.advertIds(""))).isTrue();
    }
    return id;
  }

  private static Set<String> logged() {
    Set<String> logged = new TreeSet<>();
    for (AuditEvent event : served.events) {
      logged.addAll(event.shown().ids());
    }
    return logged;
  }

  private static String unpacked(byte[] content) throws IOException {
    StringBuilder text = new StringBuilder(new String(content, UTF_8));
    if (content[0] == 'P') {
      Path file = Files.write(folder.resolve("taken.zip"), content);
      try (ZipFile zip = new ZipFile(file.toFile())) {
        for (ZipEntry entry : Collections.list(zip.entries())) {
          text.append(new String(zip.getInputStream(entry).readAllBytes(), UTF_8));
        }
      }
    }
    return text.toString();
  }

  private static Set<String> ids(String text) {
    return ID.matcher(text)
        .results()
        .map(MatchResult::group)
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
