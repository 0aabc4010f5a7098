package org.vigie.web.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.casework.people.Accounts;
import org.vigie.casework.people.CaseDatabase;
import org.vigie.casework.people.OneTimeCode;
import org.vigie.casework.people.Role;
import org.vigie.pipeline.workspace.Workspace;

/** The ways to an account, as somebody would use them who wants more than one, or another's. */
class EnrolmentAttackTest {
  private static final String PASSWORD = "another sentence of some length";

  @TempDir Path folder;
  private ServedConsole served;

  @AfterEach
  void end() throws Exception {
    served.close();
  }

  @Test
  void sixAtOnceWithTheFirstTokenMakeOneAdmin() throws Exception {
    served = ServedConsole.withoutAccounts(new Workspace(folder), true);
    String path = served.console.firstAccountPath().orElseThrow();

    List<Integer> answers =
        atOnce(6, i -> enrol(path, Map.of("name", "admin-" + i, "password", PASSWORD)));

    assertThat(answers).containsOnlyOnce(303).filteredOn(status -> status != 303).containsOnly(403);
    assertThat(admins()).isEqualTo(1);
  }

  @Test
  void sixAtOnceWithAnInvitationMakeOneAccount() throws Exception {
    served = ServedConsole.on(new Workspace(folder));
    String path = invite("nina", "admin");

    List<Integer> answers = atOnce(6, i -> enrol(path, Map.of("password", PASSWORD)));

    assertThat(answers).containsOnlyOnce(303).filteredOn(status -> status != 303).containsOnly(403);
  }

  @Test
  void theSecondAdminsTokenIsGoodAfterTheFirstAndOnce() throws Exception {
    served = ServedConsole.withoutAccounts(new Workspace(folder), false);
    List<String> paths = served.console.firstAccountPaths();
    assertThat(paths).hasSize(2);
    assertThat(served.nobody().follow(paths.get(1)).statusCode()).as("too early").isEqualTo(403);

    assertThat(enrol(paths.get(0), Map.of("name", "first-one", "password", PASSWORD)))
        .isEqualTo(303);
    assertThat(served.nobody().follow(paths.get(0)).statusCode()).as("used").isEqualTo(403);
    assertThat(enrol(paths.get(1), Map.of("name", "other-one", "password", PASSWORD)))
        .isEqualTo(303);
    assertThat(served.nobody().follow(paths.get(1)).statusCode()).as("used").isEqualTo(403);
    assertThat(admins()).isEqualTo(2);
  }

  @Test
  void aKeyStandsInNoAddressThatIsSentAndIsOfNoUseThere() throws Exception {
    served = ServedConsole.withoutAccounts(new Workspace(folder.resolve("new")), false);
    String first = served.console.firstAccountPath().orElseThrow();
    requireUselessInAddress(first);
    served.close();
    served = ServedConsole.on(new Workspace(folder.resolve("begun")));
    String path = invite("nina", "analyst");
    requireUselessInAddress(path);

    assertThat(enrol(path, Map.of("password", PASSWORD))).isEqualTo(303);
    assertThat(served.traces)
        .isNotEmpty()
        .allSatisfy(line -> assertThat(line).doesNotContain(Found.key(path)));
  }

