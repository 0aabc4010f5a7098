package org.vigie.web.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.casework.config.ProviderSettings;
import org.vigie.casework.oidc.Provider;
import org.vigie.casework.people.MovingClock;
import org.vigie.casework.people.Role;
import org.vigie.cli.command.ExampleWorkspace;
import org.vigie.web.pages.account.ProviderPages;

/** People of a provider who take what needs more than having signed in. */
class ProviderStepUpTest {
  private static final String BACK = ProviderPages.PATH + "/answer?";

  private static final MovingClock CLOCK = new MovingClock(ServedConsole.START);

  @TempDir static Path folder;
  private static LocalProvider provider;
  private static ServedConsole served;
  private static int people;
  private Browser jo;
  private String export;

  @BeforeAll
  static void serve() throws Exception {
    provider = new LocalProvider(CLOCK);
    served =
        ServedConsole.on(
            ExampleWorkspace.in(folder),
            new Provider(
                new ProviderSettings(
                    provider.issuer(),
                    LocalProvider.CLIENT,
                    "",
                    URI.create("https://vigie.example.org" + ProviderPages.PATH + "/answer"),
                    "groups",
                    Map.of("unit-analysts", Role.ANALYST)),
                LocalProvider.SECRET),
            CLOCK);
  }

  @BeforeEach
  void grantAnExportToSomebodyOfTheProvider() throws Exception {
    people++;
    provider.subject = "subject-" + people;
    provider.name = "jo-" + people;
    provider.groups = List.of("unit-analysts");
    provider.cheat = claims -> claims;
    provider.lazy = false;
    jo = served.nobody();
    jo.get(BACK + provider.letIn(sentTo(jo, ProviderPages.PATH)));
    jo.get("/reason");
    jo.post("/reason", Map.of("reason", "operation example", "next", "/reason"));
    jo.post(
        "/exports",
        Map.of(
            "query", "passport",
            "format", "jsonl",
            "recipient", "Example authority",
            "why", "within its district"));
    Browser reviewer = served.as("reviewer");
    export = Found.group(reviewer.get("/exports").body(), "action=\"(/exports/\\d+)\"");
    assertThat(served.grant(reviewer, export).statusCode()).isEqualTo(200);
    jo.get("/exports");
  }

  @AfterAll
  static void end() throws Exception {
    served.close();
    provider.close();
  }

  @Test
  void takeAnExportOnceTheProviderHasSeenThemAnewAndOnlyOnce() throws Exception {
    assertThat(take().statusCode()).as("signed in alone").isEqualTo(403);
    String page = jo.get("/exports").body();
    assertThat(page)
        .contains("Confirm with your organisation", "/sign-in/provider/again?next=%2Fexports")
        .doesNotContain("type=\"password\"");

    HttpResponse<String> back = confirm();
    assertThat(back.statusCode()).isEqualTo(200);
    assertThat(back.body()).contains("href=\"/exports\"");
    assertThat(jo.get("/exports").body()).contains("has just confirmed");

    HttpResponse<String> file = take();
    assertThat(file.statusCode()).isEqualTo(200);
    assertThat(file.body()).contains("passport");
    assertThat(take().statusCode()).as("a second time").isEqualTo(403);
  }

  @Test
  void haveNoPasswordOfTheirOwnButSessionsThatTheyEnd() throws Exception {
    Browser other = served.nobody();
    other.get(BACK + provider.letIn(sentTo(other, ProviderPages.PATH)));
    assertThat(other.get("/account").statusCode()).isEqualTo(200);
    assertThat(jo.get("/account").body())
        .contains("kept by your organisation", "Confirm with your organisation")
        .doesNotContain("type=\"password\"");
    for (String deed : List.of("password", "authenticator", "authenticator/code", "recovery")) {
      assertThat(jo.post("/account/" + deed, Map.of()).statusCode()).as(deed).isEqualTo(404);
    }
    Map<String, String> all = Map.of("session", "all");
    assertThat(jo.post("/account/sessions", all).statusCode()).isEqualTo(403);
    confirm();
    jo.get("/account");
    assertThat(jo.post("/account/sessions", all).statusCode()).isEqualTo(200);
    assertThat(other.raw("GET", "/account", "").statusCode()).as("ended").isEqualTo(303);
  }

