package org.vigie.crawler.render;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.vigie.capture.warc.Exchange;
import org.vigie.capture.warc.HeaderLine;
import org.vigie.crawler.fetch.FetchException;
import org.vigie.crawler.fetch.GuardedResolver;
import org.vigie.crawler.fetch.PageClient;

/**
 * Pages that try each way out of a browser to each spelling of a forbidden address, over a gate
 * that checks addresses and nothing else.
 */
@Timeout(180)
class HostilePageTest {
  private static final String SITE_ADDRESS = "127.16.7.1";

  private static final RenderLimits LIMITS =
      new RenderLimits(
          Duration.ofSeconds(30), Duration.ofMillis(1_500), 1_500L << 20, 10_000, 1 << 20);

  /** Hosts that lead to this machine, or into the network that it stands in. */
  private static final List<String> HOSTS =
      List.of(
          "127.0.0.1",
          "127.1",
          "127.200.0.1",
          "0x7f.0.0.1",
          "0x7f000001",
          "2130706433",
          "017700000001",
          "127.0.0.1.",
          "localhost",
          "localhost.",
          "a.localhost",
          "LOCALHOST",
          "0.0.0.0",
          "0",
          "[::1]",
          "[::]",
          "[::ffff:127.0.0.1]",
          "[::ffff:7f00:1]",
          "[64:ff9b::7f00:1]",
          "user:word@127.0.0.1",
          "①②⑦.0.0.1",
          "127。0。0。1",
          "169.254.169.254",
          "10.0.0.1",
          "[fd00::1]",
          "changing.example.org",
          "inward.example.org");

  /** What a script does with an address, {@code u} in http and {@code h} without a scheme. */
  private static final List<String> WAYS =
      List.of(
          "put('iframe', {src: u})",
          "put('iframe', {srcdoc: '<meta http-equiv=refresh content=\"0;url=' + u + '\">'})",
          "const f = put('iframe', {}); f.contentWindow.location = u",
          "put('object', {data: u})",
          "put('embed', {src: u})",
          "put('img', {src: u})",
          "put('video', {src: u, preload: 'auto'})",
          "put('script', {src: u})",
          "put('script', {src: u, type: 'module'})",
          "import(u).catch(no)",
          "put('link', {rel: 'stylesheet', href: u})",
          "put('link', {rel: 'preload', as: 'fetch', href: u})",
          "put('link', {rel: 'prefetch', href: u})",
          "put('link', {rel: 'modulepreload', href: u})",
          "put('link', {rel: 'preconnect', href: u})",
          "put('link', {rel: 'dns-prefetch', href: u})",
          "put('link', {rel: 'icon', href: u})",
          "put('link', {rel: 'manifest', href: u})",
          "put('style', {textContent: '@import \"' + u + '\";'})",
          "put('style', {textContent: 'body { background: url(' + u + ') }'})",
          "put('style', {textContent: '@font-face { font-family: f; src: url(' + u + ') }"
              + " body { font-family: f }'})",
          "fetch(u, {mode: 'no-cors'}).catch(no)",
          "fetch(u, {method: 'POST', body: 'x', mode: 'no-cors', keepalive: true}).catch(no)",
          "const x = new XMLHttpRequest(); x.open('GET', u); x.send()",
          "new EventSource(u)",
          "new WebSocket('ws://' + h)",
          "new WebTransport('https://' + h)",
          "navigator.sendBeacon(u, 'x')",
          "open(u)",
          "const l = put('a', {href: u, download: 'x'}); l.click()",
          "const m = put('form', {action: u, method: 'post', target: '_blank'}); m.submit()",
          "fetch('/away?' + encodeURIComponent(u)).catch(no)",
          "put('script', {src: '/away?' + encodeURIComponent(u)})",
          "work(`importScripts('${u}')`)",
          "work(`fetch('${u}', {mode: 'no-cors'})`)",
          "work(`new WebSocket('ws://${h}')`)",
          "new SharedWorker(URL.createObjectURL(new Blob([`fetch('${u}')`])))",
          "navigator.serviceWorker.register('/service.js?' + encodeURIComponent(u)).catch(no)",
          "call('stun:' + h.split('/')[0])",
          "call('turn:' + h.split('/')[0] + '?transport=tcp')",
          "const s = put('script', {type: 'speculationrules', textContent:"
              + " JSON.stringify({prefetch: [{source: 'list', urls: [u]}],"
              + " prerender: [{source: 'list', urls: [u]}]})})");

  private static final String TOOLS =
      """
      const no = () => {};
      const put = (name, fields) => {
        const element = Object.assign(document.createElement(name), fields);
        document.body.append(element);
        return element;
      };
      const work = code => new Worker(URL.createObjectURL(new Blob([code])));
      const call = server => {
        const link = new RTCPeerConnection({iceServers: [
          {urls: server, username: 'u', credential: 'c'}]});
        link.createDataChannel('x');
        link.createOffer().then(offer => link.setLocalDescription(offer)).catch(no);
      };
      let tried = 0;
      """;

