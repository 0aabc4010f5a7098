package org.vigie.web.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.casework.people.Account;
import org.vigie.casework.people.Accounts;
import org.vigie.casework.people.ApiTokens;
import org.vigie.casework.people.CaseDatabase;
import org.vigie.casework.people.Role;
import org.vigie.pipeline.workspace.Workspace;

/** One admin alone gives nobody a right, not even by way of an account of somebody invented. */
class SecondAdminTest {
  @TempDir Path folder;
  private ServedConsole served;

  @BeforeEach
  void serve() {
    served = ServedConsole.ofTwoAdmins(new Workspace(folder));
  }

  @AfterEach
  void end() throws Exception {
    served.close();
  }

  @Test
  void oneAdminInvitesNobodyAlone() throws Exception {
    Browser admin = served.as("admin");
    HttpResponse<String> asked =
        served.prove(admin, "/accounts/invitations", Map.of("name", "nina", "role", "analyst"));
    assertThat(asked.statusCode()).isEqualTo(202);
    assertThat(asked.body()).doesNotContain("/invitation#").doesNotContain("I work alone");

    Browser second = served.as("admin-2");
    SecondPerson.isNeeded(served, admin, second, "/accounts/requests/1");
    assertThat(served.grant(second, "/accounts/requests/1").statusCode()).isEqualTo(200);
    assertThat(served.grant(second, "/accounts/requests/1").statusCode()).as("once").isEqualTo(409);
  }

  @Test
  void oneAdminChangesNoRoleAlone() throws Exception {
    Browser admin = served.as("admin");
    served.prove(admin, "/accounts/admin/rights", Map.of("role", "analyst", "enabled", "yes"));
    assertThat(admin().roles()).containsExactly(Role.ADMIN);

    served.grant(served.as("admin-2"), "/accounts/requests/1");
    assertThat(admin().roles()).containsExactly(Role.ANALYST);
  }

  @Test
  void aDecisionInTheAddressOrASecondOneInTheFormCountsForNothing() throws Exception {
    served.prove(
        served.as("admin"), "/accounts/admin/rights", Map.of("role", "analyst", "enabled", "yes"));
    Browser second = served.as("admin-2");
    second.get("/accounts");
    String proof = "password=%s&code=%s".formatted(ServedConsole.PASSWORD, served.codeNow());

    assertThat(second.raw("POST", "/accounts/requests/1?decision=grant", proof).statusCode())
        .isEqualTo(404);
    assertThat(
            second
                .raw("POST", "/accounts/requests/1", "decision=decline&decision=grant&" + proof)
                .statusCode())
        .isEqualTo(303);
    assertThat(admin().roles()).containsExactly(Role.ADMIN);
    assertThat(served.grant(second, "/accounts/requests/1").statusCode()).isEqualTo(409);
  }

  @Test
  void aTokenNeedsAnAdminAndIsTakenOnce() throws Exception {
    Browser analyst = served.as("analyst");
    served.clock.pass(java.time.Duration.ofMinutes(2));
    HttpResponse<String> asked =
        analyst.post(
            "/tokens",
            Map.of(
                "title",
                "reader",
                "purpose",
                "operation example",
                "scope",
                "adverts",
                "days",
                "7",
                "password",
                ServedConsole.PASSWORD,
                "code",
                served.codeNow()));
    assertThat(asked.statusCode()).isEqualTo(202);
    assertThat(analyst.post("/tokens/requests/1", Map.of()).statusCode())
        .as("before it is granted")
        .isEqualTo(404);
    assertThat(tokens()).isZero();

    served.grant(served.as("admin"), "/accounts/requests/1");
    String page = analyst.post("/tokens/requests/1", Map.of()).body();
    assertThat(Found.group(page, "class=\"token\">([A-Za-z0-9_-]{43})<")).isNotEmpty();
    assertThat(analyst.post("/tokens/requests/1", Map.of()).statusCode()).as("once").isEqualTo(404);
    assertThat(tokens()).isEqualTo(1);
  }

  @Test
  void whoeverShowsAnewWhoTheyAreLeavesATakenSessionBehind() throws Exception {
    served.prove(
        served.as("admin"), "/accounts/invitations", Map.of("name", "nina", "role", "analyst"));
    Browser second = served.as("admin-2");
    String stolen = second.sessionCookie();
    assertThat(served.nobody().get("/accounts", "Cookie", stolen).uri().getPath())
        .isEqualTo("/accounts");

    served.grant(second, "/accounts/requests/1");
    assertThat(served.nobody().get("/accounts", "Cookie", stolen).uri().getPath())
        .isEqualTo("/sign-in");
    assertThat(second.get("/accounts").uri().getPath()).isEqualTo("/accounts");
  }

  @Test
  void whoeverWorksAloneReadsSoOnEveryPage(@TempDir Path other) throws Exception {
    try (ServedConsole alone = ServedConsole.on(new Workspace(other))) {
      Browser admin = alone.as("admin");
      assertThat(admin.get("/accounts").body()).contains("I work alone");
      assertThat(admin.get("/nowhere").body()).contains("I work alone");
    }
  }

  private Account admin() {
    try (CaseDatabase database = CaseDatabase.open(served.workspace.database(), Console.SCHEMA)) {
      return new Accounts(database, served.clock).find("admin").orElseThrow();
    }
  }

  private int tokens() {
    try (CaseDatabase database = CaseDatabase.open(served.workspace.database(), Console.SCHEMA)) {
      return new ApiTokens(database, new java.security.SecureRandom(), served.clock)
          .of("analyst")
          .size();
    }
  }
}
