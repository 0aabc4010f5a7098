package org.vigie.web.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.vigie.casework.config.ProviderSettings;
import org.vigie.casework.oidc.Provider;
import org.vigie.casework.people.Role;
import org.vigie.pipeline.workspace.Workspace;
import org.vigie.web.pages.account.ProviderPages;

/** What holds of a provider whichever library wrote its keys and tokens. */
class ProvidersAlikeTest {
  @TempDir Path folder;
  private SignInProvider provider;
  private ServedConsole served;

  /** Libraries of providers that share no code. */
  enum Library {
    NIMBUS,
    KEYCLOAK;

    private SignInProvider start() throws Exception {
      return this == NIMBUS ? new LocalProvider(Clock.systemUTC()) : new KeycloakProvider();
    }
  }

  @AfterEach
  void end() throws Exception {
    served.close();
    provider.close();
  }

  @ParameterizedTest
  @EnumSource
  void givesTheRolesOfARealm(Library library) throws Exception {
    serve(library);

    assertThat(signIn().statusCode()).isEqualTo(200);
    assertThat(served.traces)
        .anyMatch(trace -> trace.endsWith("get /sign-in/provider/answer roles=reviewer"));

    provider.giveRealmRoles(List.of("offline_access"));
    assertThat(signIn().statusCode()).as("a role that means nothing here").isEqualTo(403);
  }

  @ParameterizedTest
  @EnumSource
  void believesNoTokenOfAnotherSignIn(Library library) throws Exception {
    serve(library);
    provider.mistakeTheNonce();

    assertRefused();
  }

  @ParameterizedTest
  @EnumSource
  void believesNoTokenThatAnotherKeySigned(Library library) throws Exception {
    serve(library);
    provider.signWithAStolenName();

    assertRefused();
  }

  @ParameterizedTest
  @EnumSource
  void goesOnWithTheKeyThatTookAnothersPlace(Library library) throws Exception {
    serve(library);
    assertThat(signIn().statusCode()).isEqualTo(200);
    provider.rotateKeys();

    assertThat(signIn().statusCode()).as("signed with the new key").isEqualTo(200);

    provider.signWithTheFormerKey();
    assertRefused();
  }

  private void serve(Library library) throws Exception {
    provider = library.start();
    provider.giveRealmRoles(List.of("offline_access", "unit-reviewers"));
    ProviderSettings settings =
        new ProviderSettings(
            provider.issuer(),
            ProviderFront.CLIENT,
            "",
            URI.create("https://vigie.example.org" + ProviderPages.PATH + "/answer"),
            "realm_access.roles",
            Map.of("unit-reviewers", Role.REVIEWER));
    served = ServedConsole.on(new Workspace(folder), new Provider(settings, ProviderFront.SECRET));
  }

  private void assertRefused() throws Exception {
    HttpResponse<String> page = signIn();
    assertThat(page.statusCode()).isEqualTo(403);
    assertThat(page.body()).contains("could not be believed");
  }

  private HttpResponse<String> signIn() throws Exception {
    Browser browser = served.nobody();
    HttpResponse<String> sent = browser.raw("GET", ProviderPages.PATH, "");
    assertThat(sent.statusCode()).as("sent to the provider").isEqualTo(303);
    URI entrance = URI.create(sent.headers().firstValue("Location").orElseThrow());
    assertThat(entrance.toString()).startsWith(provider.issuer() + "/authorize?");
    return browser.get(ProviderPages.PATH + "/answer?" + provider.letIn(entrance));
  }
}
