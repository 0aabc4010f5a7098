package org.vigie.web.pages;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** The addresses of an OpenID Connect provider on this machine, whoever writes what they say. */
final class ProviderFront implements AutoCloseable {
  static final String CLIENT = "vigie";
  static final String SECRET = "a secret of the client's";

  private final HttpServer server;
  private final String path;
  private final Map<String, Map<String, String>> asked = new ConcurrentHashMap<>();

  /** Writes what is answered to whoever redeems a code. */
  @FunctionalInterface
  interface Tokens {
    /**
     * @param request query with which the code was asked for
     */
    String answer(Map<String, String> request) throws IOException;
  }

  /**
   * @param path of the issuer, such as {@code /realms/vigie}, or empty
   */
  ProviderFront(String path) throws IOException {
    this.path = path;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
  }

  /** Begins to answer. */
  void start(Supplier<String> itself, Supplier<String> keys, Tokens tokens) {
    server.createContext(
        path + "/.well-known/openid-configuration", exchange -> send(exchange, 200, itself.get()));
    server.createContext(path + "/keys", exchange -> send(exchange, 200, keys.get()));
    server.createContext(path + "/token", exchange -> redeem(exchange, tokens));
    server.start();
  }

  String issuer() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + path;
  }

  /** Returns what a person asks for who was sent to an address. */
  static Map<String, String> asked(URI entrance) {
    Map<String, String> query = pairs(entrance.getRawQuery());
    if (!query.getOrDefault("code_challenge_method", "").equals("S256")
        || !query.getOrDefault("response_type", "").equals("code")) {
      throw new AssertionError("a code must be asked for with a challenge, but was by " + query);
    }
    return query;
  }

  /** Returns a code for what was asked. */
  String code(Map<String, String> query) {
    String code = "code-" + asked.size();
    asked.put(code, query);
    return code;
  }

  private void redeem(HttpExchange exchange, Tokens tokens) throws IOException {
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
    if (right) {
      send(exchange, 200, tokens.answer(request));
    } else {
      send(exchange, 400, "{\"error\":\"invalid_grant\"}");
    }
  }

  private static String challenge(String verifier) {
    try {
      return Base64.getUrlEncoder()
          .withoutPadding()
          .encodeToString(
              MessageDigest.getInstance("SHA-256")
                  .digest(verifier.getBytes(StandardCharsets.US_ASCII)));
    } catch (NoSuchAlgorithmException e) {
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
