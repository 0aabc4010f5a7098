package org.vigie.web.pages;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWT;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.net.URI;
import java.security.KeyPair;
import java.security.interfaces.RSAPublicKey;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** A provider by the library that the console reads it with, which can be told to cheat. */
final class LocalProvider implements SignInProvider {
  static final String CLIENT = ProviderFront.CLIENT;
  static final String SECRET = ProviderFront.SECRET;

  /** Ways of signing an ID token, of which the first alone is right. */
  enum Signing {
    WITH_ITS_KEY,
    WITH_ANOTHER_KEY,
    WITH_ITS_FORMER_KEY,
    WITH_ITS_PUBLIC_KEY_AS_A_SHARED_SECRET,
    NOT_AT_ALL
  }

  private final ProviderFront front;
  private final ProviderKeys keys = new ProviderKeys();
  private final RSAKey otherKey;
  private volatile RSAKey key;
  private volatile RSAKey formerKey;

  /** What is wrong with the next token. */
  volatile UnaryOperator<JWTClaimsSet.Builder> cheat = claims -> claims;

  volatile Signing signing = Signing.WITH_ITS_KEY;
  volatile String subject = "subject-1";
  volatile String name = "jo";

  /** Claims beside those that every token has. */
  volatile Map<String, Object> more = Map.of();

  volatile List<String> groups = List.of("unit-analysts");
  volatile String issuerOfItself;

  /** When it saw for itself who it is; asked to, it looks now. */
  volatile Instant authenticatedAt = Instant.EPOCH;

  /** Whether it lets people through on an earlier sign-in though it was asked to look anew. */
  volatile boolean lazy;

  private final Clock clock;

  LocalProvider(Clock clock) throws Exception {
    this.clock = clock;
    key = key("k");
    formerKey = key("former");
    otherKey = key("k");
    front = new ProviderFront("");
    issuerOfItself = issuer();
    front.start(this::itself, () -> new JWKSet(key.toPublicJWK()).toString(), this::answer);
  }

  private RSAKey key(String id) {
    KeyPair pair = keys.next();
    return new RSAKey.Builder((RSAPublicKey) pair.getPublic())
        .privateKey(pair.getPrivate())
        .keyID(id)
        .build();
  }

  private String itself() {
    return """
    {"issuer":"%1$s","authorization_endpoint":"%2$s/authorize","token_endpoint":"%2$s/token",
    "jwks_uri":"%2$s/keys","response_types_supported":["code"],
    "subject_types_supported":["public"],"id_token_signing_alg_values_supported":["RS256"]}
    """
        .formatted(issuerOfItself, issuer());
  }

  @Override
  public String issuer() {
    return front.issuer();
  }

  @Override
  public String letIn(URI entrance) {
    Map<String, String> query = ProviderFront.asked(entrance);
    boolean anew =
        query.getOrDefault("prompt", "").equals("login")
            && query.getOrDefault("max_age", "").equals("0");
    if (anew && !lazy) {
      authenticatedAt = clock.instant();
    }
    return "code=" + front.code(query) + "&state=" + query.get("state");
  }

  private String answer(Map<String, String> request) {
    String token = token(request.get("nonce"), request.containsKey("max_age")).serialize();
    return "{\"access_token\":\"none-needed\",\"token_type\":\"Bearer\",\"id_token\":\""
        + token
        + "\"}";
  }

  private JWT token(String nonce, boolean withTime) {
    JWTClaimsSet.Builder builder = new JWTClaimsSet.Builder();
    more.forEach(builder::claim);
    JWTClaimsSet claims =
        cheat
            .apply(
                builder
                    .issuer(issuer())
                    .subject(subject)
                    .audience(CLIENT)
                    .issueTime(new Date())
                    .expirationTime(Date.from(Instant.now().plus(Duration.ofMinutes(5))))
                    .claim("nonce", nonce)
                    .claim("preferred_username", name)
                    .claim("groups", groups)
                    .claim("auth_time", withTime ? authenticatedAt.getEpochSecond() : null))
            .build();
    try {
      RSAKey named = signing == Signing.WITH_ITS_FORMER_KEY ? formerKey : key;
      JWSHeader header = new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(named.getKeyID()).build();
      SignedJWT signed = new SignedJWT(header, claims);
      switch (signing) {
        case WITH_ITS_KEY, WITH_ITS_FORMER_KEY -> signed.sign(new RSASSASigner(named));
        case WITH_ANOTHER_KEY -> signed.sign(new RSASSASigner(otherKey));
        case WITH_ITS_PUBLIC_KEY_AS_A_SHARED_SECRET -> {
          signed = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), claims);
          signed.sign(new MACSigner(key.toRSAPublicKey().getEncoded()));
        }
        case NOT_AT_ALL -> {
          return new PlainJWT(claims);
        }
      }
      return signed;
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void giveRealmRoles(List<String> roles) {
    more = Map.of("realm_access", Map.of("roles", roles));
  }

  @Override
  public void mistakeTheNonce() {
    cheat = claims -> claims.claim("nonce", "of another sign-in");
  }

  @Override
  public void signWithAStolenName() {
    signing = Signing.WITH_ANOTHER_KEY;
  }

  @Override
  public void rotateKeys() {
    formerKey = key;
    key = key("next");
  }

  @Override
  public void signWithTheFormerKey() {
    signing = Signing.WITH_ITS_FORMER_KEY;
  }

  @Override
  public void close() {
    front.close();
  }
}
