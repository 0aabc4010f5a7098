package org.vigie.cli.command.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.casework.Readme;
import org.vigie.casework.environment.Here;

/** The offer checker as a process of its own, in a folder of its own. */
class OfferCheckerTest {
  private static final String MARKER = "Quibblewickstadt";
  private static final Duration LONGEST = Duration.ofMinutes(3);

  @TempDir Path folder;

  @Test
  void leavesNothingOfATextInFilesInItsOutputOrInItsHeap() throws Exception {
    Path work = Files.createDirectory(folder.resolve("work"));
    Path output = folder.resolve("output.txt");
    Process process = start(work, output, List.of());
    try {
      URI address = address(process, output);
      String text =
          "We need a waitress in " + MARKER + ". Your passport will be kept by the manager.";
      assertThat(post(address, "text=" + text.replace(' ', '+') + "&lang=en"))
          .contains("Your passport will be kept by the manager.");
      // Neither what fails nor what is refused leaves a trace.
      post(address, "text=" + MARKER + "%zz&lang=" + MARKER + "&country=" + MARKER);
      post(address, "text=" + (MARKER + "+").repeat(20_000));
      post(URI.create(address + "?lang=xx"), MARKER);
      dumpHeap(process, folder.resolve("heap.hprof"));
    } finally {
      process.destroy();
      assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
    }

    assertThat(Files.readString(output)).contains("The offer checker is at").doesNotContain(MARKER);
    assertThat(holding(folder)).isEmpty();
    try (Stream<Path> left = Files.list(work)) {
      assertThat(left.filter(path -> !path.endsWith("tmp"))).isEmpty();
    }
  }

  /** Sockets aside, no system call may write the text, and none may call another host. */
  @Test
  void writesATextToNothingButItsConnection() throws Exception {
    assumeTrue(isInstalled("strace"), "strace must be installed to see system calls");
    Path work = Files.createDirectory(folder.resolve("work"));
    Path output = folder.resolve("output.txt");
    Path trace = folder.resolve("trace.txt");
    Process process =
        start(
            work,
            output,
            List.of(
                "strace",
                "--seccomp-bpf",
                "-f",
                "-yy",
                "-s",
                "100000",
                "-e",
                "trace=write,writev,pwrite64,pwritev,sendto,sendmsg,connect",
                "-o",
                trace.toString()));
    try {
      URI address = address(process, output);
      post(address, "text=The+boss+of+" + MARKER + "+keeps+our+passports&lang=" + MARKER);
      assertThat(post(address, "text=The+boss+keeps+our+passports+" + MARKER + "&lang=en"))
          .contains(MARKER);
    } finally {
      process.descendants().forEach(ProcessHandle::destroy);
      assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
    }

    List<String> calls = Files.readAllLines(trace);
    assertThat(calls.stream().filter(call -> call.contains(MARKER)))
        .isNotEmpty()
        .allMatch(call -> call.matches("\\d+ +\\w+\\(\\d+<TCP(v6)?:.*"));
    assertThat(calls.stream().filter(call -> call.matches("\\d+ +connect\\(.*AF_INET6?,.*")))
        .isEmpty();
  }

  private static boolean isInstalled(String program) {
    return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, -1))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
  }

  @Test
  void refusesWhatItCannotServe() throws Exception {
    Here here = Here.in(folder).home(Readme.project());

    assertThat(here.vigie("serve", "--offer-checker", "--port", "70000")).isEqualTo(2);
    assertThat(here.err()).contains("--port");
    assertThat(here.vigie("serve", "--offer-checker", "--listen", "192.0.2.1")).isEqualTo(2);
    assertThat(here.err()).contains("--listen must be an address of this machine");
    assertThat(here.vigie("serve", "--offer-checker", "--authority", "A")).isNotZero();
    assertThat(here.err()).contains("mandate");
    Files.writeString(folder.resolve("lines.yaml"), "helplines: [{country: FR, name: A}]");
    assertThat(here.vigie("serve", "--offer-checker", "--helplines", "lines.yaml")).isNotZero();
    assertThat(here.err()).contains("lines.yaml", "number");
    assertThat(here.vigie("serve", "--helplines", "lines.yaml")).isEqualTo(2);
    assertThat(here.err()).contains("goes with --offer-checker");
  }

  /** Starts it, by a program that watches it if there is one. */
  private static Process start(Path work, Path output, List<String> watcher) throws IOException {
    Path temporary = Files.createDirectory(work.resolve("tmp"));
    List<String> checker =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx1g",
            "-XX:+UseSerialGC",
            "-XX:-UsePerfData",
            "-Djava.io.tmpdir=" + temporary,
            "-Dvigie.home=" + Readme.project(),
            "-cp",
            System.getProperty("java.class.path"),
            "org.vigie.cli.Vigie",
            "serve",
            "--offer-checker",
            "--port",
            "0");
    return new ProcessBuilder(Stream.concat(watcher.stream(), checker.stream()).toList())
        .directory(work.toFile())
        .redirectErrorStream(true)
        .redirectOutput(output.toFile())
        .start();
  }

  private static URI address(Process process, Path output) throws Exception {
    Instant end = Instant.now().plus(LONGEST);
    Pattern said = Pattern.compile("The offer checker is at (http://\\S+) ");
    while (Instant.now().isBefore(end)) {
      Matcher address = said.matcher(Files.readString(output));
      if (address.find()) {
        return URI.create(address.group(1) + "/");
      }
      assertThat(process.isAlive()).as(Files.readString(output)).isTrue();
      Thread.sleep(100);
    }
    throw new AssertionError("it must start within " + LONGEST + ": " + Files.readString(output));
  }

  private static String post(URI address, String body) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(address)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(body))
            .build();
    return HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).body();
  }

  /** Returns the files below a folder that hold the marker, in one or two bytes a letter. */
  private static List<Path> holding(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile).filter(OfferCheckerTest::holdsMarker).toList();
    }
  }

  private static boolean holdsMarker(Path file) {
    String last = "";
    byte[] part = new byte[1 << 20];
    try (InputStream in = Files.newInputStream(file)) {
      for (int n = in.readNBytes(part, 0, part.length);
          n > 0;
          n = in.readNBytes(part, 0, part.length)) {
        String content = last + new String(part, 0, n, StandardCharsets.ISO_8859_1);
        if (content.contains(MARKER) || content.replace("\0", "").contains(MARKER)) {
          return true;
        }
        last = content.substring(Math.max(0, content.length() - 2 * MARKER.length()));
      }
      return false;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Writes all objects that are still in use, after unused ones were collected. */
  private static void dumpHeap(Process process, Path file) throws Exception {
    Path jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd");
    if (Files.isExecutable(jcmd)) {
      Process dump =
          new ProcessBuilder(
                  jcmd.toString(), Long.toString(process.pid()), "GC.heap_dump", file.toString())
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      assertThat(dump.waitFor(LONGEST.toSeconds(), TimeUnit.SECONDS)).isTrue();
      assertThat(file).isNotEmptyFile();
    }
  }
}
