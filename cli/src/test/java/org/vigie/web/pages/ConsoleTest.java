package org.vigie.web.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.casework.config.DisclosureSettings;
import org.vigie.casework.config.RetentionSettings;
import org.vigie.casework.config.WebSettings;
import org.vigie.casework.mandate.AuditEvent;
import org.vigie.casework.mandate.AuditSeal;
import org.vigie.casework.mandate.AuditTrail;
import org.vigie.casework.meaning.Translations;
import org.vigie.casework.models.ApprovedModels;
import org.vigie.casework.people.Accounts;
import org.vigie.casework.people.CaseDatabase;
import org.vigie.casework.people.MovingClock;
import org.vigie.casework.people.OneTimeCode;
import org.vigie.casework.people.Role;
import org.vigie.cli.command.ExampleWorkspace;
import org.vigie.files.failure.UserError;
import org.vigie.pipeline.workspace.Workspace;
import org.vigie.web.pages.part.Paths;

class ConsoleTest {
  private static final String PASSWORD = "a sentence of some length";
  private static final OneTimeCode CODE = OneTimeCode.random(new SecureRandom());
  private static final MovingClock CLOCK = new MovingClock(Instant.parse("2026-03-01T12:00:00Z"));
  private static final List<String> TRACES = new CopyOnWriteArrayList<>();
  private static volatile boolean logIsBroken;

  @TempDir static Path folder;
  private static Workspace workspace;
  private static Console console;
  private Browser browser;

  @BeforeAll
  static void serve() throws Exception {
    workspace = ExampleWorkspace.in(folder);
    try (CaseDatabase database = CaseDatabase.open(workspace.database(), Accounts.SCHEMA)) {
      Accounts accounts = new Accounts(database, CLOCK);
      accounts.add("ada", EnumSet.of(Role.ADMIN), PASSWORD, CODE);
      accounts.add("ana", EnumSet.of(Role.ANALYST), PASSWORD, CODE);
      accounts.add("otto", EnumSet.of(Role.AUDITOR), PASSWORD, CODE);
    }
    console = Console.start(workspace, dependencies());
  }

  @AfterAll
  static void end() throws Exception {
    console.close();
  }

  @BeforeEach
  void open() {
    // A code counts once.
    CLOCK.pass(Duration.ofMinutes(2));
    logIsBroken = false;
    TRACES.clear();
    browser = new Browser(console.port());
  }

  @Test
  void leadsFromTheSearchToAnAdvertToItsCluster() throws Exception {
    signIn("ana");

    HttpResponse<String> search = browser.get("/?q=passport");
    assertThat(search.statusCode()).isEqualTo(200);
    HttpResponse<String> advert = browser.get(first(search.body(), "/adverts/"));
    assertThat(advert.body())
        .contains("Machine assessment", "as its site declared it", "class=\"indicator\"");
    HttpResponse<String> cluster = browser.get(first(advert.body(), "/clusters/"));
    assertThat(cluster.body()).contains("4 adverts");
    Document page = Jsoup.parse(cluster.body());
    assertThat(page.select(".evidence mark.slot").eachText())
        .contains("[1 place]", "[2 place]", "[3 price]");
    assertThat(page.select("td:has(mark.slot-place) + th").eachText())
        .isNotEmpty()
        .containsOnly("place");
    assertThat(page.select("td:has(mark.slot-contact) + th").eachText())
        .isNotEmpty()
        .containsOnly("phone");
    assertThat(browser.get("/alerts").body()).contains(first(advert.body(), "/clusters/"));
  }

  @Test
  void findsAPhoneAsItIsTyped() throws Exception {
    signIn("ana");

    assertThat(browser.get("/?q=phone:06.39.98.00.01").body()).contains("4 adverts match");
  }

  @Test
  void speaksFrenchToWhoWantsIt() throws Exception {
    assertThat(browser.get("/sign-in", "Accept-Language", "fr-CA,fr;q=0.9").body())
        .contains("lang=\"fr\"", "Mot de passe");
    signIn("ana");
    HttpResponse<String> page = browser.post("/language", Map.of("language", "fr", "next", "/"));
    assertThat(page.body()).contains("lang=\"fr\"", "annonces correspondent");
  }

