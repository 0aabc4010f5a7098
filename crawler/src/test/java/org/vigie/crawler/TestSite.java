package org.vigie.crawler;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ssl.SSLContext;

/** A small web site on loopback that remembers what it was asked for, and when. */
final class TestSite implements AutoCloseable {
  /**
   * A request.
   *
   * @param method such as GET
   * @param target path and query
   * @param nanos {@link System#nanoTime} when it came
   * @param headers all that it said
   */
  record Request(String method, String target, long nanos, Headers headers) {
    /** Returns who asked. */
    String userAgent() {
      return headers.getFirst("User-Agent");
    }
  }

  /** Answers one request. */
  @FunctionalInterface
  interface Handler {
    void answer(HttpExchange exchange) throws IOException;
  }

  static {
    // Its answers go out in two parts, of which the second would wait 40 ms for the first's
    // receipt.
    System.setProperty("sun.net.httpserver.nodelay", "true");
  }

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final List<Request> requests = new CopyOnWriteArrayList<>();
  private final Map<String, Handler> handlers = new ConcurrentHashMap<>();
  private final String host;
  private final String scheme;

  TestSite(String host) throws IOException {
    this(host, "http", HttpServer.create(free(), 0));
  }

  private TestSite(String host, String scheme, HttpServer server) {
    this.host = host;
    this.scheme = scheme;
    this.server = server;
    server.setExecutor(threads);
    server.createContext("/", this::dispatch);
    server.start();
  }

  /** Returns a site that shows the certificate of a TLS context. */
  static TestSite secure(String host, SSLContext tls) throws IOException {
    HttpsServer server = HttpsServer.create(free(), 0);
    server.setHttpsConfigurator(new HttpsConfigurator(tls));
    return new TestSite(host, "https", server);
  }

  private static InetSocketAddress free() {
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
  }

  TestSite page(String target, String html) {
    return on(target, exchange -> send(exchange, 200, "text/html; charset=utf-8", html));
  }

  TestSite robots(int status, String text) {
    return on("/robots.txt", exchange -> send(exchange, status, "text/plain", text));
  }

  TestSite redirect(String target, String location) {
    return on(
        target,
        exchange -> {
          exchange.getResponseHeaders().set("Location", field(location));
          send(exchange, 302, "text/html", "");
        });
  }

  /** The server writes a byte per character: this makes them UTF-8. */
  static String field(String text) {
    return new String(text.getBytes(UTF_8), ISO_8859_1);
  }

  TestSite on(String target, Handler handler) {
    handlers.put(target, handler);
    return this;
  }

  URI url(String target) {
    return URI.create(scheme + "://" + host + ":" + server.getAddress().getPort() + target);
  }

  /** Returns all requests but those for robots.txt, in order. */
  List<Request> requests() {
    List<Request> pages = new ArrayList<>(requests);
    pages.removeIf(request -> request.target().equals("/robots.txt"));
    return pages;
  }

  List<Request> allRequests() {
    return new ArrayList<>(requests);
  }

  List<String> targets() {
    return requests().stream().map(Request::target).toList();
  }

  static void send(HttpExchange exchange, int status, String type, String body) throws IOException {
    send(exchange, status, type, body.getBytes(UTF_8));
  }

  static void send(HttpExchange exchange, int status, String type, byte[] body) throws IOException {
    exchange.getResponseHeaders().set("Content-Type", type);
    exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
    if (body.length > 0) {
      exchange.getResponseBody().write(body);
    }
    exchange.close();
  }

  private void dispatch(HttpExchange exchange) throws IOException {
    String target = exchange.getRequestURI().toString();
    requests.add(
        new Request(
            exchange.getRequestMethod(),
            target,
            System.nanoTime(),
            Headers.of(exchange.getRequestHeaders())));
    Handler handler = handlers.get(target);
    if (handler == null) {
      send(exchange, 404, "text/html", "gone");
    } else {
      handler.answer(exchange);
    }
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
