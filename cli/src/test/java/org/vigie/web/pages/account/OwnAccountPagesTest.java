package org.vigie.web.pages.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.casework.people.CaseDatabase;
import org.vigie.casework.people.OneTimeCode;
import org.vigie.casework.people.RecoveryCodes;
import org.vigie.casework.people.Role;
import org.vigie.pipeline.workspace.Workspace;
import org.vigie.web.pages.Browser;
import org.vigie.web.pages.Found;
import org.vigie.web.pages.ServedConsole;

/** One's own account, in the hands of its owner and of others. */
class OwnAccountPagesTest {
  private static final String FRESH = "another sentence of some length";
  private static final Pattern CODE = Pattern.compile("class=\"recovery\">([A-Z2-7-]{29})<");
  private static final Pattern SECRET = Pattern.compile("class=\"secret\">([A-Z2-7]+)<");

  @TempDir Path folder;
  private ServedConsole served;
  private Browser ana;

  @BeforeEach
  void serve() throws Exception {
    served = ServedConsole.on(new Workspace(folder));
    ana = served.as("analyst");
  }

  @AfterEach
  void end() throws Exception {
    served.close();
  }

  @Test
  void isThereForEveryRole() throws Exception {
    for (Role role : Role.values()) {
      Browser browser = served.signedIn(role.label());
      HttpResponse<String> page = browser.get("/account");
      assertThat(page.statusCode()).isEqualTo(200);
      assertThat(Jsoup.parse(page.body()).select("header a.account[href=/account]").text())
          .isEqualTo(role.label());
    }
    assertThat(served.nobody().get("/account").uri().getPath()).isEqualTo("/sign-in");
  }