  @Test
  void asksWhoBeforeAnythingElse() throws Exception {
    for (String path : List.of("/", "/alerts", "/clusters", "/adverts/a-1", "/clusters/c-1")) {
      HttpResponse<String> page = browser.get(path);
      assertThat(page.uri().getPath()).as(path).isEqualTo("/sign-in");
    }
    assertThat(TRACES).isEmpty();
  }

  @Test
  void asksWhyOnceAndLogsEachActBeforeItHappens() throws Exception {
    HttpResponse<String> asked = enter("ana");
    assertThat(asked.uri().getPath()).isEqualTo("/reason");
    assertThat(browser.post("/reason", Map.of("reason", "short")).statusCode()).isEqualTo(422);
    browser.post("/reason", Map.of("reason", "operation example", "next", "/alerts"));
    browser.get("/?q=passport");

    assertThat(TRACES)
        .containsExactly(
            "ana sign-in address=127.0.0.1",
            "ana reason ",
            "ana consultation get /alerts ",
            "ana consultation get / ");
  }

  @Test
  void showsNothingIfTheLogCannotBeWritten() throws Exception {
    signIn("ana");
    logIsBroken = true;

    HttpResponse<String> page = browser.get("/?q=passport");
    assertThat(page.statusCode()).isEqualTo(403);
    assertThat(page.body()).doesNotContain("/adverts/");
  }

  @Test
  void showsNoAdvertToAuditorsAndAdmins() throws Exception {
    for (String name : List.of("otto", "ada")) {
      browser = new Browser(console.port());
      CLOCK.pass(Duration.ofMinutes(2));
      enter(name);
      assertThat(browser.get("/?q=passport").statusCode()).as(name).isEqualTo(403);
    }
    assertThat(TRACES)
        .as("what they did, and no look at adverts")
        .containsExactly(
            "otto sign-in address=127.0.0.1",
            "otto refused get / ",
            "ada sign-in address=127.0.0.1",
            "ada refused get / ");
  }

  @Test
  void takesNoFormFromAnotherPage() throws Exception {
    signIn("ana");

    assertThat(
            browser
                .post("/reason", Map.of("reason", "operation other", "form-token", "guessed"))
                .statusCode())
        .isEqualTo(403);
  }

  @Test
  void leadsNowhereElseAfterSigningIn() throws Exception {
    for (String next :
        List.of("//evil.example.org/", "https://evil.example.org/", "/\\evil.example.org", "\t/")) {
      CLOCK.pass(Duration.ofMinutes(2));
      browser = new Browser(console.port());
      HttpResponse<String> page = enter("ana", next);
      assertThat(page.uri().getHost()).as(next).isEqualTo("127.0.0.1");
      assertThat(page.uri().getPath()).as(next).isEqualTo("/reason");
    }
  }

  @Test
  void makesAnAddressWaitThatFailedOftenAndNoOtherBehindTheSameProxy() throws Exception {
    for (int i = 0; i < 30; i++) {
      assertThat(tryFrom("192.0.2.1, 198.51.100.7", "guess-" + i).statusCode()).isEqualTo(403);
    }
    assertThat(tryFrom("198.51.100.7", "another").statusCode()).isEqualTo(429);
    assertThat(tryFrom("198.51.100.8", "another").statusCode()).isEqualTo(403);
  }

  @Test
  void givesACookieForTlsAloneBehindAProxyWithTls() throws Exception {
    HttpResponse<String> page =
        browser.raw(
            "POST",
            "/sign-in",
            "name=ana&password=" + Paths.encoded(PASSWORD) + "&code=" + CODE.at(CLOCK.instant()),
            "X-Forwarded-Proto",
            "https");
    assertThat(page.headers().allValues("Set-Cookie"))
        .hasSize(2)
        .allSatisfy(cookie ->
            assertThat(cookie)
                .startsWith("__Host-")
                .contains("Secure", "HttpOnly", "SameSite=Strict"));
  }

  @Test
  void sendsTheHeadersThatKeepAPageToItself() throws Exception {
    for (String path : List.of("/sign-in", "/assets/vigie.css", "/nothing")) {
      HttpResponse<String> page = browser.get(path);
      assertThat(page.headers().firstValue("Content-Security-Policy"))
          .as(path)
          .hasValueSatisfying(policy -> assertThat(policy).startsWith("default-src 'none'"));
      assertThat(page.headers().firstValue("Referrer-Policy")).contains("no-referrer");
      assertThat(page.headers().firstValue("Server")).isEmpty();
    }
  }

