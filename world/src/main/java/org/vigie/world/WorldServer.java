package org.vigie.world;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;

/** A world served over HTTP on loopback: each site is a port of its own that the system chooses. */
public final class WorldServer implements AutoCloseable {
  static {
    // Its answers go out in two parts, of which the second would wait 40 ms for the first's
    // receipt.
    System.setProperty("sun.net.httpserver.nodelay", "true");
  }

  private static final int BACKLOG = 256;

  private final World world;
  private final Map<String, ServedSite> others = new LinkedHashMap<>();
  private final Map<String, HttpServer> servers = new LinkedHashMap<>();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final AtomicLong requests = new AtomicLong();
  private final AtomicLong disallowedRequests = new AtomicLong();

  private WorldServer(World world, List<ServedSite> beside) {
    this.world = world;
    beside.forEach(site -> others.put(site.hostName(), site));
  }

  /**
   * Starts to serve a world; it is closed again if one of its sites can't be opened.
   *
   * @param beside sites that are served beside those of the world, each on a port of its own
   */
  public static WorldServer start(World world, ServedSite... beside) throws IOException {
    WorldServer server = new WorldServer(world, List.of(beside));
    try {
      for (Host host : Host.values()) {
        server.open(host.hostName());
      }
      for (String host : server.others.keySet()) {
        server.open(host);
      }
    } catch (IOException e) {
      server.close();
      throw e;
    }
    return server;
  }

  private void open(String host) throws IOException {
    InetAddress loopback = InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
    HttpServer server = HttpServer.create(new InetSocketAddress(loopback, 0), BACKLOG);
    servers.put(host, server);
    server.setExecutor(threads);
    server.createContext("/", exchange -> answer(host, exchange));
    server.start();
  }

  /** Returns the pages to start a crawl from: the home page of each site. */
  public List<URI> seeds() {
    return servers.keySet().stream().map(host -> URI.create(origin(host) + "/")).toList();
  }

  /** Returns host name → loopback address, to stand in for DNS. */
  public Map<String, String> hosts() {
    Map<String, String> hosts = new LinkedHashMap<>();
    for (String host : servers.keySet()) {
      hosts.put(host, "127.0.0.1");
    }
    return hosts;
  }

  /** Returns how many requests were answered, those for robots.txt included. */
  public long requests() {
    return requests.get();
  }

  /** Returns how many requests were made for paths that robots.txt forbids. */
  public long disallowedRequests() {
    return disallowedRequests.get();
  }

  private String origin(String host) {
    HttpServer server = servers.get(host);
    if (server == null) {
      throw new IllegalStateException("site must be open: " + host);
    }
    return "http://" + host + ":" + server.getAddress().getPort();
  }

  private void answer(String host, HttpExchange exchange) throws IOException {
    try (exchange) {
      requests.incrementAndGet();
      URI uri = exchange.getRequestURI();
      String path = uri.getRawPath() == null ? "/" : uri.getRawPath();
      if (path.startsWith(SiteFrame.DISALLOWED)) {
        disallowedRequests.incrementAndGet();
      }
      String method = exchange.getRequestMethod();
      if (!method.equals("GET") && !method.equals("HEAD")) {
        exchange.getResponseHeaders().set("Allow", "GET, HEAD");
        send(exchange, 405, ServedPage.text("Only GET and HEAD are answered here.\n"));
        return;
      }
      String target = uri.getRawQuery() == null ? path : path + "?" + uri.getRawQuery();
      ServedSite other = others.get(host);
      Optional<ServedPage> page =
          other == null ? world.findPage(host, target, origin(host)) : other.findPage(target);
      if (page.isPresent()) {
        send(exchange, 200, page.get());
      } else {
        send(exchange, 404, ServedPage.html(NOT_FOUND));
      }
    }
  }

  private static final String NOT_FOUND =
      """
      <!DOCTYPE html>
      <html lang="en">
      <head><meta charset="utf-8"><title>Not found</title></head>
      <body><h1>Not found</h1></body>
      </html>
      """;

  private static void send(HttpExchange exchange, int status, ServedPage page) throws IOException {
    byte[] body = page.body().getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", page.contentType());
    boolean headOnly = exchange.getRequestMethod().equals("HEAD");
    if (headOnly) {
      exchange.getResponseHeaders().set("Content-Length", String.valueOf(body.length));
    }
    exchange.sendResponseHeaders(status, headOnly ? -1 : body.length);
    if (!headOnly) {
      exchange.getResponseBody().write(body);
    }
  }

  @Override
  public void close() {
    servers.values().forEach(server -> server.stop(0));
    threads.close();
  }
}
