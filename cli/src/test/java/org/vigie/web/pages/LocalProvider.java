package org.vigie.web.pages;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWT;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;

/** An OpenID Connect provider on this machine, which can be told to cheat. */
final class LocalProvider implements AutoCloseable {
  static final String CLIENT = "vigie";
  static final String SECRET = "a secret of the client's";

  /** Ways of signing an ID token, of which the first alone is right. */
  enum Signing {
    WITH_ITS_KEY,
    WITH_ANOTHER_KEY,
    WITH_ITS_PUBLIC_KEY_AS_A_SHARED_SECRET,
    NOT_AT_ALL
  }

  private final HttpServer server;
  private final RSAKey key;
  private final RSAKey otherKey;
  private final Map<String, Map<String, String>> asked = new ConcurrentHashMap<>();

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
    key = new RSAKeyGenerator(2048).keyID("k").generate();
    otherKey = new RSAKeyGenerator(2048).keyID("k").generate();
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    issuerOfItself = issuer();
    server.createContext(
        "/.well-known/openid-configuration",
        exchange ->
            send(
                exchange,
                200,
                """
                {"issuer":"%1$s","authorization_endpoint":"%2$s/authorize","token_endpoint":"%2$s/token",
                "jwks_uri":"%2$s/keys","response_types_supported":["code"],
                "subject_types_supported":["public"],"id_token_signing_alg_values_supported":["RS256"]}
                """
                    .formatted(issuerOfItself, issuer())));
    server.createContext(
        "/keys", exchange -> send(exchange, 200, new JWKSet(key.toPublicJWK()).toString()));
    server.createContext("/token", this::redeem);
    server.start();
  }

  String issuer() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** Lets a person in who was sent to an address, and returns the query to come back with. */
  String letIn(URI entrance) {
    Map<String, String> query = pairs(entrance.getRawQuery());
    if (!query.getOrDefault("code_challenge_method", "").equals("S256")
        || !query.getOrDefault("response_type", "").equals("code")) {
      throw new AssertionError("a code must be asked for with a challenge, but was by " + query);
    }
    boolean anew =
        query.getOrDefault("prompt", "").equals("login")
            && query.getOrDefault("max_age", "").equals("0");
    if (anew && !lazy) {
      authenticatedAt = clock.instant();
    }
    String code = "code-" + asked.size();
    asked.put(code, query);
    return "code=" + code + "&state=" + query.get("state");
  }

  private void redeem(HttpExchange exchange) throws IOException {
    Map<String, String> form =
        pairs(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
    Map<String, String> request = asked.remove(form.getOrDefault("code", ""));
    String expected =
        "Basic "
            + Base64.getEncoder()
                .encodeToString(
                    (CLIENT + ":" + SECRET.replace(" ", "+").replace("'", "%27"))
                        .getBytes(StandardCharsets.UTF_8));
    boolean right =
        request != null
            && expected.equals(exchange.getRequestHeaders().getFirst("Authorization"))
            && challenge(form.getOrDefault("code_verifier", ""))
                .equals(request.get("code_challenge"))
            && request.get("redirect_uri").equals(form.get("redirect_uri"));
    if (!right) {
      send(exchange, 400, "{\"error\":\"invalid_grant\"}");
      return;
    }
    String token = token(request.get("nonce"), request.containsKey("max_age")).serialize();
    send(
        exchange,
        200,
        "{\"access_token\":\"none-needed\",\"token_type\":\"Bearer\",\"id_token\":\""
            + token
            + "\"}");
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
      JWSHeader header = new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("k").build();
      SignedJWT signed = new SignedJWT(header, claims);
      switch (signing) {
        case WITH_ITS_KEY -> signed.sign(new RSASSASigner(key));
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

  private static String challenge(String verifier) {
    try {
      return Base64.getUrlEncoder()
          .withoutPadding()
          .encodeToString(
              MessageDigest.getInstance("SHA-256")
                  .digest(verifier.getBytes(StandardCharsets.US_ASCII)));
    } catch (java.security.NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Map<String, String> pairs(String query) {
    Map<String, String> pairs = new HashMap<>();
    for (String pair : query.split("&", -1)) {
      int equals = pair.indexOf('=');
      if (equals > 0) {
        pairs.put(
            pair.substring(0, equals),
            URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
      }
    }
    return pairs;
  }

  private static void send(HttpExchange exchange, int status, String json) throws IOException {
    byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
