package org.vigie.world;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A server on loopback that speaks as much of MISP's documented interface as it takes to add, edit
 * and view an event: it answers with the event as it keeps it, refuses a wrong key, a second event
 * of the same UUID and an edit that isn't newer.
 *
 * @see <a href="https://www.misp-project.org/openapi/">MISP Automation API</a>
 */
public final class FakeMisp implements AutoCloseable {
  private static final String JSON = "application/json";
  private static final Pattern UUID = Pattern.compile("\"uuid\"\\s*:\\s*\"([0-9a-f-]{36})\"");
  private static final Pattern TIME = Pattern.compile("\"timestamp\"\\s*:\\s*\"([0-9]+)\"");

  private final String key;
  private final HttpServer server;
  private final Map<String, String> events = new ConcurrentHashMap<>();

  private FakeMisp(String key, HttpServer server) {
    this.key = key;
    this.server = server;
  }

  /**
   * Starts one.
   *
   * @param key the authorization key that it wants
   */
  public static FakeMisp start(String key) throws IOException {
    InetAddress loopback = InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
    return start(key, HttpServer.create(new InetSocketAddress(loopback, 0), 0));
  }

  /** Starts one on a server that is bound, such as one with TLS. */
  public static FakeMisp start(String key, HttpServer bound) {
    FakeMisp misp = new FakeMisp(key, bound);
    bound.createContext("/", misp::answer);
    bound.start();
    return misp;
  }

  /** Returns where it answers. */
  public URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
  }

  /** Returns UUID → event, as they were sent. */
  public Map<String, String> events() {
    return Map.copyOf(events);
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      String path = exchange.getRequestURI().getPath();
      String method = exchange.getRequestMethod();
      if (!key.equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
        refuse(exchange, 403, "Authentication failed.");
      } else if (!JSON.equals(exchange.getRequestHeaders().getFirst("Accept"))) {
        refuse(exchange, 405, "Only JSON is answered here.");
      } else if (path.startsWith("/events/view/") && !method.equals("POST")) {
        view(exchange, path.substring("/events/view/".length()));
      } else if (path.equals("/events/add") && method.equals("POST")) {
        add(exchange, body);
      } else if (path.startsWith("/events/edit/") && method.equals("POST")) {
        edit(exchange, path.substring("/events/edit/".length()), body);
      } else {
        refuse(exchange, 404, "Not Found");
      }
    }
  }

  private void view(HttpExchange exchange, String uuid) throws IOException {
    String event = events.get(uuid);
    if (event == null) {
      refuse(exchange, 404, "Invalid event");
    } else {
      send(exchange, 200, event);
    }
  }

  private void add(HttpExchange exchange, String event) throws IOException {
    String uuid = first(UUID, event);
    if (!isEvent(exchange, event, uuid)) {
      refuse(exchange, 403, "Could not add Event");
    } else if (events.putIfAbsent(uuid, event) != null) {
      refuse(
          exchange,
          404,
          "Event already exists, if you would like to edit it, use the url in the location"
              + " header.");
    } else {
      send(exchange, 200, event);
    }
  }

  private void edit(HttpExchange exchange, String uuid, String event) throws IOException {
    String known = events.get(uuid);
    if (known == null) {
      refuse(exchange, 404, "Invalid event");
    } else if (!isEvent(exchange, event, uuid)
        || !uuid.equals(first(UUID, event))
        || Long.parseLong(first(TIME, event)) <= Long.parseLong(first(TIME, known))) {
      refuse(exchange, 403, "Could not edit Event");
    } else {
      events.put(uuid, event);
      send(exchange, 200, event);
    }
  }

  private static boolean isEvent(HttpExchange exchange, String event, String uuid) {
    return JSON.equals(exchange.getRequestHeaders().getFirst("Content-Type"))
        && !uuid.isEmpty()
        && event.contains("\"Event\"")
        && event.contains("\"info\"");
  }

  /** An event says its own UUID and time before those of its parts. */
  private static String first(Pattern pattern, String text) {
    Matcher found = pattern.matcher(text);
    return found.find() ? found.group(1) : "";
  }

  private static void refuse(HttpExchange exchange, int status, String name) throws IOException {
    String path = exchange.getRequestURI().getPath();
    send(
        exchange,
        status,
        "{\"name\":\"%1$s\",\"message\":\"%1$s\",\"url\":\"%2$s\"}".formatted(name, path));
  }

  private static void send(HttpExchange exchange, int status, String json) throws IOException {
    byte[] body = json.getBytes(StandardCharsets.UTF_8);
    boolean headOnly = exchange.getRequestMethod().equals("HEAD");
    exchange.getResponseHeaders().set("Content-Type", JSON);
    exchange.sendResponseHeaders(status, headOnly ? -1 : body.length);
    if (!headOnly) {
      exchange.getResponseBody().write(body);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
