package org.vigie.web.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.JWTClaimsSet;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.casework.config.ProviderSettings;
import org.vigie.casework.oidc.Provider;
import org.vigie.casework.people.Role;
import org.vigie.casework.people.Scope;
import org.vigie.pipeline.workspace.Workspace;
import org.vigie.web.pages.account.ProviderPages;

/** People who come by way of a provider, and others who would like to come in their place. */
class ProviderSignInTest {
  private static final String ACCOUNT =
      "<a class=\"account\" href=\"/account\" title=\"My account\">%s</a>";

  private static final String BACK = ProviderPages.PATH + "/answer?";

  @TempDir Path folder;
  private LocalProvider provider;
  private ServedConsole served;

  @BeforeEach
  void serve() throws Exception {
    provider = new LocalProvider(Clock.systemUTC());
    served = ServedConsole.on(new Workspace(folder), provider("groups"));
  }

  private Provider provider(String claim) {
    return new Provider(
        new ProviderSettings(
            provider.issuer(),
            LocalProvider.CLIENT,
            "",
            URI.create("https://vigie.example.org" + ProviderPages.PATH + "/answer"),
            claim,
            Map.of(
                "unit-analysts", Role.ANALYST,
                "unit-reviewers", Role.REVIEWER)),
        LocalProvider.SECRET);
  }

  @AfterEach
  void end() throws Exception {
    served.close();
    provider.close();
  }

