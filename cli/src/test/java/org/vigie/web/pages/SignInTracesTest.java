package org.vigie.web.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.casework.mandate.AuditEvent;
import org.vigie.casework.people.Scope;

/** Who comes in, who doesn't, and who is turned away leaves a line in the audit log. */
class SignInTracesTest {
  @TempDir static Path folder;
  private static ServedConsole served;

  @BeforeAll
  static void serve() throws Exception {
    served = ServedConsole.ofExamples(folder);
  }

  @AfterAll
  static void end() throws Exception {
    served.close();
  }

  @BeforeEach
  void forget() {
    served.traces.clear();
    served.events.clear();
  }

  @Test
  void tellSignInAndSignOutOfOneSession() throws Exception {
    Browser auditor = served.signedIn("auditor");
    auditor.post("/sign-out", Map.of());

    assertThat(served.traces)
        .containsExactly("auditor sign-in address=127.0.0.1", "auditor sign-out address=127.0.0.1");
    assertThat(served.events.getLast().session())
        .isNotEmpty()
        .isEqualTo(served.events.getFirst().session());
  }

  @Test
  void tellAFailedSignInByAccountAndNothingThatWasTypedForOne() throws Exception {
    Browser nobody = served.nobody();
    nobody.post("/sign-in", Map.of("name", "analyst", "password", "wrong", "code", "123456"));
    nobody.post("/sign-in", Map.of("name", "my secret phrase", "password", "", "code", ""));

    assertThat(served.traces)
        .containsExactly(
            "analyst sign-in failed address=127.0.0.1", "- sign-in failed address=127.0.0.1");
  }

  @Test
  void tellNoAddressThatIsNone() throws Exception {
    served.nobody().raw("POST", "/sign-in", "name=analyst", "X-Forwarded-For", "an advert's words");

    assertThat(served.traces).containsExactly("analyst sign-in failed ");
  }

  @Test
  void tellWhoAskedForWhatTheyMayNot() throws Exception {
    Browser analyst = served.as("analyst");
    forget();

    assertThat(analyst.get("/audit").statusCode()).isEqualTo(403);
    analyst.forgetFormToken();
    assertThat(analyst.post("/cases", Map.of("title", "x")).statusCode()).isEqualTo(403);

    assertThat(served.traces)
        .containsExactly("analyst refused get /audit ", "analyst refused post /cases ");
    assertThat(served.events).extracting(AuditEvent::reason).containsOnly("operation example");
  }

  @Test
  void tellAStepUpThatFailed() throws Exception {
    Browser analyst = served.as("analyst");
    forget();

    analyst.post(
        "/tokens",
        Map.of("title", "a", "purpose", "operation example", "scope", "adverts", "password", "no"));

    assertThat(served.traces)
        .containsExactly(
            "analyst alteration post /tokens scope=adverts",
            "analyst refused post /tokens scope=adverts");
  }

  @Test
  void tellAProgramThatAskedForWhatItsTokenMayNot() throws Exception {
    String token = served.token("analyst", Set.of(Scope.ALERTS));

    served.nobody().raw("GET", "/api/v1/clusters", "", "Authorization", "Bearer " + token);

    assertThat(served.traces).containsExactly("analyst refused get /api/v1/clusters ");
    assertThat(served.events.getFirst().session()).startsWith("token-");
  }
}
