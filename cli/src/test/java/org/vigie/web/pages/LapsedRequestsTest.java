package org.vigie.web.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.casework.people.Accounts;
import org.vigie.casework.people.CaseDatabase;
import org.vigie.casework.people.Role;
import org.vigie.pipeline.workspace.Workspace;

/** A question that nobody answered in time is answered by nobody. */
class LapsedRequestsTest {
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
  void anAdminGrantsNothingThatWasAskedAFortnightAgo() throws Exception {
    served
        .prove(
            served.as("admin"),
            "/accounts/analyst/rights",
            Map.of("role", "admin", "enabled", "yes"))
        .statusCode();
    served.clock.pass(Duration.ofDays(14));

    HttpResponse<String> late = served.grant(served.as("admin-2"), "/accounts/requests/1");

    assertThat(late.statusCode()).isEqualTo(409);
    assertThat(late.body()).contains("Nobody decided this in time");
    assertThat(served.as("admin").get("/accounts").body())
        .contains("Lapsed: no second admin decided in time.");
    try (CaseDatabase database = CaseDatabase.open(served.workspace.database(), Console.SCHEMA)) {
      assertThat(new Accounts(database, served.clock).find("analyst").orElseThrow().roles())
          .containsExactly(Role.ANALYST);
    }
    assertThat(served.traces)
        .filteredOn(line -> line.contains("request lapsed"))
        .containsExactly("- request lapsed kind=admin id=1 asked-by=admin");
  }

  @Test
  void anAdminGrantsWhatWasAskedADayLess() throws Exception {
    served.prove(
        served.as("admin"),
        "/accounts/analyst/rights",
        Map.of("role", "reviewer", "enabled", "yes"));
    served.clock.pass(Duration.ofDays(13));

    assertThat(served.grant(served.as("admin-2"), "/accounts/requests/1").uri().getPath())
        .isEqualTo("/accounts");
  }

  @Test
  void aLinkThatWasGrantedAFortnightAgoIsNotTaken() throws Exception {
    served.prove(
        served.as("admin"), "/accounts/invitations", Map.of("name", "nina", "role", "analyst"));
    served.grant(served.as("admin-2"), "/accounts/requests/1");
    served.clock.pass(Duration.ofDays(14));

    assertThat(served.as("admin").post("/accounts/requests/1/link", Map.of()).statusCode())
        .isEqualTo(404);
  }

  @Test
  void aReviewerGrantsNoExportThatWasAskedAFortnightAgo(@TempDir Path other) throws Exception {
    try (ServedConsole examples = ServedConsole.ofExamples(other)) {
      examples
          .as("analyst")
          .post(
              "/exports",
              Map.of(
                  "query",
                  "",
                  "format",
                  "jsonl",
                  "recipient",
                  "Example authority",
                  "why",
                  "within its district"));
      examples.clock.pass(Duration.ofDays(14));

      HttpResponse<String> late = examples.grant(examples.as("reviewer"), "/exports/1");

      assertThat(late.statusCode()).isEqualTo(409);
      assertThat(late.body()).contains("Nobody decided this in time");
      assertThat(examples.as("analyst").get("/exports").body())
          .contains("lapsed: nobody decided in time");
      assertThat(examples.traces).contains("- request lapsed kind=export id=1 asked-by=analyst");
    }
  }
}
