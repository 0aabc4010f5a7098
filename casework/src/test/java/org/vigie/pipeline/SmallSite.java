package org.vigie.pipeline;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** A site on loopback whose pages and pictures a test puts and takes away. */
final class SmallSite implements AutoCloseable {
  private final Map<String, byte[]> answers = new ConcurrentHashMap<>();
  private final HttpServer server;

  SmallSite() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
  }

  private void answer(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    byte[] answer = answers.getOrDefault(path, new byte[0]);
    exchange
        .getResponseHeaders()
        .set(
            "Content-Type",
            path.endsWith(".jpg") || path.startsWith("/media/")
                ? "image/jpeg"
                : "text/html; charset=utf-8");
    exchange.sendResponseHeaders(
        answer.length == 0 ? 404 : 200, answer.length == 0 ? -1 : answer.length);
    exchange.getResponseBody().write(answer);
    exchange.close();
  }

  void put(String path, String page) {
    put(path, page.getBytes(StandardCharsets.UTF_8));
  }

  void put(String path, byte[] answer) {
    answers.put(path, answer);
  }

  void remove(String path) {
    answers.remove(path);
  }

  int port() {
    return server.getAddress().getPort();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
