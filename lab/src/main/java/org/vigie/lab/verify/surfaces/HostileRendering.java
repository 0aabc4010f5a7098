package org.vigie.lab.verify.surfaces;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.vigie.capture.warc.Exchange;
import org.vigie.capture.warc.HeaderLine;
import org.vigie.crawler.fetch.FetchException;
import org.vigie.crawler.fetch.GuardedResolver;
import org.vigie.crawler.fetch.PageClient;
import org.vigie.crawler.render.ChromiumProgram;
import org.vigie.crawler.render.RefusedRequestException;
import org.vigie.crawler.render.RenderException;
import org.vigie.crawler.render.RenderLimits;
import org.vigie.crawler.render.RenderedPage;
import org.vigie.crawler.render.Renderer;

/**
 * Renders pages that try each way out of a browser to each spelling of a forbidden address, over a
 * gate that checks addresses and nothing else, and counts who came where nobody must.
 */
final class HostileRendering implements AutoCloseable {
  private static final String AGENT = "Vigie/0.1 (test)";
  private static final String SITE_ADDRESS = "127.16.7.1";
  private static final Pattern TRIED = Pattern.compile("<html tried=\"([0-9]+)\"");

  private static final RenderLimits LIMITS =
      new RenderLimits(
          Duration.ofSeconds(30), Duration.ofMillis(1_500), 1_500L << 20, 10_000, 1 << 20);

  private final AtomicInteger connections = new AtomicInteger();
  private final AtomicInteger packets = new AtomicInteger();
  private final Map<String, Long> gate = new TreeMap<>();
  private final ServerSocket listener = new ServerSocket();
  private final DatagramSocket ear;
  private final HttpServer site;
  private final PageClient client;

  HostileRendering() throws IOException {
    listener.bind(new InetSocketAddress("::", 0));
    ear = new DatagramSocket(new InetSocketAddress("::", listener.getLocalPort()));
    site = HttpServer.create(new InetSocketAddress(SITE_ADDRESS, 0), 0);
    site.createContext("/away", HostileRendering::sendAway);
    site.start();
    client = new PageClient(AGENT, Duration.ofSeconds(5), 4, resolver(), Clock.systemUTC());
    Thread.ofPlatform().daemon().start(this::listen);
    Thread.ofPlatform().daemon().start(this::hear);
  }

  private static GuardedResolver resolver() {
    return new GuardedResolver(
        Map.of(
            "board.example.org",
            SITE_ADDRESS,
            "changing.example.org",
            SITE_ADDRESS + ";127.200.0.1",
            "inward.example.org",
            "127.200.0.1"),
        true);
  }

  private static void sendAway(HttpExchange exchange) throws IOException {
    exchange.getResponseHeaders().set("Location", exchange.getRequestURI().getQuery());
    exchange.sendResponseHeaders(302, -1);
    exchange.close();
  }

  /** Returns how many connections were opened that nobody may open. */
  int connections() {
    return connections.get();
  }

  /** Returns how many packets came past all connections. */
  int packets() {
    return packets.get();
  }

  /** Returns how many requests the gate refused for their address. */
  long refused() {
    return gate.getOrDefault("address-refused", 0L);
  }

  /** Returns rows of what all pages did. */
  List<String> lines(ChromiumProgram program) throws Exception {
    int tried = 0;
    for (List<String> ways : HostileScripts.pages()) {
      tried += render(program, ways);
    }
    return List.of(
        "| rendering pages that try to get out | count |",
        "|---|---:|",
        "| tries: ways × spellings of forbidden addresses (aim: 600) | %d of %d |"
            .formatted(tried, HostileScripts.tries()),
        "| connections opened past the guard (aim: 0) | %d |".formatted(connections()),
        "| packets sent past it (aim: 0) | %d |".formatted(packets()),
        "| requests that the guard refused | %d |".formatted(refused()));
  }

  /**
   * Renders a page that tries some ways.
   *
   * @return how often it tried
   */
  int render(ChromiumProgram by, List<String> ways)
      throws IOException, RenderException, InterruptedException {
    String script = HostileScripts.of(ways, listener.getLocalPort());
    RenderedPage rendered =
        new Renderer(by, AGENT, LIMITS, Clock.systemUTC()).render(page(script), this::ask);
    rendered.refused().forEach((why, times) -> gate.merge(why, times, Long::sum));
    Matcher tried = TRIED.matcher(new String(rendered.html(), UTF_8));
    return tried.find() ? Integer.parseInt(tried.group(1)) : 0;
  }

  private Exchange page(String script) {
    return new Exchange(
        "http://board.example.org:" + site.getAddress().getPort() + "/",
        "",
        Instant.EPOCH,
        Duration.ZERO,
        new byte[0],
        200,
        "OK",
        List.of(new HeaderLine("Content-Type", "text/html; charset=utf-8")),
        ("<html><body><script>" + script + "</script></body></html>").getBytes(UTF_8),
        false);
  }

  private Exchange ask(String url, long longest) throws RefusedRequestException {
    try {
      return client.get(URI.create(url), 1 << 20, type -> true);
    } catch (FetchException e) {
      throw new RefusedRequestException(e.kind().outcome());
    } catch (IllegalArgumentException e) {
      throw new RefusedRequestException("no-address");
    }
  }

  private void listen() {
    while (!listener.isClosed()) {
      try (Socket met = listener.accept()) {
        // A name that changes its mind keeps its first address, which may be asked.
        if (!met.getLocalAddress().getHostAddress().equals(SITE_ADDRESS)) {
          connections.incrementAndGet();
        }
      } catch (IOException e) {
        continue; // the next caller counts all the same; once it is closed, nobody calls
      }
    }
  }

  private void hear() {
    while (!ear.isClosed()) {
      try {
        ear.receive(new DatagramPacket(new byte[2_000], 2_000));
        packets.incrementAndGet();
      } catch (IOException e) {
        continue; // the next caller counts all the same; once it is closed, nobody calls
      }
    }
  }

  @Override
  public void close() throws IOException {
    listener.close();
    ear.close();
    site.stop(0);
    client.close();
  }
}
