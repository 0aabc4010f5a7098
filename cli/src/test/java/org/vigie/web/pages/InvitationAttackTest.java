package org.vigie.web.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.casework.people.Accounts;
import org.vigie.casework.people.CaseDatabase;
import org.vigie.casework.people.EnrolmentCodes;
import org.vigie.casework.people.OneTimeCode;
import org.vigie.pipeline.workspace.Workspace;

/**
 * Of two admins who invite somebody, neither ends with a second account: one has the link, the
 * other the code.
 */
class InvitationAttackTest {
  private static final String PASSWORD = "another sentence of some length";
  private static final String LINK =
      "<code>https://vigie\\.example\\.org(/invitation#[A-Za-z0-9_-]{43})</code>";
  private static final String CODE = "<code>([A-Z2-7]{4}(?:-[A-Z2-7]{4}){3})</code>";
  private static final String SECRET = "class=\"secret\">([A-Z2-7]+)<";

  @TempDir Path folder;
  private ServedConsole served;
  private Browser asker;
  private Browser granter;

  @BeforeEach
  void serve() throws Exception {
    served = ServedConsole.ofTwoAdmins(new Workspace(folder));
    asker = served.as("admin");
    granter = served.as("admin-2");
    served.prove(asker, "/accounts/invitations", Map.of("name", "nina", "role", "analyst"));
  }

  @AfterEach
  void end() throws Exception {
    served.close();
  }

  @Test
  void whoGrantsSeesNoLinkAndCannotTakeIt() throws Exception {
    String granted = served.grant(granter, "/accounts/requests/1").body();

    assertThat(granted).containsPattern(CODE).doesNotContain("/invitation#");
    assertThat(granter.post("/accounts/requests/1/link", Map.of()).statusCode()).isEqualTo(404);
    assertThat(granter.get("/accounts").body()).doesNotContain("/requests/1/link");
    assertThat(granter.post("/invitation", form("", Found.group(granted, CODE))).statusCode())
        .isEqualTo(403);
    assertThat(isEnrolled()).isFalse();
  }

  @Test
  void whoAsksGetsTheLinkOnlyOnceItIsGrantedAndThenOnce() throws Exception {
    assertThat(asker.post("/accounts/requests/1/link", Map.of()).statusCode()).isEqualTo(404);
    served.grant(granter, "/accounts/requests/1");

    HttpResponse<String> taken = asker.post("/accounts/requests/1/link", Map.of());
    assertThat(taken.body())
        .containsPattern(LINK)
        .contains("https://" + ServedConsole.HOST + "/invitation#")
        .doesNotContainPattern(CODE);
    assertThat(asker.post("/accounts/requests/1/link", Map.of()).statusCode()).isEqualTo(404);
  }

  @Test
  void theLinkAloneShowsNoSecretAndEndsAfterFiveWrongCodes() throws Exception {
    String code = Found.group(served.grant(granter, "/accounts/requests/1").body(), CODE);
    String path = Found.group(asker.post("/accounts/requests/1/link", Map.of()).body(), LINK);
    String token = Found.key(path);

    assertThat(asker.follow(path).body()).doesNotContainPattern(SECRET);
    for (int i = 0; i < EnrolmentCodes.MOST_WRONG; i++) {
      HttpResponse<String> answer =
          served.nobody().post("/invitation", form(token, "AAAA-AAAA-AAAA-AAAA"));
      assertThat(answer.statusCode()).isEqualTo(403);
      assertThat(answer.body()).doesNotContainPattern(SECRET);
    }
    assertThat(served.nobody().post("/invitation", form(token, code)).statusCode())
        .as("the right one is too late")
        .isEqualTo(403);
    assertThat(isEnrolled()).isFalse();
    assertThat(served.traces)
        .filteredOn(line -> line.equals("nina refused post /invitation account=nina"))
        .hasSize(EnrolmentCodes.MOST_WRONG);
  }

  @Test
  void whoHasBothEnrolsAndBothAdminsAreTold() throws Exception {
    String code = Found.group(served.grant(granter, "/accounts/requests/1").body(), CODE);
    String path = Found.group(asker.post("/accounts/requests/1/link", Map.of()).body(), LINK);
    String token = Found.key(path);
    Browser nina = served.nobody();
    assertThat(nina.get(path).body()).contains("name=\"token\"", "name=\"grant\"");
    HttpResponse<String> page = nina.post("/invitation", form(token, code.toLowerCase()));
    assertThat(page.statusCode()).isEqualTo(200);

    Map<String, String> filled =
        Map.of(
            "token",
            token,
            "grant",
            code,
            "password",
            PASSWORD,
            "code",
            new OneTimeCode(Found.group(page.body(), SECRET)).at(served.clock.instant()));
    assertThat(nina.post("/invitation", filled).uri().getPath()).isEqualTo("/sign-in");
    assertThat(nina.post("/invitation", filled).statusCode()).as("once").isEqualTo(403);
    for (Browser admin : new Browser[] {asker, granter}) {
      assertThat(admin.get("/accounts").body())
          .contains("<strong>nina</strong> invited by admin, granted by admin-2");
    }
  }

  @Test
  void aLaterGrantEndsTheLinkAndTheCodeOfAnEarlierOne() throws Exception {
    String early = Found.group(served.grant(granter, "/accounts/requests/1").body(), CODE);
    String path = Found.group(asker.post("/accounts/requests/1/link", Map.of()).body(), LINK);
    served.prove(asker, "/accounts/invitations", Map.of("name", "nina", "role", "auditor"));
    served.grant(granter, "/accounts/requests/2");

    assertThat(served.nobody().follow(path).statusCode()).isEqualTo(403);
    String later = Found.group(asker.post("/accounts/requests/2/link", Map.of()).body(), LINK);
    assertThat(served.nobody().post("/invitation", form(Found.key(later), early)).statusCode())
        .isEqualTo(403);
  }

  private static Map<String, String> form(String token, String grant) {
    return Map.of("token", token, "grant", grant);
  }

  private boolean isEnrolled() {
    try (CaseDatabase database = CaseDatabase.open(served.workspace.database(), Console.SCHEMA)) {
      return new Accounts(database, served.clock).find("nina").isPresent();
    }
  }
}
