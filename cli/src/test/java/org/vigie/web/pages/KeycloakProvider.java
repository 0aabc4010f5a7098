package org.vigie.web.pages;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.keycloak.jose.jwk.JSONWebKeySet;
import org.keycloak.jose.jwk.JWK;
import org.keycloak.jose.jwk.JWKBuilder;
import org.keycloak.jose.jws.JWSBuilder;
import org.keycloak.protocol.oidc.representations.OIDCConfigurationRepresentation;
import org.keycloak.representations.AccessToken;
import org.keycloak.representations.AccessTokenResponse;
import org.keycloak.representations.IDToken;
import org.keycloak.util.JsonSerialization;

/**
 * A provider that says of itself, its keys and people what Keycloak says, in the words of
 * Keycloak's own library: it shares no code with the console's.
 */
final class KeycloakProvider implements SignInProvider {
  private static final int LIFE_SECONDS = 300;

  private final ProviderFront front;
  private final ProviderKeys keys = new ProviderKeys();
  private final Key stolen = new Key("key-1", keys.next());
  private Key former = new Key("key-1", keys.next());
  private Key known = former;
  private volatile Key signing = known;
  private volatile Set<String> roles = Set.of();
  private volatile boolean mistaken;

  private record Key(String id, KeyPair pair) {}

  KeycloakProvider() throws IOException {
    front = new ProviderFront("/realms/vigie");
    front.start(() -> json(itself()), () -> json(keys()), request -> json(tokens(request)));
  }

  private static String json(Object words) {
    try {
      return JsonSerialization.writeValueAsString(words);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private OIDCConfigurationRepresentation itself() {
    OIDCConfigurationRepresentation itself = new OIDCConfigurationRepresentation();
    itself.setIssuer(issuer());
    itself.setAuthorizationEndpoint(issuer() + "/authorize");
    itself.setTokenEndpoint(issuer() + "/token");
    itself.setJwksUri(issuer() + "/keys");
    itself.setResponseTypesSupported(List.of("code", "none", "id_token", "code id_token"));
    itself.setSubjectTypesSupported(List.of("public", "pairwise"));
    itself.setIdTokenSigningAlgValuesSupported(
        List.of("PS384", "RS384", "ES256", "HS256", "RS256"));
    return itself;
  }

  private JSONWebKeySet keys() {
    JSONWebKeySet set = new JSONWebKeySet();
    set.setKeys(new JWK[] {JWKBuilder.create().kid(known.id).rs256(known.pair.getPublic())});
    return set;
  }

  private AccessTokenResponse tokens(Map<String, String> request) {
    IDToken token = new IDToken();
    token
        .id("token-1")
        .issuer(issuer())
        .subject("subject-1")
        .audience(ProviderFront.CLIENT)
        .issuedFor(ProviderFront.CLIENT)
        .type("ID")
        .issuedNow()
        .exp(Instant.now().plusSeconds(LIFE_SECONDS).getEpochSecond());
    token.setNonce(mistaken ? "of another sign-in" : request.get("nonce"));
    token.setPreferredUsername("jo");
    token.setSessionId("session-1");
    token.setOtherClaims("realm_access", new AccessToken.Access().roles(roles));
    AccessTokenResponse answer = new AccessTokenResponse();
    answer.setToken("none-needed");
    answer.setTokenType("Bearer");
    answer.setExpiresIn(LIFE_SECONDS);
    answer.setScope("openid profile");
    answer.setIdToken(
        new JWSBuilder()
            .type("JWT")
            .kid(signing.id)
            .jsonContent(token)
            .rsa256(signing.pair.getPrivate()));
    return answer;
  }

  @Override
  public String issuer() {
    return front.issuer();
  }

  @Override
  public String letIn(URI entrance) {
    Map<String, String> query = ProviderFront.asked(entrance);
    return "state=%s&session_state=session-1&iss=%s&code=%s"
        .formatted(
            query.get("state"),
            URLEncoder.encode(issuer(), StandardCharsets.UTF_8),
            front.code(query));
  }

  @Override
  public void giveRealmRoles(List<String> given) {
    roles = Set.copyOf(given);
  }

  @Override
  public void mistakeTheNonce() {
    mistaken = true;
  }

  @Override
  public void signWithAStolenName() {
    signing = stolen;
  }

  @Override
  public void rotateKeys() {
    former = known;
    known = new Key("key-2", keys.next());
    signing = known;
  }

  @Override
  public void signWithTheFormerKey() {
    signing = former;
  }

  @Override
  public void close() {
    front.close();
  }
}