  @Test
  void changesThePasswordAndEndsTheOtherSessions() throws Exception {
    Browser other = served.as("analyst");
    String stolen = ana.sessionCookie();

    HttpResponse<String> answer = change("/account/password", password(FRESH));

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).contains("all your other sessions have ended");
    assertThat(ana.get("/alerts").uri().getPath()).as("goes on").isEqualTo("/alerts");
    assertThat(ana.sessionCookie()).as("a stolen cookie opens nothing").isNotEqualTo(stolen);
    assertThat(withCookie(ana.sessionCookie())).isEqualTo(200);
    assertThat(withCookie(stolen)).isEqualTo(303);
    assertThat(isIn(other)).isFalse();
    assertThat(served.traces)
        .contains("analyst password changed ")
        .filteredOn(trace -> trace.startsWith("analyst session ended session="))
        .hasSize(1);
    assertThat(isIn(served.signedIn("analyst"))).as("the former one").isFalse();
    assertThat(isIn(served.signedIn("analyst", FRESH, ServedConsole.shownToAll()))).isTrue();
  }

  @Test
  void changesNothingForAWrongPasswordOrASpentCode() throws Exception {
    Browser other = served.as("analyst");
    Map<String, String> wrong = new HashMap<>(password(FRESH));
    wrong.put("password", "a wrong sentence of some length");
    assertThat(change("/account/password", wrong).statusCode()).isEqualTo(403);
    String code = served.codeNow();
    Map<String, String> form = new HashMap<>(password(FRESH));
    form.put("code", code);
    ana.post("/account/recovery", form);
    assertThat(ana.post("/account/password", form).statusCode()).as("spent").isEqualTo(403);

    assertThat(isIn(other)).isTrue();
    assertThat(isIn(served.signedIn("analyst"))).isTrue();
    assertThat(served.traces)
        .doesNotContain("analyst password changed ")
        .contains("analyst refused post /account/password ");
  }

  @Test
  void refusesPasswordsThatEnrolmentRefuses() throws Exception {
    for (String weak : List.of("short", "passwordpassword", "qwertyuiop123", "my analyst is I")) {
      assertThat(change("/account/password", password(weak)).statusCode()).as(weak).isEqualTo(422);
    }
    Map<String, String> typo = new HashMap<>(password(FRESH));
    typo.put("repeat", FRESH + "x");
    assertThat(change("/account/password", typo).statusCode()).isEqualTo(422);
    assertThat(change("/account/password", password(ServedConsole.PASSWORD)).body())
        .contains("must not be the present one");
    assertThat(isIn(served.signedIn("analyst"))).isTrue();
  }

  @Test
  void endsASessionOfOnesOwnAndNobodyElses() throws Exception {
    Browser other = served.as("analyst");
    Browser third = served.as("analyst");
    Browser stranger = served.as("reviewer");
    String own = sessionIds(other).getLast();
    String ofStranger = served.events.getLast().session();
    assertThat(ofStranger).matches("[0-9a-f]{16}").isNotEqualTo(own);

    assertThat(change("/account/sessions", Map.of("session", ofStranger)).statusCode())
        .isEqualTo(404);
    assertThat(isIn(stranger)).isTrue();
    assertThat(ana.post("/account/sessions", Map.of("session", own)).statusCode())
        .as("without password and code")
        .isEqualTo(403);
    assertThat(isIn(third)).isTrue();

    assertThat(change("/account/sessions", Map.of("session", own)).statusCode()).isEqualTo(200);
    assertThat(isIn(third)).isFalse();
    assertThat(isIn(other)).isTrue();
    assertThat(change("/account/sessions", Map.of("session", "all")).statusCode()).isEqualTo(200);
    assertThat(isIn(other)).isFalse();
    assertThat(isIn(ana)).isTrue();
    assertThat(isIn(stranger)).isTrue();
    assertThat(served.traces).contains("analyst session ended session=" + own);
  }

  @Test
  void aRecoveryCodeOpensOnceAndIsTold() throws Exception {
    List<String> codes = recoveryCodes();
    assertThat(codes).hasSize(RecoveryCodes.MANY).doesNotHaveDuplicates();
    assertThat(ana.get("/account").body()).contains("Codes left: 10").doesNotContain(codes.get(0));
    assertNotKept(codes);

    Browser anew = served.nobody();
    String typed = codes.get(0).toLowerCase(Locale.ROOT).replace("-", " ");
    HttpResponse<String> page = recover(anew, ServedConsole.PASSWORD, typed);

    assertThat(page.uri().getPath()).isEqualTo("/account");
    assertThat(page.body()).contains("A recovery code was used at", "Codes left: 9");
    assertThat(served.traces).contains("analyst recovery code used ");
    assertThat(recover(served.nobody(), ServedConsole.PASSWORD, typed).statusCode())
        .as("used")
        .isEqualTo(403);
    assertThat(recover(served.nobody(), FRESH, codes.get(1)).statusCode())
        .as("without the password")
        .isEqualTo(403);
    recoveryCodes();
    assertThat(recover(served.nobody(), ServedConsole.PASSWORD, codes.get(1)).statusCode())
        .as("replaced")
        .isEqualTo(403);
  }

  @Test
  void aRecoveryCodeIsNobodyElses() throws Exception {
    String code = recoveryCodes().getFirst();
    Map<String, String> form =
        Map.of("name", "reviewer", "password", ServedConsole.PASSWORD, "recovery", code);
    assertThat(served.nobody().post("/sign-in", form).statusCode()).isEqualTo(403);
    assertThat(recover(served.nobody(), ServedConsole.PASSWORD, code).statusCode()).isEqualTo(200);
  }

  @Test
  void sixAtOnceWithARecoveryCodeMakeOneSession() throws Exception {
    String code = recoveryCodes().getFirst();
    CountDownLatch all = new CountDownLatch(6);
    List<Future<Boolean>> running = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(6)) {
      for (int i = 0; i < 6; i++) {
        running.add(
            threads.submit(() -> {
              Browser browser = served.nobody();
              all.countDown();
              all.await();
              recover(browser, ServedConsole.PASSWORD, code);
              return isIn(browser);
            }));
      }
    }
    int in = 0;
    for (Future<Boolean> one : running) {
      in += one.get() ? 1 : 0;
    }
    assertThat(in).isEqualTo(1);
    assertThat(served.traces).containsOnlyOnce("analyst recovery code used ");
  }

  @Test
  void wrongRecoveryCodesCountAsWrongCodesDo() throws Exception {
    String code = recoveryCodes().getFirst();
    Browser stranger = served.nobody();
    for (int i = 0; i < 5; i++) {
      recover(stranger, ServedConsole.PASSWORD, "AAAA-AAAA-AAAA-AAAA-AAAA-AAAA");
    }
    assertThat(recover(stranger, ServedConsole.PASSWORD, code).statusCode()).isEqualTo(429);
    served.clock.pass(Duration.ofMinutes(1));
    assertThat(recover(stranger, ServedConsole.PASSWORD, code).statusCode()).isEqualTo(200);
  }

  @Test
  void anotherAuthenticatorTakesThePlaceOfALostOne() throws Exception {
    List<String> codes = recoveryCodes();
    Browser other = served.as("analyst");
    Browser anew = served.nobody();
    recover(anew, ServedConsole.PASSWORD, codes.get(0));
    Map<String, String> proof =
        Map.of("password", ServedConsole.PASSWORD, "code", "", "recovery", codes.get(1));
    HttpResponse<String> shown = anew.post("/account/authenticator", proof);
    OneTimeCode fresh = new OneTimeCode(Found.group(shown.body(), SECRET.pattern()));

    HttpResponse<String> wrong =
        anew.post("/account/authenticator/code", Map.of("code", served.codeNow()));
    assertThat(wrong.statusCode()).isEqualTo(422);
    assertThat(wrong.body()).doesNotContain(fresh.secret());
    String code = fresh.at(served.clock.instant());
    HttpResponse<String> done = anew.post("/account/authenticator/code", Map.of("code", code));

    assertThat(done.body()).contains("The new authenticator counts from now on");
    assertThat(isIn(anew)).isTrue();
    assertThat(isIn(other)).isFalse();
    assertThat(isIn(ana)).isFalse();
    assertThat(served.traces).contains("analyst authenticator changed ");
    Map<String, String> spent =
        Map.of("name", "analyst", "password", ServedConsole.PASSWORD, "code", code);
    assertThat(served.nobody().post("/sign-in", spent).statusCode()).isEqualTo(403);
    assertThat(isIn(served.signedIn("analyst"))).as("the former one").isFalse();
    assertThat(isIn(served.signedIn("analyst", ServedConsole.PASSWORD, fresh))).isTrue();
  }

  @Test
  void aSecretIsTheServersAndOfOneSession() throws Exception {
    Browser other = served.as("analyst");
    OneTimeCode brought = OneTimeCode.random(new SecureRandom());
    assertThat(ana.post("/account/authenticator", Map.of()).statusCode()).isEqualTo(403);
    Map<String, String> bare =
        Map.of("secret", brought.secret(), "code", brought.at(served.clock.instant()));
    assertThat(ana.post("/account/authenticator/code", bare).statusCode()).isEqualTo(422);

    HttpResponse<String> shown =
        change("/account/authenticator", Map.of("secret", brought.secret()));
    OneTimeCode fresh = new OneTimeCode(Found.group(shown.body(), SECRET.pattern()));
    assertThat(fresh).isNotEqualTo(brought);
    Map<String, String> right = Map.of("code", fresh.at(served.clock.instant()));
    assertThat(other.post("/account/authenticator/code", right).statusCode()).isEqualTo(422);
    served.clock.pass(Duration.ofMinutes(11));
    Map<String, String> late = Map.of("code", fresh.at(served.clock.instant()));
    assertThat(ana.post("/account/authenticator/code", late).statusCode()).isEqualTo(422);
    assertThat(isIn(served.signedIn("analyst"))).isTrue();
  }

  @Test
  void speaksFrench() throws Exception {
    ana.post("/language", Map.of("language", "fr", "next", "/account"));
    assertThat(ana.get("/account").body())
        .contains(
            "Mon compte", "Changer le mot de passe", "Codes de secours", "Codes restants : 0");
    assertThat(change("/account/recovery", Map.of()).body()).contains("Codes restants : 10");
  }

  private static Map<String, String> password(String fresh) {
    return Map.of("new", fresh, "repeat", fresh);
  }

  /** Sends a form of the analyst's with the password and a code that wasn't used yet. */
  private HttpResponse<String> change(String path, Map<String, String> fields) throws Exception {
    served.clock.pass(Duration.ofMinutes(2));
    Map<String, String> form = new HashMap<>(fields);
    form.putIfAbsent("password", ServedConsole.PASSWORD);
    form.putIfAbsent("code", served.codeNow());
    return ana.post(path, form);
  }

  private List<String> recoveryCodes() throws Exception {
    String page = change("/account/recovery", Map.of()).body();
    return CODE.matcher(page).results().map(found -> found.group(1)).toList();
  }

  private static HttpResponse<String> recover(Browser browser, String password, String code)
      throws Exception {
    return browser.post(
        "/sign-in", Map.of("name", "analyst", "password", password, "recovery", code));
  }

  private static boolean isIn(Browser browser) throws Exception {
    return browser.get("/account").uri().getPath().equals("/account");
  }

  private int withCookie(String cookie) throws Exception {
    return served.nobody().raw("GET", "/account", "", "Cookie", cookie).statusCode();
  }

  /** Returns the ids of the other sessions that a person may end. */
  private static List<String> sessionIds(Browser browser) throws Exception {
    Matcher ids =
        Pattern.compile("name=\"session\" value=\"([0-9a-f]{16})\"")
            .matcher(browser.get("/account").body());
    return ids.results().map(found -> found.group(1)).toList();
  }

  private void assertNotKept(List<String> codes) {
    try (CaseDatabase database =
        CaseDatabase.open(served.workspace.database(), RecoveryCodes.SCHEMA)) {
      assertThat(database.list("SELECT hash FROM recovery_code", row -> row.getString("hash")))
          .hasSize(RecoveryCodes.MANY)
          .noneMatch(hash -> codes.contains(hash))
          .allMatch(hash -> hash.length() == 44);
    }
  }
}