  @Test
  void makeATokenAlike() throws Exception {
    Map<String, String> token =
        Map.of("title", "script", "scope", "adverts", "purpose", "operation example", "days", "7");
    jo.get("/tokens");
    assertThat(jo.post("/tokens", token).statusCode()).isEqualTo(403);
    confirm();
    jo.get("/tokens");
    assertThat(jo.post("/tokens", token).body()).contains("class=\"token\"");
  }

  @Test
  void waitNoLongerThanFiveMinutes() throws Exception {
    confirm();
    CLOCK.pass(Duration.ofMinutes(5));
    assertThat(take().statusCode()).isEqualTo(403);
  }

  @Test
  void areNotConfirmedByAnEarlierSignInNorByATimeLeftOut() throws Exception {
    provider.authenticatedAt = CLOCK.instant();
    CLOCK.pass(Duration.ofMinutes(2));
    provider.lazy = true;
    assertThat(confirm().statusCode()).as("an earlier sign-in").isEqualTo(403);
    assertThat(take().statusCode()).isEqualTo(403);

    provider.lazy = false;
    provider.cheat = claims -> claims.claim("auth_time", null);
    assertThat(confirm().statusCode()).as("no time").isEqualTo(403);
    assertThat(take().statusCode()).isEqualTo(403);
  }

  @Test
  void areNotConfirmedBySomebodyElse() throws Exception {
    provider.subject = "somebody else";
    HttpResponse<String> page = confirm();
    assertThat(page.statusCode()).isEqualTo(403);
    assertThat(page.body()).contains("or it is somebody else");
    assertThat(take().statusCode()).isEqualTo(403);
  }

  @Test
  void areNotConfirmedByBareSigningInAgain() throws Exception {
    provider.authenticatedAt = CLOCK.instant();
    Browser again = served.nobody();
    again.get(BACK + provider.letIn(sentTo(again, ProviderPages.PATH)));
    again.get("/reason");
    again.post("/reason", Map.of("reason", "operation example", "next", "/reason"));
    again.get("/exports");
    assertThat(again.post(export + "/file", Map.of()).statusCode()).isEqualTo(403);
  }

  @Test
  void loseWhatWasConfirmedWithTheirRights() throws Exception {
    provider.groups = List.of();
    assertThat(confirm().statusCode()).isEqualTo(403);
    assertThat(jo.raw("GET", "/exports", "").statusCode()).as("signed out").isEqualTo(303);
  }

  @Test
  void areAskedForTheirPasswordIfTheyHaveOne() throws Exception {
    Browser analyst = served.as("analyst");
    assertThat(analyst.raw("GET", ProviderPages.AGAIN + "?next=/exports", "").statusCode())
        .isEqualTo(404);
    assertThat(served.nobody().raw("GET", ProviderPages.AGAIN, "").headers().firstValue("Location"))
        .hasValueSatisfying(path -> assertThat(path).startsWith("/sign-in?"));
  }

  private HttpResponse<String> take() throws Exception {
    return jo.post(export + "/file", Map.of());
  }

  private HttpResponse<String> confirm() throws Exception {
    URI sent = sentTo(jo, ProviderPages.AGAIN + "?next=%2Fexports");
    assertThat(sent.getRawQuery()).contains("prompt=login", "max_age=0");
    // The browser brings no session along from another site, as its cookie is strict.
    return jo.get(BACK + provider.letIn(sent));
  }

  private static URI sentTo(Browser browser, String path) throws Exception {
    HttpResponse<String> sent = browser.raw("GET", path, "");
    assertThat(sent.statusCode()).isEqualTo(303);
    return URI.create(sent.headers().firstValue("Location").orElseThrow());
  }
}