  private final AtomicInteger connections = new AtomicInteger();
  private final AtomicInteger packets = new AtomicInteger();
  private final Map<String, Integer> gate = new TreeMap<>();
  private ChromiumProgram program;
  private ServerSocket listener;
  private DatagramSocket ear;
  private HttpServer site;
  private PageClient client;

  @BeforeEach
  void open() throws IOException {
    program = TestBrowser.installed();
    listener = new ServerSocket();
    listener.bind(new InetSocketAddress("::", 0));
    ear = new DatagramSocket(new InetSocketAddress("::", listener.getLocalPort()));
    Thread.ofPlatform().daemon().start(this::listen);
    Thread.ofPlatform().daemon().start(this::hear);
    site = HttpServer.create(new InetSocketAddress(SITE_ADDRESS, 0), 0);
    site.createContext(
        "/away",
        exchange -> {
          exchange.getResponseHeaders().set("Location", exchange.getRequestURI().getQuery());
          exchange.sendResponseHeaders(302, -1);
          exchange.close();
        });
    site.start();
    GuardedResolver resolver =
        new GuardedResolver(
            Map.of(
                "board.example.org",
                SITE_ADDRESS,
                "changing.example.org",
                SITE_ADDRESS + ";127.200.0.1",
                "inward.example.org",
                "127.200.0.1"),
            true);
    client =
        new PageClient("Vigie/0.1 (test)", Duration.ofSeconds(5), 4, resolver, Clock.systemUTC());
  }

  @AfterEach
  void close() throws IOException {
    if (listener == null) {
      return; // there is no browser to test
    }
    listener.close();
    ear.close();
    site.stop(0);
    client.close();
  }

  @Test
  void opensNoConnectionPastTheGuard() throws Exception {
    int tried = 0;
    for (List<String> ways : pages()) {
      tried += render(program, ways);
    }

    assertThat(tried).isEqualTo(HOSTS.size() * WAYS.size()).isGreaterThan(600);
    assertThat(connections).hasValue(0);
    assertThat(packets).hasValue(0);
    assertThat(gate.get("address-refused")).isGreaterThan(100);
  }

  /** What a browser's own switches, and its gate, leave open: the test above is no idle one. */
  @Test
  void wouldMeetTheCallsOfABrowserThatHasANetwork() throws Exception {
    List<String> calls = WAYS.stream().filter(way -> way.startsWith("call(")).toList();

    render(program.with(ChromiumProgram.Isolation.SWITCHES), calls);

    assertThat(packets.get()).isPositive();
  }

  private static List<List<String>> pages() {
    int each = (WAYS.size() + 3) / 4;
    List<List<String>> pages = new ArrayList<>();
    for (int from = 0; from < WAYS.size(); from += each) {
      pages.add(WAYS.subList(from, Math.min(WAYS.size(), from + each)));
    }
    return pages;
  }

  /** Returns how many tries the page made. */
  private int render(ChromiumProgram by, List<String> ways) throws Exception {
    StringBuilder script = new StringBuilder(TOOLS);
    for (String host : HOSTS) {
      for (String way : ways) {
        script.append(
            "try { const h = '%s:%d/x', u = 'http://' + h; %s; } catch (e) {} tried++;\n"
                .formatted(host, listener.getLocalPort(), way));
      }
    }
    script.append("document.documentElement.setAttribute('tried', tried);");
    String url = "http://board.example.org:" + site.getAddress().getPort() + "/";
    Exchange page =
        new Exchange(
            url,
            "",
            Instant.EPOCH,
            Duration.ZERO,
            new byte[0],
            200,
            "OK",
            List.of(new HeaderLine("Content-Type", "text/html; charset=utf-8")),
            ("<html><body><script>" + script + "</script></body></html>").getBytes(UTF_8),
            false);
    RenderedPage rendered =
        new Renderer(by, "Vigie/0.1 (test)", LIMITS, Clock.systemUTC()).render(page, this::ask);
    rendered
        .refused()
        .forEach((why, times) -> gate.merge(why, Math.toIntExact(times), Integer::sum));
    Matcher tried =
        Pattern.compile("<html tried=\"([0-9]+)\"").matcher(new String(rendered.html(), UTF_8));
    return tried.find() ? Integer.parseInt(tried.group(1)) : 0;
  }

  private Exchange ask(String url, long longest) throws RefusedRequestException {
    try {
      return client.get(URI.create(url), 1 << 20, type -> true);
    } catch (FetchException e) {
      throw new RefusedRequestException(e.kind().label());
    } catch (IllegalArgumentException e) {
      throw new RefusedRequestException("no-address");
    }
  }

  private void listen() {
    while (true) {
      try (Socket met = listener.accept()) {
        // A name that changes its mind keeps its first address, which may be asked.
        if (!met.getLocalAddress().getHostAddress().equals(SITE_ADDRESS)) {
          connections.incrementAndGet();
        }
      } catch (SocketException e) {
        return; // it is closed
      } catch (IOException e) {
        throw new AssertionError(e);
      }
    }
  }

  private void hear() {
    while (true) {
      try {
        ear.receive(new DatagramPacket(new byte[2_000], 2_000));
        packets.incrementAndGet();
      } catch (SocketException e) {
        return; // it is closed
      } catch (IOException e) {
        throw new AssertionError(e);
      }
    }
  }
}
