package org.vigie.cli.command.read;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/**
 * A TAXII 2.1 server of one collection, written after the standard's sections 4.2, 4.3 and 5.5:
 * what is added is pending until its status is asked for.
 */
final class FakeTaxii implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String TYPE = "application/taxii+json;version=2.1";
  private static final String ID = "91a7b528-80eb-42ed-a74d-c6fbd5a26116";

  private final HttpServer server;
  private final String authorization;
  private final int most;
  private final List<String> envelopes = new ArrayList<>();
  private int refused;

  private FakeTaxii(HttpServer server, String login, int most) {
    this.server = server;
    this.most = most;
    this.authorization =
        "Basic " + Base64.getEncoder().encodeToString(login.getBytes(StandardCharsets.UTF_8));
  }

  static FakeTaxii start(String login, int most) throws IOException {
    FakeTaxii taxii =
        new FakeTaxii(
            HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0),
            login,
            most);
    taxii.server.createContext("/", taxii::answer);
    taxii.server.start();
    return taxii;
  }

  String collection() {
    return "http://localhost:" + server.getAddress().getPort() + "/api1/collections/" + ID + "/";
  }

  List<String> envelopes() {
    return List.copyOf(envelopes);
  }

  /** From now on, so many objects of each envelope aren't taken. */
  void refuse(int count) {
    refused = count;
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      String what = exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath();
      if (!authorization.equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
        send(exchange, 401, "{\"title\":\"Unauthorized\",\"http_status\":\"401\"}");
      } else if (!TYPE.equals(exchange.getRequestHeaders().getFirst("Accept"))) {
        send(exchange, 406, "{\"title\":\"Not acceptable\"}");
      } else if (what.equals("GET /api1/")) {
        send(
            exchange,
            200,
            "{\"title\":\"One\",\"versions\":[\"%s\"],\"max_content_length\":%d}"
                .formatted(TYPE, most));
      } else if (what.equals("POST /api1/collections/" + ID + "/objects/")) {
        boolean fits =
            body.length() <= most
                && TYPE.equals(exchange.getRequestHeaders().getFirst("Content-Type"));
        envelopes.add(body);
        send(exchange, fits ? 202 : 413, status("pending", 0, objects()));
      } else if (what.equals("GET /api1/status/" + ID + "/")) {
        send(exchange, 200, status("complete", objects() - refused, 0));
      } else {
        send(exchange, 404, "{\"title\":\"Not found\"}");
      }
    }
  }

  private int objects() throws IOException {
    return JSON.readTree(envelopes.getLast()).path("objects").size();
  }

  private String status(String status, int success, int pending) throws IOException {
    return "{\"id\":\"%s\",\"status\":\"%s\",\"total_count\":%d,\"success_count\":%d,\"failure_count\":%d,\"pending_count\":%d}"
        .formatted(ID, status, objects(), success, objects() - success - pending, pending);
  }

  private static void send(HttpExchange exchange, int status, String json) throws IOException {
    byte[] body = json.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", TYPE);
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
