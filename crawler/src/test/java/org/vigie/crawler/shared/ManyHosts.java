package org.vigie.crawler.shared;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;

/**
 * Web sites on loopback, each host with an address of its own, that remember who asked for what.
 *
 * <p>The first half of a host's pages is a tree below its front page; each page of the second half
 * is linked from one page of another host alone: a link that is lost on its way to another process
 * loses the page.
 */
final class ManyHosts implements AutoCloseable {
  /** What one host asks for in its robots.txt. */
  static final int SLOW_DELAY_MILLIS = 700;

  private static final int SLOW_HOST = 3;

  private static final int STRIDE = 13;

  /**
   * A request.
   *
   * @param host who was asked
   * @param path for what
   * @param process who asked, as its User-Agent says
   * @param begunNanos when it came, by {@link System#nanoTime}
   * @param answeredNanos when its answer began to be written: later, the client may be ahead
   */
  record Request(String host, String path, String process, long begunNanos, long answeredNanos) {
    boolean isPage() {
      return !path.equals("/robots.txt");
    }

    String url() {
      return host + path;
    }
  }

  private final int pages;
  private final List<HttpServer> servers = new ArrayList<>();
  private final ConcurrentLinkedQueue<Request> requests = new ConcurrentLinkedQueue<>();
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final int port;
  private volatile Duration slowness = Duration.ZERO;

  ManyHosts(int hosts, int pages) throws IOException {
    this.pages = pages;
    HttpServer first = server(0, 0);
    port = first.getAddress().getPort();
    servers.add(first);
    for (int host = 1; host < hosts; host++) {
      servers.add(server(host, port));
    }
    servers.forEach(HttpServer::start);
  }

  private HttpServer server(int host, int at) throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getByName(address(host)), at), 0);
    server.setExecutor(threads);
    server.createContext("/", exchange -> answer(host, exchange));
    return server;
  }

  static String name(int host) {
    return "h" + host + ".example.org";
  }

  static String address(int host) {
    return "127.16.7." + (host + 1);
  }

  static Map<String, String> addresses(int hosts) {
    Map<String, String> addresses = new TreeMap<>();
    for (int host = 0; host < hosts; host++) {
      addresses.put(name(host), address(host));
    }
    return addresses;
  }

  /** Returns whether a host asks in its robots.txt for {@link #SLOW_DELAY_MILLIS}. */
  static boolean isSlow(String host) {
    return host.equals(name(SLOW_HOST));
  }

  /** Returns the addresses of all front pages. */
  List<String> seeds() {
    List<String> seeds = new ArrayList<>();
    for (int host = 0; host < servers.size(); host++) {
      seeds.add(url(host, 0));
    }
    return seeds;
  }

  /** Returns host and path of all pages. */
  TreeSet<String> all() {
    TreeSet<String> all = new TreeSet<>();
    for (int host = 0; host < servers.size(); host++) {
      for (int page = 0; page < pages; page++) {
        all.add(name(host) + path(page));
      }
    }
    return all;
  }

  /** Lets each page take so long from now on: a crawl that would be over too soon goes on. */
  void takeForEachPage(Duration slowness) {
    this.slowness = slowness;
  }

  List<Request> requests() {
    return new ArrayList<>(requests);
  }

  private String url(int host, int page) {
    return "http://" + name(host % servers.size()) + ":" + port + path(page);
  }

  private static String path(int page) {
    return "/p" + page;
  }

  private void answer(int host, HttpExchange exchange) throws IOException {
    long begun = System.nanoTime();
    String path = exchange.getRequestURI().getPath();
    String process = exchange.getRequestHeaders().getFirst("User-Agent");
    boolean robots = path.equals("/robots.txt");
    String text = robots ? robots(host) : page(host, Integer.parseInt(path.substring(2)));
    if (!robots) {
      LockSupport.parkNanos(slowness.toNanos());
    }
    requests.add(new Request(name(host), path, process, begun, System.nanoTime()));
    send(exchange, robots ? "text/plain" : "text/html", text);
  }

  private static String robots(int host) {
    String delay = host == SLOW_HOST ? "Crawl-delay: " + SLOW_DELAY_MILLIS / 1_000.0 + "\n" : "";
    return "User-agent: *\n" + delay + "Allow: /\n";
  }

  private String page(int host, int page) {
    StringBuilder html = new StringBuilder("<!doctype html><title>page</title>");
    int tree = pages / 2;
    if (page < tree) {
      for (int child = 2 * page + 1; child <= 2 * page + 2 && child < tree; child++) {
        link(html, host, child);
      }
      link(html, host + STRIDE, tree + page);
      // Known ones, of this and of other hosts.
      link(html, host, 0);
      link(html, host + 1, 0);
    }
    return html.toString();
  }

  private void link(StringBuilder html, int host, int page) {
    html.append("<a href='").append(url(host, page)).append("'>page</a>");
  }

  private static void send(HttpExchange exchange, String type, String text) throws IOException {
    byte[] body = text.getBytes(UTF_8);
    exchange.getResponseHeaders().set("Content-Type", type);
    exchange.sendResponseHeaders(200, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  @Override
  public void close() {
    servers.forEach(server -> server.stop(0));
    threads.shutdownNow();
  }
}
