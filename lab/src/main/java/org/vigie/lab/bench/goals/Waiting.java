package org.vigie.lab.bench.goals;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.vigie.lab.bench.crawl.ProcessUse;

/**
 * What it costs to wait: CPU of a run with nothing to do, and time until the first page is there.
 */
final class Waiting {
  private static final double MOST_PERCENT = 1;
  private static final double MOST_SECONDS = 2;
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final Pattern ADDRESS = Pattern.compile("https?://127\\.0\\.0\\.1:\\d+");

  private final Programs programs;
  private final MachineSpeed calibration;

  Waiting(Programs programs, MachineSpeed calibration) {
    this.programs = programs;
    this.calibration = calibration;
  }

  /**
   * Looks at a run that watches a folder into which nothing comes.
   *
   * @param one what it has read before
   * @param seconds for which it is looked at, after as long again
   */
  void measureIdle(Texts one, int seconds, Findings findings)
      throws IOException, InterruptedException {
    Path inputs = Files.createDirectories(programs.folder().resolve("watched"));
    one.write(inputs.resolve("one.jsonl"));
    String workspace = programs.workspace().toString();
    Process run =
        start("run", "--watch", "--quiet", "--input", inputs.toString(), "--workspace", workspace);
    try {
      TimeUnit.SECONDS.sleep(seconds);
      long before = cpuMillis(run);
      TimeUnit.SECONDS.sleep(seconds);
      double percent = calibration.of((cpuMillis(run) - before) / 10.0 / seconds);
      findings.add(
          new Goal(
              "A",
              String.format(Locale.ROOT, "idle `run --watch` ≤ %.0f %% of a core", MOST_PERCENT),
              "",
              String.format(Locale.ROOT, "%.1f", percent),
              GoalOutcome.atMost(percent, MOST_PERCENT)));
    } finally {
      end(run);
    }
  }

  /** Waits for the first page several times. */
  void measureFirstPage(Path workspace, int rounds, Findings findings)
      throws IOException, InterruptedException {
    double[] seconds = new double[rounds];
    for (int round = 0; round < rounds; round++) {
      seconds[round] = firstPage(workspace);
    }
    double median = calibration.of(Ratio.median(seconds));
    findings.add(
        new Goal(
            "A",
            String.format(Locale.ROOT, "`serve` to first page ≤ %.0f s", MOST_SECONDS),
            String.format(Locale.ROOT, "%.2f", median),
            "",
            GoalOutcome.atMost(median, MOST_SECONDS)));
  }

  private double firstPage(Path workspace) throws IOException, InterruptedException {
    long begin = System.nanoTime();
    Process serve = start("serve", "--port", "0", "--workspace", workspace.toString());
    try (HttpClient client =
        HttpClient.newBuilder().followRedirects(HttpClient.Redirect.ALWAYS).build()) {
      URI page = URI.create(address(serve, begin) + "/");
      HttpRequest request = HttpRequest.newBuilder(page).timeout(PATIENCE).build();
      HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
      double seconds = (System.nanoTime() - begin) / 1e9;
      requireSignIn(answer.statusCode(), answer.body());
      return seconds;
    } finally {
      end(serve);
    }
  }

  /** The first page that anybody sees asks for a password. */
  static void requireSignIn(int status, String page) throws IOException {
    if (status != 200 || !page.contains("type=\"password\"")) {
      throw new IOException(
          "the first page must be the whole page to sign in on, but had status %d and %,d characters"
              .formatted(status, page.length()));
    }
  }

  private String address(Process serve, long begin) throws IOException, InterruptedException {
    while (serve.isAlive() && System.nanoTime() - begin < PATIENCE.toNanos()) {
      Matcher address = ADDRESS.matcher(Files.readString(log()));
      if (address.find()) {
        return address.group();
      }
      TimeUnit.MILLISECONDS.sleep(5);
    }
    throw new IOException("serve must name its address, but said: " + Files.readString(log()));
  }

  private Process start(String... words) throws IOException {
    List<String> command = programs.command(words);
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(log().toFile())
        .start();
  }

  private Path log() {
    return programs.folder().resolve("waiting.txt");
  }

  private long cpuMillis(Process process) throws IOException {
    return ProcessUse.of(process.pid())
        .orElseThrow(() -> new IOException("a run that waits must go on, but ended; see " + log()))
        .cpuMillis();
  }

  private static void end(Process process) throws InterruptedException {
    process.destroy();
    if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
      process.destroyForcibly().waitFor();
    }
  }
}
