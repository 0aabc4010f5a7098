package org.vigie.casework.oidc;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.TokenResponse;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.AuthenticationResponse;
import com.nimbusds.openid.connect.sdk.AuthenticationResponseParser;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponse;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponseParser;
import com.nimbusds.openid.connect.sdk.Prompt;
import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import com.nimbusds.openid.connect.sdk.validators.IDTokenValidator;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.vigie.casework.config.ProviderSettings;
import org.vigie.casework.people.Role;

/**
 * An OpenID Connect provider, asked by authorisation code with PKCE.
 *
 * <p>Its ID tokens must be signed with RS256 or, if that is all it offers, ES256; which of the two
 * is decided before any token is seen, so that no token can choose how it is verified.
 *
 * @see <a href="https://openid.net/specs/openid-connect-core-1_0.html">OpenID Connect Core 1.0</a>
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9700">RFC 9700, security of OAuth 2.0</a>
 */
public final class Provider {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  /** Bytes of the largest set of keys. */
  private static final int MOST_BYTES = 1 << 20;

  private final ProviderSettings settings;
  private final String secret;
  private final ReentrantLock asking = new ReentrantLock();
  private volatile @Nullable Known known;

  /**
   * @param secret the client's, or empty for a public client
   */
  public Provider(ProviderSettings settings, String secret) {
    this.settings = settings;
    this.secret = secret;
  }

  /** What a provider says of itself, with what verifies its tokens. */
  private record Known(OIDCProviderMetadata metadata, IDTokenValidator validator) {}

  /** Returns the console's host as browsers reach it. */
  public String console() {
    return settings.redirect().getHost();
  }

  /** Returns where a person is sent who wants to sign in. */
  public URI entrance(SignInRequest request) throws ProviderException {
    AuthenticationRequest.Builder asked =
        new AuthenticationRequest.Builder(
                new ResponseType("code"),
                new Scope("openid", "profile"),
                new ClientID(settings.clientId()),
                settings.redirect())
            .endpointURI(known().metadata().getAuthorizationEndpointURI())
            .state(request.state())
            .nonce(request.nonce())
            .codeChallenge(request.verifier(), CodeChallengeMethod.S256);
    if (request.again() != null) {
      // Core 3.1.2.1: prompts anew, and tells in the token when that was.
      asked.prompt(new Prompt(Prompt.Type.LOGIN)).maxAge(0);
    }
    return asked.build().toURI();
  }

  /**
   * Returns who came back.
   *
   * @param answer the query with which the person came back
   * @param request what was remembered of the person
   * @throws ProviderException if it is not the answer to what was asked
   */
  public ForeignPerson identify(String answer, SignInRequest request) throws ProviderException {
    try {
      AuthenticationResponse response =
          AuthenticationResponseParser.parse(URI.create(settings.redirect() + "?" + answer));
      if (!request.state().equals(response.getState())) {
        throw new ProviderException("an answer must bear the state that was sent out");
      }
      // RFC 9207: who answers must be who was asked, where it says who it is.
      Issuer issuer = response.getIssuer();
      if (issuer != null && !issuer.getValue().equals(settings.issuer())) {
        throw new ProviderException("an answer must be from the provider that was asked");
      }
      if (!response.indicatesSuccess()) {
        throw new ProviderException("the provider must let a person in, but didn't");
      }
      AuthorizationCode code = response.toSuccessResponse().getAuthorizationCode();
      if (code == null) {
        throw new ProviderException("an answer must bear a code");
      }
      return person(redeem(code, request), request);
    } catch (GeneralException | IllegalArgumentException e) {
      throw new ProviderException("an answer must be one of OpenID Connect", e);
    }
  }

