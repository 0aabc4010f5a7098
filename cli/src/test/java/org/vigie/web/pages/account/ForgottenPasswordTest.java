package org.vigie.web.pages.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.pipeline.workspace.Workspace;
import org.vigie.web.pages.Browser;
import org.vigie.web.pages.ServedConsole;

/** A password that was forgotten, in the hands of its owner and of others. */
class ForgottenPasswordTest {
  private static final String FRESH = "another sentence of some length";
  private static final Pattern CODE = Pattern.compile("class=\"recovery\">([A-Z2-7-]{29})<");

  @TempDir Path folder;
  private ServedConsole served;
  private Browser before;
  private List<String> codes;

  @BeforeEach
  void serve() throws Exception {
    served = ServedConsole.on(new Workspace(folder));
    before = served.as("analyst");
    served.clock.pass(Duration.ofMinutes(2));
    Map<String, String> proof =
        Map.of("password", ServedConsole.PASSWORD, "code", served.codeNow());
    String page = before.post("/account/recovery", proof).body();
    codes = CODE.matcher(page).results().map(found -> found.group(1)).toList();
    served.clock.pass(Duration.ofMinutes(2));
  }

  @AfterEach
  void end() throws Exception {
    served.close();
  }

  @Test
  void isReplacedByWhoHasAuthenticatorAndRecoveryCodeAndEndsAllSessions() throws Exception {
    assertThat(served.nobody().get("/sign-in").body()).contains("href=\"/forgotten\"");
    Browser anew = served.nobody();

    HttpResponse<String> answer = anew.post("/forgotten", form("analyst", codes.get(0), FRESH));

    assertThat(answer.uri().getPath()).as("not signed in by it").isEqualTo("/sign-in");
    assertThat(anew.get("/account").uri().getPath()).isEqualTo("/sign-in");
    assertThat(before.get("/account").uri().getPath()).isEqualTo("/sign-in");
    assertThat(served.traces)
        .contains("analyst recovery code used ", "analyst forgotten password replaced ");
    assertThat(isIn(served.signedIn("analyst"))).as("the former one").isFalse();
    assertThat(isIn(served.signedIn("analyst", FRESH, ServedConsole.shownToAll()))).isTrue();
    Map<String, String> again = form("analyst", codes.get(0), FRESH + "!");
    assertThat(served.nobody().post("/forgotten", again).statusCode()).as("used").isEqualTo(403);
  }

  @Test
  void staysWhereOneOfTheTwoIsMissingAndUsesUpNeither() throws Exception {
    Map<String, String> withoutPaper = form("analyst", "AAAA-AAAA-AAAA-AAAA-AAAA-AAAA", FRESH);
    Map<String, String> withoutApp = new HashMap<>(form("analyst", codes.get(0), FRESH));
    withoutApp.put("code", "");
    Map<String, String> ofAnother = form("reviewer", codes.get(0), FRESH);
    Map<String, String> ofNobody = form("nobody-here", codes.get(0), FRESH);

    for (Map<String, String> wrong : List.of(withoutPaper, withoutApp, ofAnother, ofNobody)) {
      HttpResponse<String> answer = served.nobody().post("/forgotten", wrong);
      assertThat(answer.statusCode()).isEqualTo(403);
      assertThat(answer.body()).contains("Nothing was changed");
    }

    assertThat(before.get("/account").body()).contains("Codes left: 10");
    assertThat(served.traces)
        .contains("reviewer sign-in failed address=127.0.0.1")
        .contains("- sign-in failed address=127.0.0.1")
        .doesNotContain("analyst recovery code used ");
    Map<String, String> right = form("analyst", codes.get(0), FRESH);
    assertThat(served.nobody().post("/forgotten", right).uri().getPath()).isEqualTo("/sign-in");
  }

  @Test
  void staysWhereTheNewOneIsWeakOrMistyped() throws Exception {
    for (String weak : List.of("short", "passwordpassword", "my analyst is I")) {
      Map<String, String> form = form("analyst", codes.get(0), weak);
      assertThat(served.nobody().post("/forgotten", form).statusCode()).as(weak).isEqualTo(422);
    }
    Map<String, String> typo = new HashMap<>(form("analyst", codes.get(0), FRESH));
    typo.put("repeat", FRESH + "x");
    assertThat(served.nobody().post("/forgotten", typo).statusCode()).isEqualTo(422);
    assertThat(isIn(served.signedIn("analyst"))).isTrue();
  }

  @Test
  void guessesWaitAsFailedSignInsDo() throws Exception {
    Browser stranger = served.nobody();
    for (int i = 0; i < 5; i++) {
      stranger.post("/forgotten", form("analyst", "AAAA-AAAA-AAAA-AAAA-AAAA-AAAA", FRESH));
    }
    Map<String, String> right = form("analyst", codes.get(0), FRESH);
    assertThat(stranger.post("/forgotten", right).statusCode()).isEqualTo(429);
    served.clock.pass(Duration.ofMinutes(1));
    Map<String, String> later = form("analyst", codes.get(0), FRESH);
    assertThat(stranger.post("/forgotten", later).uri().getPath()).isEqualTo("/sign-in");
  }

  @Test
  void guessesOfStrangersKeepTheOwnersBrowserFromNothing() throws Exception {
    Browser stranger = served.nobody();
    for (int i = 0; i < 5; i++) {
      stranger.post("/forgotten", form("analyst", "AAAA-AAAA-AAAA-AAAA-AAAA-AAAA", FRESH));
    }
    before.post("/sign-out", Map.of());
    Map<String, String> right = form("analyst", codes.get(0), FRESH);
    assertThat(before.post("/forgotten", right).uri().getPath()).isEqualTo("/sign-in");
  }

  @Test
  void ofAShutAccountStays() throws Exception {
    Browser admin = served.as("admin");
    served.prove(admin, "/accounts/analyst/rights", Map.of("role", "analyst"));

    assertThat(
            served.nobody().post("/forgotten", form("analyst", codes.get(0), FRESH)).statusCode())
        .isEqualTo(403);
  }

  private Map<String, String> form(String name, String recovery, String fresh) {
    return Map.of(
        "name",
        name,
        "code",
        served.codeNow(),
        "recovery",
        recovery,
        "new",
        fresh,
        "repeat",
        fresh);
  }

  private static boolean isIn(Browser browser) throws Exception {
    return browser.get("/account").uri().getPath().equals("/account");
  }
}
