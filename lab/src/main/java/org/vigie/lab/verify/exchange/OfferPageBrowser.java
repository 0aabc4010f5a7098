package org.vigie.lab.verify.exchange;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.SimpleFileServer;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A Chromium that shows the offer checker's page from a web server of this machine. A second page
 * around it fetches texts, has it say what it says of them, and sends the answers back.
 */
final class OfferPageBrowser implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final Duration TO_END = Duration.ofSeconds(10);
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String FAILED = "/check/failed";

  /** The page reads texts once somebody writes, and says so by {@code data-ready}. */
  private static final String AROUND =
      """
      <!doctype html><meta charset="utf-8"><iframe src="/index.html"></iframe>
      <script>
      const frame = document.querySelector('iframe');
      const send = (to, body) => fetch('/check/' + to, {method: 'POST', body: body});
      frame.onload = async () => {
        try {
          const page = frame.contentWindow;
          page.document.dispatchEvent(new page.Event('input'));
          while (page.document.documentElement.dataset.ready !== 'true') {
            await new Promise(done => setTimeout(done, 50));
          }
          for (;;) {
            const asked = await (await fetch('/check/asked')).json();
            await send('said', JSON.stringify(
                asked.map(one => page.advice(one.language, one.text, one.country))));
          }
        } catch (e) {
          await send('failed', String(e));
        }
      };
      </script>
      """;

  private final BlockingQueue<List<Asked>> asked = new LinkedBlockingQueue<>();
  private final BlockingQueue<Said> said = new LinkedBlockingQueue<>();
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final HttpServer server;
  private final Process browser;

  /**
   * What the page is asked.
   *
   * @param language of the answer
   * @param country whose helplines are told
   */
  record Asked(String language, String text, String country) {}

  private record Said(List<String> answers, String failure) {}

  private OfferPageBrowser(HttpServer server, Path chromium, Path work) throws IOException {
    this.server = server;
    server.createContext("/check/", this::handle);
    server.setExecutor(threads);
    server.start();
    this.browser = started(chromium, work, server.getAddress().getPort());
  }

  /** Returns the browser of this machine. */
  static Optional<Path> installed() {
    return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, -1))
        .flatMap(
            folder -> Stream.of("chromium", "chromium-browser").map(name -> Path.of(folder, name)))
        .filter(Files::isExecutable)
        .findFirst();
  }

  /**
   * Starts it.
   *
   * @param page folder of the page
   * @param work where it may write
   */
  static OfferPageBrowser start(Path chromium, Path page, Path work) throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", SimpleFileServer.createFileHandler(page.toRealPath()));
    return new OfferPageBrowser(server, chromium, work);
  }

  private static Process started(Path chromium, Path work, int port) throws IOException {
    List<String> words = new ArrayList<>(List.of(chromium.toString(), "--headless=new"));
    if ("root".equals(System.getProperty("user.name"))) {
      // Chromium refuses to run as root within its sandbox; the page is our own.
      words.add("--no-sandbox");
    }
    words.addAll(
        List.of(
            "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--disable-gpu",
            "--disable-dev-shm-usage",
            "--no-first-run",
            "--user-data-dir=" + work.resolve("profile").toAbsolutePath(),
            "http://127.0.0.1:%d/check/around".formatted(port)));
    return new ProcessBuilder(words)
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  /**
   * Returns what the page says of texts, in their order.
   *
   * @throws IOException if it says nothing in time, or fails
   */
  List<String> advice(List<Asked> texts) throws IOException, InterruptedException {
    asked.add(texts);
    Said answer = said.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    if (answer == null || !answer.failure().isEmpty() || answer.answers().size() != texts.size()) {
      throw new IOException(
          "the page must answer each of %d texts in %ds, but %s"
              .formatted(
                  texts.size(),
                  PATIENCE.toSeconds(),
                  answer == null ? "didn't" : "failed: " + answer.failure()));
    }
    return answer.answers();
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      String path = exchange.getRequestURI().getPath();
      byte[] body = exchange.getRequestBody().readAllBytes();
      switch (path) {
        case "/check/around" -> answer(exchange, "text/html", AROUND);
        case "/check/asked" ->
            answer(exchange, "application/json", JSON.writeValueAsString(asked.take()));
        case FAILED -> {
          said.add(new Said(List.of(), new String(body, UTF_8)));
          answer(exchange, "text/plain", "");
        }
        default -> {
          said.add(new Said(JSON.readValue(body, new TypeReference<List<String>>() {}), ""));
          answer(exchange, "text/plain", "");
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void answer(HttpExchange exchange, String type, String body) throws IOException {
    byte[] bytes = body.getBytes(UTF_8);
    exchange.getResponseHeaders().set("Content-Type", type);
    exchange.sendResponseHeaders(200, bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  /** Ends all of its processes, so that none writes any more. */
  @Override
  public void close() throws IOException {
    List<ProcessHandle> all =
        Stream.concat(browser.descendants(), Stream.of(browser.toHandle())).toList();
    all.forEach(ProcessHandle::destroyForcibly);
    threads.shutdownNow();
    server.stop(0);
    for (ProcessHandle each : all) {
      each.onExit().orTimeout(TO_END.toSeconds(), TimeUnit.SECONDS).exceptionally(e -> each).join();
    }
  }
}