  private OIDCTokenResponse redeem(AuthorizationCode code, SignInRequest request)
      throws ProviderException {
    AuthorizationCodeGrant grant =
        new AuthorizationCodeGrant(code, settings.redirect(), request.verifier());
    ClientID client = new ClientID(settings.clientId());
    URI endpoint = known().metadata().getTokenEndpointURI();
    TokenRequest asked =
        secret.isEmpty()
            ? new TokenRequest.Builder(endpoint, client, grant).build()
            : new TokenRequest.Builder(
                    endpoint, new ClientSecretBasic(client, new Secret(secret)), grant)
                .build();
    try {
      TokenResponse response = OIDCTokenResponseParser.parse(bounded(asked.toHTTPRequest()).send());
      if (!response.indicatesSuccess()
          || !(response.toSuccessResponse() instanceof OIDCTokenResponse tokens)) {
        throw new ProviderException("the provider must redeem its code, but didn't");
      }
      return tokens;
    } catch (IOException | GeneralException e) {
      throw new ProviderException("the provider must redeem its code, but didn't", e);
    }
  }

  private ForeignPerson person(OIDCTokenResponse tokens, SignInRequest request)
      throws ProviderException {
    try {
      IDTokenClaimsSet claims =
          known().validator().validate(tokens.getOIDCTokens().getIDToken(), request.nonce());
      String name = claims.getStringClaim("preferred_username");
      return new ForeignPerson(
          settings.issuer(),
          claims.getSubject().getValue(),
          name == null ? "" : name,
          roles(claims),
          authenticatedAt(claims));
    } catch (BadJOSEException | JOSEException e) {
      throw new ProviderException("an ID token must hold against its provider's keys", e);
    }
  }

  private static @Nullable Instant authenticatedAt(IDTokenClaimsSet claims) {
    Date time = claims.getAuthenticationTime();
    return time == null ? null : time.toInstant();
  }

  private Set<Role> roles(IDTokenClaimsSet claims) {
    List<String> values = new ArrayList<>();
    Object claim = new ClaimPath(settings.rolesClaim()).in(claims::getClaim);
    if (claim instanceof List<?> list) {
      list.forEach(value -> values.add(String.valueOf(value)));
    } else if (claim instanceof String value) {
      values.add(value);
    }
    Set<Role> roles = EnumSet.noneOf(Role.class);
    for (String value : values) {
      Role role = settings.roles().get(value);
      if (role != null) {
        roles.add(role);
      }
    }
    return roles;
  }

  /** Asks the provider of itself, once it is needed: it may be started later than the console. */
  private Known known() throws ProviderException {
    Known already = known;
    if (already != null) {
      return already;
    }
    if (!asking.tryLock()) {
      // Nobody waits behind a provider that doesn't answer: whoever reaches the server may ask.
      throw new ProviderException("one at a time asks the provider of itself, but another does");
    }
    int patience = (int) PATIENCE.toMillis();
    try {
      Issuer issuer = new Issuer(settings.issuer());
      OIDCProviderMetadata metadata = OIDCProviderMetadata.resolve(issuer, patience, patience);
      IDTokenValidator validator =
          new IDTokenValidator(
              issuer,
              new ClientID(settings.clientId()),
              algorithm(metadata),
              metadata.getJWKSetURI().toURL(),
              new DefaultResourceRetriever(patience, patience, MOST_BYTES));
      Known found = new Known(metadata, validator);
      known = found;
      return found;
    } catch (IOException | GeneralException | IllegalArgumentException e) {
      throw new ProviderException(
          "%s must say of itself where people sign in, but didn't".formatted(settings.issuer()), e);
    } finally {
      asking.unlock();
    }
  }

  private static JWSAlgorithm algorithm(OIDCProviderMetadata metadata) {
    List<JWSAlgorithm> offered = metadata.getIDTokenJWSAlgs();
    return offered != null
            && !offered.contains(JWSAlgorithm.RS256)
            && offered.contains(JWSAlgorithm.ES256)
        ? JWSAlgorithm.ES256
        : JWSAlgorithm.RS256;
  }

  private static HTTPRequest bounded(HTTPRequest request) {
    request.setConnectTimeout((int) PATIENCE.toMillis());
    request.setReadTimeout((int) PATIENCE.toMillis());
    request.setFollowRedirects(false);
    return request;
  }
}
