package org.vigie.world;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * An invented site on loopback, large enough for Java to compile what a crawl does: each page has a
 * menu, an offer in words and numbers, and links to others.
 */
public final class TrainingSite implements AutoCloseable {
  static {
    // As for WorldServer: the second part of an answer would wait for the first's receipt.
    System.setProperty("sun.net.httpserver.nodelay", "true");
  }

  private static final int LINKS = 60;
  private static final int PARAGRAPHS = 12;
  private static final String[] WORDS = {
    "driver",
    "wanted",
    "for",
    "deliveries",
    "in",
    "the",
    "morning",
    "good",
    "pay",
    "own",
    "room",
    "call",
    "after",
    "six",
    "shop",
    "assistant",
    "evening",
    "shifts",
    "no",
    "experience",
    "needed"
  };

  private final HttpServer server;
  private final ExecutorService threads = Executors.newFixedThreadPool(2);
  private final int pages;

  private TrainingSite(HttpServer server, int pages) {
    this.server = server;
    this.pages = pages;
  }

  /** Opens a site at a port that the system chooses. */
  public static TrainingSite open(int pages) throws IOException {
    InetAddress loopback = InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
    TrainingSite site =
        new TrainingSite(HttpServer.create(new InetSocketAddress(loopback, 0), 16), pages);
    site.server.setExecutor(site.threads);
    site.server.createContext("/", site::answer);
    site.server.start();
    return site;
  }

  /** Returns the address of its front page. */
  public URI seed() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      String path = exchange.getRequestURI().getPath();
      boolean robots = path.equals("/robots.txt");
      byte[] body = (robots ? "User-agent: *\nAllow: /\n" : page(path)).getBytes(UTF_8);
      exchange
          .getResponseHeaders()
          .set("Content-Type", robots ? "text/plain" : "text/html; charset=utf-8");
      exchange.sendResponseHeaders(200, body.length);
      exchange.getResponseBody().write(body);
    }
  }

  private String page(String path) {
    int number = path.hashCode();
    StringBuilder html = new StringBuilder(8_000);
    html.append("<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><title>Offer ")
        .append(path)
        .append("</title></head>\n<body><nav><ul>");
    for (int i = 0; i < LINKS; i++) {
      int to = Math.floorMod(number * 31 + i * 7_919, pages);
      html.append("<li class=\"item\"><a href=\"/ad/").append(to).append("?from=list\">");
      html.append(words(to, 3)).append("</a></li>\n");
    }
    html.append("</ul></nav><main><h1>").append(words(number, 4)).append("</h1>\n");
    for (int i = 0; i < PARAGRAPHS; i++) {
      html.append("<p>").append(words(number + i, 30)).append(".</p>\n");
    }
    return html.append(
            String.format(
                Locale.ROOT,
                "<p>+1 555 01%02d, EUR %d</p></main></body></html>\n",
                Math.floorMod(number, 100),
                Math.floorMod(number, 900)))
        .toString();
  }

  private static String words(int from, int count) {
    StringBuilder words = new StringBuilder();
    for (int i = 0; i < count; i++) {
      words.append(i == 0 ? "" : " ").append(WORDS[Math.floorMod(from * 17 + i * i, WORDS.length)]);
    }
    return words.toString();
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdown();
  }
}
