package org.vigie.lab.verify.exchange;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The offer checker as a process of its own, in a folder of its own, which may be watched. */
final class OfferCheckerTrial implements AutoCloseable {
  private static final Duration LONGEST = Duration.ofMinutes(3);
  private static final Pattern SAID = Pattern.compile("The offer checker is at (http://\\S+) ");
  private static final long POLL_NANOS = 100_000_000;

  private final Process process;
  private final URI address;

  /**
   * Starts it.
   *
   * @param home of Vigie
   * @param work an empty folder
   * @param output the file of what it says
   * @param watcher the program, with its options, that watches it; may be empty
   */
  OfferCheckerTrial(Path home, Path work, Path output, List<String> watcher) throws IOException {
    Path temporary = Files.createDirectory(work.resolve("tmp"));
    List<String> checker =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx1g",
            "-XX:+UseSerialGC",
            "-XX:-UsePerfData",
            "-Djava.io.tmpdir=" + temporary,
            "-Dvigie.home=" + home,
            "-cp",
            System.getProperty("java.class.path"),
            "org.vigie.cli.Vigie",
            "serve",
            "--offer-checker",
            "--port",
            "0");
    process =
        new ProcessBuilder(Stream.concat(watcher.stream(), checker.stream()).toList())
            .directory(work.toFile())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    address = address(process, output);
  }

  static boolean isInstalled(String program) {
    return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, -1))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
  }

  private static URI address(Process process, Path output) throws IOException {
    for (Instant end = Instant.now().plus(LONGEST); Instant.now().isBefore(end); ) {
      Matcher said = SAID.matcher(Files.readString(output));
      if (said.find()) {
        return URI.create(said.group(1) + "/");
      }
      if (!process.isAlive()) {
        break;
      }
      LockSupport.parkNanos(POLL_NANOS);
    }
    process.destroyForcibly();
    throw new IOException("the offer checker must start, but said: " + Files.readString(output));
  }

  /**
   * Sends it a form.
   *
   * @param query behind the address; may be empty
   */
  String post(String query, String body) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(address + query))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(body))
            .build();
    return HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).body();
  }

  /** Writes all objects that are still in use, after unused ones were collected; if it can. */
  boolean dumpHeap(Path file) throws IOException, InterruptedException {
    Path jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd");
    if (!Files.isExecutable(jcmd)) {
      return false;
    }
    Process dump =
        new ProcessBuilder(
                jcmd.toString(), Long.toString(process.pid()), "GC.heap_dump", file.toString())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    return dump.waitFor(LONGEST.toSeconds(), TimeUnit.SECONDS) && Files.size(file) > 0;
  }

  /** Ends it in an orderly way. */
  @Override
  public void close() throws IOException {
    process.descendants().forEach(ProcessHandle::destroy);
    process.destroy();
    try {
      if (!process.waitFor(1, TimeUnit.MINUTES)) {
        process.destroyForcibly();
        throw new IOException("the offer checker must end within a minute, but didn't");
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