  @Test
  void opensAnAccountWithTheRolesThatAClaimGives() throws Exception {
    assertThat(served.nobody().get("/sign-in").body()).contains(ProviderPages.PATH);
    Browser browser = served.nobody();

    HttpResponse<String> page = signIn(browser);

    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body()).contains("You have signed in", "href=\"/\"");
    String frame = browser.get("/reason").body();
    assertThat(frame).contains(ACCOUNT.formatted("jo"), "href=\"/clusters\"");
    assertThat(browser.get("/accounts").statusCode()).isEqualTo(403);
    assertThat(served.traces)
        .anyMatch(
            trace -> trace.equals("jo alteration get /sign-in/provider/answer roles=analyst"));
  }

  @Test
  void readsRolesInAClaimWithinAnother() throws Exception {
    try (ServedConsole keycloak =
        ServedConsole.on(new Workspace(folder.resolve("other")), provider("realm_access.roles"))) {
      provider.more =
          Map.of("realm_access", Map.of("roles", List.of("offline_access", "unit-reviewers")));
      Browser browser = keycloak.nobody();
      assertThat(signIn(browser).statusCode()).isEqualTo(200);
      assertThat(keycloak.traces)
          .anyMatch(
              trace -> trace.equals("jo alteration get /sign-in/provider/answer roles=reviewer"));

      provider.more = Map.of("realm_access", Map.of("roles", Map.of("unit-reviewers", true)));
      assertThat(signIn(keycloak.nobody()).statusCode()).isEqualTo(403);
    }
  }

  @Test
  void knowsAPersonBySubjectAndNotByName() throws Exception {
    signIn(served.nobody());
    provider.name = "jo-renamed";
    Browser again = served.nobody();
    signIn(again);
    assertThat(again.get("/reason").body()).contains(ACCOUNT.formatted("jo"));

    provider.subject = "subject-2";
    provider.name = "jo";
    Browser other = served.nobody();
    signIn(other);
    assertThat(other.get("/reason").body()).containsPattern(ACCOUNT.formatted("jo-[0-9a-f]{12}"));

    provider.subject = "subject-3";
    provider.name = "admin";
    Browser usurper = served.nobody();
    signIn(usurper);
    assertThat(usurper.get("/reason").body())
        .containsPattern(ACCOUNT.formatted("admin-[0-9a-f]{12}"));
    assertThat(usurper.get("/accounts").statusCode()).isEqualTo(403);
  }

  @Test
  void takesRightsAwayWithSessionsAndTokensAsTheProviderDoes() throws Exception {
    Browser before = served.nobody();
    signIn(before);
    before.get("/reason");
    String token = served.token("jo", Set.of(Scope.ADVERTS));
    // Nothing is indexed, so nothing is found; without a token that holds it isn't even looked for.
    assertThat(api(token)).isEqualTo(404);

    provider.groups = List.of("unit-reviewers", "others");
    Browser after = served.nobody();
    signIn(after);

    assertThat(before.raw("GET", "/reason", "").statusCode()).isEqualTo(303);
    assertThat(api(token)).isEqualTo(401);
    after.get("/reason");
    after.post("/reason", Map.of("reason", "operation example", "next", "/reason"));
    assertThat(after.get("/referrals").statusCode()).isEqualTo(200);

    provider.groups = List.of();
    HttpResponse<String> refused = signIn(served.nobody());
    assertThat(refused.statusCode()).isEqualTo(403);
    assertThat(refused.body()).contains("gives you no right");
    assertThat(after.raw("GET", "/reason", "").statusCode()).isEqualTo(303);
  }

  @Test
  void letsNobodyInWhoseAccountWasShutHere() throws Exception {
    signIn(served.nobody());
    served.prove(served.as("admin"), "/accounts/jo/rights", Map.of("role", "analyst"));

    assertThat(signIn(served.nobody()).statusCode()).isEqualTo(403);
  }

  @Test
  void knowsNoPasswordOfSuchAnAccount() throws Exception {
    signIn(served.nobody());
    for (String password : List.of("", ServedConsole.PASSWORD, "no account has this password")) {
      HttpResponse<String> page =
          served
              .nobody()
              .post(
                  "/sign-in", Map.of("name", "jo", "password", password, "code", served.codeNow()));
      assertThat(page.statusCode()).isEqualTo(403);
    }
  }

  @Test
  void believesNoTokenThatIsWrongInAnyPart() throws Exception {
    Map<String, UnaryOperator<JWTClaimsSet.Builder>> cheats = new LinkedHashMap<>();
    cheats.put("nonce", claims -> claims.claim("nonce", "of another sign-in"));
    cheats.put("no nonce", claims -> claims.claim("nonce", null));
    cheats.put("issuer", claims -> claims.issuer("https://id.example.org"));
    cheats.put("audience", claims -> claims.audience("another-client"));
    cheats.put(
        "authorised party",
        claims -> claims.audience(List.of(LocalProvider.CLIENT, "b")).claim("azp", "b"));
    cheats.put("expired", claims -> claims.expirationTime(at(Duration.ofMinutes(-10))));
    cheats.put("never expires", claims -> claims.expirationTime(null));
    cheats.put("issued later", claims -> claims.issueTime(at(Duration.ofHours(1))));
    cheats.put("nobody", claims -> claims.subject(null));
    for (var cheat : cheats.entrySet()) {
      provider.cheat = cheat.getValue();
      assertRefused(cheat.getKey());
    }
    provider.cheat = claims -> claims;
    for (LocalProvider.Signing signing : LocalProvider.Signing.values()) {
      provider.signing = signing;
      if (signing != LocalProvider.Signing.WITH_ITS_KEY) {
        assertRefused("signed " + signing);
      }
    }
    provider.signing = LocalProvider.Signing.WITH_ITS_KEY;
    assertThat(signIn(served.nobody()).statusCode()).as("the provider itself").isEqualTo(200);
  }

  @Test
  void takesNoAnswerToWhatThisBrowserDidNotAsk() throws Exception {
    String answer = provider.letIn(entrance(served.nobody()));
    assertThat(served.nobody().get(BACK + answer).statusCode()).as("another's").isEqualTo(403);

    Browser browser = served.nobody();
    String own = provider.letIn(entrance(browser));
    assertThat(browser.get(BACK + own.replaceAll("state=.*", "state=guessed")).statusCode())
        .as("a guessed state")
        .isEqualTo(403);
    assertThat(browser.get(BACK + own).statusCode()).as("after a wrong one").isEqualTo(403);

    Browser twice = served.nobody();
    String once = provider.letIn(entrance(twice));
    assertThat(twice.get(BACK + once).statusCode()).isEqualTo(200);
    assertThat(twice.get(BACK + once).statusCode()).as("replayed").isEqualTo(403);

    // The victim's browser set out by itself; an attacker slips in the code of their own sign-in.
    Browser victim = served.nobody();
    URI victims = entrance(victim);
    String attackers = provider.letIn(entrance(served.nobody()));
    String state = provider.letIn(victims).replaceAll(".*state=", "state=");
    assertThat(victim.get(BACK + attackers.replaceAll("state=.*", state)).statusCode())
        .as("another's code, which the challenge gives away")
        .isEqualTo(403);
  }

  @Test
  void takesNoAnswerOfAnotherProviderOrThatIsNone() throws Exception {
    for (String tail : List.of("&iss=https%3A%2F%2Fid.example.org", "&error=access_denied")) {
      Browser browser = served.nobody();
      String answer = provider.letIn(entrance(browser));
      assertThat(browser.get(BACK + answer + tail).statusCode()).as(tail).isEqualTo(403);
    }
    for (String answer : List.of("", "code=code-0", "state=x", "error=access_denied&state=x")) {
      Browser browser = served.nobody();
      entrance(browser);
      assertThat(browser.get(BACK + answer).statusCode()).as(answer).isEqualTo(403);
    }
  }

  @Test
  void forgetsWhoStaysAwayForTenMinutes() throws Exception {
    Browser browser = served.nobody();
    String answer = provider.letIn(entrance(browser));
    served.clock.pass(Duration.ofMinutes(10));
    assertThat(browser.get(BACK + answer).statusCode()).isEqualTo(403);
  }

  @Test
  void asksNoProviderThatSaysItIsAnother() throws Exception {
    provider.issuerOfItself = "https://id.example.org";
    assertThat(served.nobody().raw("GET", ProviderPages.PATH, "").statusCode()).isEqualTo(403);
    provider.issuerOfItself = provider.issuer();
    assertThat(signIn(served.nobody()).statusCode()).isEqualTo(200);
  }

  private void assertRefused(String what) throws Exception {
    Browser browser = served.nobody();
    HttpResponse<String> page = signIn(browser);
    assertThat(page.statusCode()).as(what).isEqualTo(403);
    assertThat(page.body()).as(what).contains("could not be believed");
    assertThat(browser.raw("GET", "/reason", "").statusCode()).as(what).isEqualTo(303);
  }

  private HttpResponse<String> signIn(Browser browser) throws Exception {
    return browser.get(BACK + provider.letIn(entrance(browser)));
  }

  /** Sets out, and returns where the browser is sent. */
  private URI entrance(Browser browser) throws Exception {
    HttpResponse<String> sent = browser.raw("GET", ProviderPages.PATH, "");
    assertThat(sent.statusCode()).isEqualTo(303);
    URI entrance = URI.create(sent.headers().firstValue("Location").orElseThrow());
    assertThat(entrance.toString()).startsWith(provider.issuer() + "/authorize?");
    return entrance;
  }

  private int api(String token) throws Exception {
    return served
        .nobody()
        .raw("GET", "/api/v1/adverts?query=x", "", "Authorization", "Bearer " + token)
        .statusCode();
  }

  private static Date at(Duration later) {
    return Date.from(Instant.now().plus(later));
  }
}