  @Test
  void neverNamesAnotherHostInAPage() throws Exception {
    signIn("ana");
    HttpResponse<String> search = browser.get("/");
    String advert = first(search.body(), "/adverts/");
    for (String path : List.of("/", "/alerts", "/clusters", advert)) {
      Matcher links =
          Pattern.compile("(?:src|href|action)=\"([^\"]*)\"").matcher(browser.get(path).body());
      while (links.find()) {
        assertThat(links.group(1)).as(path).matches("/(?!/).*|#main");
      }
    }
  }

  @Test
  void makesTheFirstAccountOnceWithItsTokenAlone(@TempDir Path other) throws Exception {
    Workspace fresh = new Workspace(other);
    try (Console first = Console.start(fresh, dependencies())) {
      Browser someone = new Browser(first.port());
      String path = first.firstAccountPath().orElseThrow();
      assertThat(someone.follow("/first-account#guess").statusCode()).isEqualTo(403);
      String secret = group(someone.follow(path).body(), "class=\"secret\">([A-Z2-7]+)<");
      Map<String, String> form =
          Map.of(
              "token",
              Found.key(path),
              "secret",
              secret,
              "name",
              "ada",
              "password",
              PASSWORD,
              "code",
              new OneTimeCode(secret).at(CLOCK.instant()));
      assertThat(someone.post("/first-account", form).uri().getPath()).isEqualTo("/sign-in");
      assertThat(someone.post("/first-account", form).statusCode()).isEqualTo(403);
      assertThat(someone.get(path).statusCode()).isEqualTo(403);
    }
    try (Console second = Console.start(fresh, dependencies())) {
      assertThat(second.firstAccountPath()).isEmpty();
    }
  }

  private static ConsoleDependencies dependencies() {
    return new ConsoleDependencies(
        new ConsoleDependencies.Address("127.0.0.1", 0),
        new ConsoleDependencies.Limits(Duration.ofSeconds(5), Console.PAGES_A_MINUTE, 20),
        new ConsoleDependencies.Rules(
            RetentionSettings.defaults(),
            DisclosureSettings.defaults(),
            new WebSettings(true, List.of("127.0.0.1"))),
        new ConsoleDependencies.Models(
            folder, ApprovedModels.of(new Workspace(folder)), Translations.none()),
        new ConsoleDependencies.Log(
            ConsoleTest::note,
            new AuditTrail(
                folder.resolve("audit.jsonl"),
                folder.resolve("heads.jsonl"),
                folder.resolve("key")),
            new AuditSeal(folder.resolve("key.pem"), folder.resolve("heads.jsonl"))),
        new ConsoleDependencies.Secrets(new SecureRandom(), Optional.empty()),
        Optional.empty(),
        CLOCK);
  }

  private static void note(String account, AuditEvent event) {
    if (logIsBroken) {
      throw UserError.ofInput("the log must be writable");
    }
    TRACES.add(account + " " + event.command() + " " + event.detail());
  }

  private void signIn(String name) throws Exception {
    enter(name);
    browser.post("/reason", Map.of("reason", "operation example", "next", "/"));
    TRACES.clear();
  }

  private HttpResponse<String> enter(String name) throws Exception {
    return enter(name, "/");
  }

  private HttpResponse<String> enter(String name, String next) throws Exception {
    return browser.post(
        "/sign-in",
        Map.of(
            "name", name,
            "password", PASSWORD,
            "code", CODE.at(CLOCK.instant()),
            "next", next));
  }

  private HttpResponse<String> tryFrom(String forwarded, String name) throws Exception {
    return browser.raw(
        "POST", "/sign-in", "name=" + name + "&password=x&code=1", "X-Forwarded-For", forwarded);
  }

  private static String first(String page, String path) {
    return group(page, "href=\"(" + path + "[^\"]+)\"");
  }

  private static String group(String page, String pattern) {
    Matcher found = Pattern.compile(pattern).matcher(page);
    assertThat(found.find()).as(pattern).isTrue();
    return found.group(1);
  }
}