  @Test
  void aLinkOfAnEarlierReleaseIsPastedWhole() throws Exception {
    served = ServedConsole.withoutAccounts(new Workspace(folder.resolve("new")), false);
    String first = served.console.firstAccountPath().orElseThrow();

    String earlier = "https://vigie.example.org" + first.replace("#", "?token=");
    HttpResponse<String> page =
        served.nobody().post(first.substring(0, first.indexOf('#')), Map.of("token", earlier));

    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body()).contains("class=\"secret\"");
  }

  private void requireUselessInAddress(String link) throws Exception {
    assertThat(link).matches("/[a-z-]+#[\\w-]{43}");
    String asked = link.replace("#", "?token=");
    HttpResponse<String> page = served.nobody().get(asked);
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body()).doesNotContain("class=\"secret\"", Found.key(link));
    assertThat(served.nobody().post(asked, Map.of("password", PASSWORD)).statusCode())
        .isEqualTo(403);
  }

  @Test
  void theSecretIsTheServersAndTheCodeIsSpent() throws Exception {
    served = ServedConsole.on(new Workspace(folder));
    String path = invite("nina", "analyst");
    OneTimeCode brought = ServedConsole.CODE;
    Map<String, String> own =
        Map.of(
            "secret",
            brought.secret(),
            "code",
            brought.at(served.clock.instant()),
            "password",
            PASSWORD,
            "token",
            Found.key(path));
    assertThat(served.nobody().post("/invitation", own).statusCode()).isEqualTo(422);

    OneTimeCode code = code(path);
    assertThat(enrol(path, Map.of("password", PASSWORD))).isEqualTo(303);
    Map<String, String> again =
        Map.of("name", "nina", "password", PASSWORD, "code", code.at(served.clock.instant()));
    assertThat(served.nobody().post("/sign-in", again).statusCode()).as("spent").isEqualTo(403);
    served.clock.pass(Duration.ofSeconds(31));
    Map<String, String> fresh = new HashMap<>(again);
    fresh.put("code", code.at(served.clock.instant()));
    assertThat(served.nobody().post("/sign-in", fresh).statusCode()).isNotEqualTo(403);
  }

  @Test
  void commonPasswordsAndTheNameAreRefused() throws Exception {
    served = ServedConsole.on(new Workspace(folder));
    String path = invite("nina", "analyst");

    for (String weak :
        List.of(
            "passwordpassword",
            "123456789012",
            "qwertyuiop123",
            "iloveyou1234",
            "nina nina nina",
            "the one that NINA has here")) {
      assertThat(enrol(path, Map.of("password", weak))).as(weak).isEqualTo(422);
    }
    assertThat(enrol(path, Map.of("password", PASSWORD))).isEqualTo(303);
  }

  /** Something that is done by several at once, and the status that answers. */
  @FunctionalInterface
  private interface Attack {
    int by(int number) throws Exception;
  }

  private static List<Integer> atOnce(int many, Attack attack) throws Exception {
    CountDownLatch all = new CountDownLatch(many);
    List<Integer> answers = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(many)) {
      List<Future<Integer>> running = new ArrayList<>();
      for (int i = 0; i < many; i++) {
        int number = i;
        running.add(
            threads.submit(() -> {
              all.countDown();
              all.await();
              return insistently(attack, number);
            }));
      }
      for (Future<Integer> one : running) {
        answers.add(one.get());
      }
    }
    return answers;
  }

  /** Whoever is sent away, since too many passwords are hashed at once, comes again. */
  private static int insistently(Attack attack, int number) throws Exception {
    int answer = attack.by(number);
    while (answer == 503) {
      answer = attack.by(number);
    }
    return answer;
  }

  private OneTimeCode code(String path) throws Exception {
    return new OneTimeCode(
        Found.group(served.nobody().follow(path).body(), "class=\"secret\">([A-Z2-7]+)<"));
  }

  /** Sends the form of a link and returns the status of the answer: 303 if an account was made. */
  private int enrol(String path, Map<String, String> fields) throws Exception {
    Browser browser = served.nobody();
    HttpResponse<String> page = browser.follow(path);
    if (page.statusCode() != 200) {
      return page.statusCode();
    }
    String secret = Found.group(page.body(), "class=\"secret\">([A-Z2-7]+)<");
    Map<String, String> form = new HashMap<>(fields);
    form.put("token", Found.key(path));
    form.put("code", new OneTimeCode(secret).at(served.clock.instant()));
    HttpResponse<String> answer = browser.post(path.substring(0, path.indexOf('#')), form);
    return answer.uri().getPath().equals("/sign-in") ? 303 : answer.statusCode();
  }

  private long admins() {
    try (CaseDatabase database = CaseDatabase.open(served.workspace.database(), Console.SCHEMA)) {
      return new Accounts(database, served.clock)
          .all().stream().filter(account -> account.roles().contains(Role.ADMIN)).count();
    }
  }

  private String invite(String name, String role) throws Exception {
    String page =
        served
            .prove(served.as("admin"), "/accounts/invitations", Map.of("name", name, "role", role))
            .body();
    return Found.group(
        page, "<code>https://vigie\\.example\\.org(/invitation#[A-Za-z0-9_-]{43})</code>");
  }
}
