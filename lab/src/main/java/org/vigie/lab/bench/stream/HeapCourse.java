package org.vigie.lab.bench.stream;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.vigie.lab.bench.stream.HeapQuarters.Sample;
import org.vigie.lab.page.BenchmarkPage;
import org.vigie.pipeline.standalone.FreePort;

/**
 * The heap after collection in the course of one {@code ./vigie run} with its state in RocksDB.
 *
 * <p>The run is a process of its own, as a person starts it. At each sixtieth of the adverts the
 * heap is collected in full (jcmd's {@code GC.run}), and what Java's own log says is left is taken.
 *
 * <p>Arguments: an empty folder, the number of adverts, the page to write or nothing. To be started
 * in the folder of the repository.
 */
public final class HeapCourse {
  private static final String HEAP = "2g";
  private static final int SAMPLES = 60;
  private static final long SEED = 1;
  private static final Duration POLL = Duration.ofMillis(200);
  private static final Pattern ADVERTS =
      Pattern.compile("(?m)^\\w+_vigie_adverts_total\\{[^}]*} ([0-9.E]+)$");
  private static final Pattern COLLECTED =
      Pattern.compile("Pause Full \\(Diagnostic Command\\) \\d+M->(\\d+)M");

  private final Path folder;
  private final int adverts;
  private final int port;
  private final HttpClient client = HttpClient.newHttpClient();

  private HeapCourse(Path folder, int adverts) throws IOException {
    this.folder = folder;
    this.adverts = adverts;
    port = FreePort.find();
  }

  public static void main(String[] args) throws IOException, InterruptedException {
    int adverts = Integer.parseInt(args[1]);
    HeapCourse course = new HeapCourse(Path.of(args[0]), adverts);
    long start = System.nanoTime();
    HeapQuarters quarters = new HeapQuarters(adverts, course.run());
    List<String> lines =
        new ArrayList<>(
            List.of(
                String.format(
                    Locale.ROOT,
                    "`lab/bench/heap %d`: `./vigie run` over %,d invented adverts with `-Xmx%s`, `run.state-backend: rocksdb`,"
                        + " read in %d s; heap after a full collection, %d times. %s",
                    adverts,
                    adverts,
                    HEAP,
                    Duration.ofNanos(System.nanoTime() - start).toSeconds(),
                    quarters.samples().size(),
                    BenchmarkPage.environment()),
                ""));
    lines.addAll(BenchmarkPage.table(quarters.rows()));
    lines.add("");
    lines.add(quarters.verdict());
    lines.forEach(System.out::println);
    if (args.length > 2) {
      new BenchmarkPage(Path.of(args[2])).put("Heap over a long run", lines);
    }
  }

  private List<Sample> run() throws IOException, InterruptedException {
    Path workspace = folder.resolve("workspace");
    Path input = StreamInputs.text(folder.resolve("adverts.jsonl"), SEED, adverts, 0);
    requireWell(vigie(workspace, "init", "--trial"));
    Files.writeString(workspace.resolve("vigie.yaml"), "run: {state-backend: rocksdb}\n");
    Process run =
        vigie(
            workspace,
            "run",
            "--quiet",
            "--input",
            input.toString(),
            "--metrics-port",
            Integer.toString(port));
    try {
      List<Sample> samples = follow(run);
      requireWell(run);
      return samples;
    } finally {
      run.destroyForcibly().waitFor(1, TimeUnit.MINUTES);
    }
  }

  private List<Sample> follow(Process run) throws IOException, InterruptedException {
    List<Sample> samples = new ArrayList<>();
    while (run.isAlive()) {
      OptionalLong read = advertsRead();
      long next = (long) adverts * (samples.size() + 1) / SAMPLES;
      if (read.isPresent() && read.getAsLong() >= next) {
        collect(run).ifPresent(left -> samples.add(new Sample(read.getAsLong(), left)));
      }
      run.waitFor(POLL.toMillis(), TimeUnit.MILLISECONDS);
    }
    return samples;
  }

  /** Returns the MiB that are left after a full collection, or nothing where the run has ended. */
  private OptionalLong collect(Process run) throws IOException, InterruptedException {
    Path jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd");
    Process collect =
        new ProcessBuilder(jcmd.toString(), Long.toString(run.pid()), "GC.run")
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("jcmd.txt").toFile())
            .start();
    collect.waitFor();
    Matcher matcher = COLLECTED.matcher(Files.readString(folder.resolve("gc.log")));
    OptionalLong last = OptionalLong.empty();
    while (matcher.find()) {
      last = OptionalLong.of(Long.parseLong(matcher.group(1)));
    }
    return last;
  }

  /** Returns how many adverts the run says it has read, or nothing if it doesn't answer. */
  private OptionalLong advertsRead() throws InterruptedException {
    try {
      HttpRequest request =
          HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/metrics")).build();
      String page =
          client.send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8)).body();
      Matcher matcher = ADVERTS.matcher(page);
      double sum = 0;
      while (matcher.find()) {
        sum += Double.parseDouble(matcher.group(1));
      }
      return OptionalLong.of((long) sum);
    } catch (IOException e) {
      return OptionalLong.empty(); // it has not started to listen, or has ended
    }
  }

  private Process vigie(Path workspace, String... words) throws IOException {
    List<String> command = new ArrayList<>(List.of(Path.of("vigie").toAbsolutePath().toString()));
    command.addAll(List.of(words));
    command.addAll(List.of("--workspace", workspace.toString()));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder
        .environment()
        .put(
            "VIGIE_JAVA_OPTS",
            "-Xmx" + HEAP + " -Xlog:gc:file=" + folder.resolve("gc.log") + ":uptime");
    return builder
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(output().toFile()))
        .start();
  }

  private void requireWell(Process process) throws IOException, InterruptedException {
    if (process.waitFor() != 0) {
      throw new IOException(
          "a command must end well, but ended with %d; it said: %s"
              .formatted(process.exitValue(), Files.readString(output())));
    }
  }

  private Path output() {
    return folder.resolve("output.txt");
  }
}
