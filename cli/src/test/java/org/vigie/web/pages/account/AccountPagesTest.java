package org.vigie.web.pages.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.casework.people.Accounts;
import org.vigie.casework.people.CaseDatabase;
import org.vigie.casework.people.OneTimeCode;
import org.vigie.casework.people.Role;
import org.vigie.pipeline.workspace.Workspace;
import org.vigie.web.pages.Browser;
import org.vigie.web.pages.Found;
import org.vigie.web.pages.ServedConsole;

class AccountPagesTest {
  @TempDir Path folder;
  private ServedConsole served;

  @BeforeEach
  void serve() {
    served = ServedConsole.on(new Workspace(folder));
  }

  @AfterEach
  void end() throws Exception {
    served.close();
  }

  @Test
  void letAnInvitedPersonMakeTheAccountOnceAndSignIn() throws Exception {
    String path = invite("nina", "analyst");
    Browser nina = served.nobody();
    String secret = Found.group(nina.follow(path).body(), "class=\"secret\">([A-Z2-7]+)<");
    Map<String, String> form =
        Map.of(
            "token",
            Found.key(path),
            "secret",
            secret,
            "name",
            "somebody-else",
            "password",
            "another sentence of some length",
            "code",
            new OneTimeCode(secret).at(served.clock.instant()));

    assertThat(nina.post("/invitation", form).uri().getPath()).isEqualTo("/sign-in");
    assertThat(nina.post("/invitation", form).statusCode()).as("used").isEqualTo(403);
    assertThat(nina.follow(path).statusCode()).isEqualTo(403);
    Browser signedIn =
        served.signedIn("nina", "another sentence of some length", new OneTimeCode(secret));
    assertThat(signedIn.get("/alerts").uri().getPath()).isEqualTo("/reason");
    assertThat(signedIn.get("/accounts").statusCode()).isEqualTo(403);
  }

  @Test
  void letAnInvitationExpireAfterADayAndBeReplaced() throws Exception {
    String earlier = invite("nina", "analyst");
    String later = invite("nina", "reviewer");
    assertThat(served.nobody().follow(earlier).statusCode()).isEqualTo(403);
    served.clock.pass(Duration.ofHours(23));
    assertThat(served.nobody().follow(later).statusCode()).isEqualTo(200);
    served.clock.pass(Duration.ofHours(1));
    assertThat(served.nobody().follow(later).statusCode()).isEqualTo(403);
  }

  @Test
  void endTheSessionsOfWhomTheyChange() throws Exception {
    Browser analyst = served.as("analyst");
    assertThat(analyst.get("/alerts").statusCode()).isEqualTo(200);
    Browser admin = served.as("admin");

    served.prove(admin, "/accounts/analyst/rights", Map.of("role", "reviewer", "enabled", "yes"));
    assertThat(analyst.get("/alerts").uri().getPath()).isEqualTo("/sign-in");
    assertThat(served.as("analyst").get("/referrals").statusCode()).isEqualTo(200);
    served.prove(admin, "/accounts/analyst/rights", Map.of("role", "reviewer"));
    assertThat(served.as("analyst").get("/alerts").uri().getPath()).isEqualTo("/sign-in");
    assertThat(served.traces)
        .contains(
            "admin alteration post /accounts/{name}/rights name=analyst enabled=yes role=reviewer");
  }

  @Test
  void shutAnAccountWhateverItIsCalled() throws Exception {
    try (CaseDatabase database = CaseDatabase.open(served.workspace.database(), Accounts.SCHEMA)) {
      for (String name : List.of("requests", "invitations")) {
        Accounts accounts = new Accounts(database, served.clock);
        accounts.add(
            name, EnumSet.of(Role.ANALYST), ServedConsole.PASSWORD, ServedConsole.shownToAll());
        Browser admin = served.as("admin");
        String form =
            Jsoup.parse(admin.get("/accounts").body())
                .select("form:has(strong:containsOwn(" + name + "))")
                .attr("action");
        served.prove(admin, form, Map.of("role", "analyst"));
        assertThat(accounts.find(name).orElseThrow().enabled()).as(name).isFalse();
      }
    }
  }

  @Test
  void leaveOneAdminAndRefuseATakenName() throws Exception {
    Browser admin = served.as("admin");

    assertThat(
            served.prove(admin, "/accounts/admin/rights", Map.of("role", "auditor")).statusCode())
        .isEqualTo(422);
    HttpResponse<String> taken =
        served.prove(admin, "/accounts/invitations", Map.of("name", "analyst", "role", "admin"));
    assertThat(taken.statusCode()).isEqualTo(422);
    assertThat(admin.get("/accounts").statusCode()).isEqualTo(200);
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
