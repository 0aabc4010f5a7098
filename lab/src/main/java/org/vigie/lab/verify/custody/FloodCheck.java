package org.vigie.lab.verify.custody;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.vigie.casework.people.Role;
import org.vigie.lab.load.ConsoleVisitor;
import org.vigie.lab.load.LoadedConsole;
import org.vigie.lab.verify.Check;
import org.vigie.lab.verify.Effort;
import org.vigie.lab.verify.Tally;
import org.vigie.pipeline.workspace.Workspace;

/** A page comes soon while strangers sign in all at once and hold sockets open. */
final class FloodCheck implements Check {
  private static final int SIGN_INS = 120;
  private static final int SOCKETS = 400;
  private static final int PAGES = 100;
  private static final int MOST_RUNS = 10;
  private static final long MOST_MILLIS = 1_000;

  @Override
  public String name() {
    return "flood";
  }

  @Override
  public String promise() {
    return "Amid 120 sign-ins at once and 400 slow sockets a page comes within 1 s (p99)";
  }

  @Override
  public Tally run(Effort effort, Path folder, Watcher watcher) throws Exception {
    Tally tally = new Tally();
    List<Long> took = new ArrayList<>();
    int runs = Math.min(effort.runs(), MOST_RUNS);
    try (LoadedConsole console = LoadedConsole.start(new Workspace(folder), 100)) {
      console.add("admin", Role.ADMIN);
      ConsoleVisitor admin = console.signedIn("admin");
      admin.get("/accounts");
      for (int run = 0; run < runs; run++) {
        watcher.at(run, runs);
        flood(console, admin, took, tally);
      }
    }
    tally.count("floods", runs);
    took.sort(null);
    long p99 = took.get(took.size() * 99 / 100 - 1);
    tally.count("pages", took.size());
    tally.count("median ms", took.get(took.size() / 2));
    tally.count("p99 ms", p99);
    tally.require(p99 < MOST_MILLIS, "p99 must be under %d ms, but was %d", MOST_MILLIS, p99);
    return tally;
  }

  private static void flood(
      LoadedConsole console, ConsoleVisitor admin, List<Long> took, Tally tally) throws Exception {
    List<Socket> slow = new ArrayList<>();
    try (HttpClient client = HttpClient.newHttpClient()) {
      for (int i = 0; i < SOCKETS; i++) {
        slow.add(slowForm(console.port()));
      }
      List<CompletableFuture<HttpResponse<String>>> signIns = new ArrayList<>();
      for (int i = 0; i < SIGN_INS; i++) {
        signIns.add(
            client.sendAsync(signIn(console.port(), i), HttpResponse.BodyHandlers.ofString()));
      }
      for (int i = 0; i < PAGES; i++) {
        long start = System.nanoTime();
        int status = admin.get("/accounts").statusCode();
        took.add(Duration.ofNanos(System.nanoTime() - start).toMillis());
        tally.require(status == 200, "a page must be shown, but the answer was %d", status);
      }
      for (CompletableFuture<HttpResponse<String>> one : signIns) {
        tally.count(one.join().statusCode() == 503 ? "sent away" : "refused", 1);
      }
    } finally {
      for (Socket socket : slow) {
        socket.close();
      }
    }
  }

  /** Names of nobody, each from an address of its own, so that none has to wait. */
  private static HttpRequest signIn(int port, int number) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:%d/sign-in".formatted(port)))
        .header("Content-Type", "application/x-www-form-urlencoded")
        .header("X-Forwarded-For", "192.0.2." + number)
        .POST(
            HttpRequest.BodyPublishers.ofString(
                "name=guess-%d&password=a+guess+of+some+length&code=123456".formatted(number)))
        .build();
  }

  /** A form of which a few bytes come, and then nothing. */
  private static Socket slowForm(int port) throws IOException {
    Socket socket = new Socket("127.0.0.1", port);
    String head =
        "POST /sign-in HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 400\r\n\r\nname=a";
    socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
    socket.getOutputStream().flush();
    return socket;
  }
}
