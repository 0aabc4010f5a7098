import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The Debian root in which containers run, their volumes and their logs. */
final class Machine {
  private static final long PATIENCE_SECONDS = 600;
  private static final int TAIL = 15;
  private static final int WIDTH = 500;

  /** As useradd of the Dockerfile has it. */
  private static final int IMAGE_USER = 9999;

  /** Ends when it fails, by its manifest's own words, and is started again. */
  private static final List<String> STARTED_AGAIN = List.of("index");

  private final Path root;
  private final Path scripts;
  private final Path kept;
  private final Map<String, Process> running = new LinkedHashMap<>();
  private final Map<String, Part> parts = new LinkedHashMap<>();
  private final Map<String, Long> mostMemory = new LinkedHashMap<>();
  private final long begun = System.nanoTime();

  Machine(Path root, Path scripts) throws IOException {
    this.root = root;
    this.scripts = scripts;
    kept = root.resolve("try");
    Files.createDirectories(kept.resolve("logs"));
  }

  /** Returns the variables of the image, with Java told of the memory that a container may use. */
  Map<String, String> environmentOfImage(long limit) {
    Map<String, String> environment = new LinkedHashMap<>();
    environment.put("PATH", "/usr/local/bin:/usr/bin:/bin");
    environment.put("VIGIE_WORKSPACE", "/workspace");
    environment.put(
        "VIGIE_JAVA_OPTS",
        limit == 0
            ? "-XX:MaxRAMPercentage=10"
            : "-XX:MaxRAMPercentage=70 -XX:MaxRAM=" + limit);
    return environment;
  }

  /** Returns a volume as Compose makes it: the folder of the image gives it its owner. */
  Path volume(String name) throws IOException, InterruptedException {
    return volume(name, IMAGE_USER, "0700");
  }

  /** Returns a volume as Kubernetes makes it for a group (fsGroup). */
  Path volumeOfGroup(String name) throws IOException, InterruptedException {
    return volume(name, 0, "2770");
  }

  private Path volume(String name, int owner, String mode) throws IOException, InterruptedException {
    Path volume = kept.resolve("volumes").resolve(name);
    if (!Files.exists(volume)) {
      Files.createDirectories(volume.getParent());
      here("install", "-d", "-o", "" + owner, "-g", "" + IMAGE_USER, "-m", mode, volume.toString());
    }
    return volume;
  }

  /** Returns a folder with a file of settings in it. */
  Path settings(Path file) throws IOException {
    return settings("flink", String.valueOf(file.getFileName()), Files.readString(file));
  }

  Path settings(String folder, String name, String text) throws IOException {
    Path made = Files.createDirectories(kept.resolve("settings").resolve(folder));
    Files.writeString(made.resolve(name), text);
    return made;
  }

  /** Returns a folder with a certificate for this machine, which signs itself. */
  Path certificate() throws IOException, InterruptedException {
    Path folder = kept.resolve("settings/tls");
    if (!Files.exists(folder)) {
      Files.createDirectories(folder);
      here(
          "openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2",
          "-subj", "/CN=127.0.0.1", "-addext", "subjectAltName=IP:127.0.0.1",
          "-keyout", folder.resolve("tls.key").toString(),
          "-out", folder.resolve("tls.crt").toString());
      here("chown", "-R", IMAGE_USER + ":" + IMAGE_USER, folder.toString());
    }
    return folder;
  }

  boolean hasNginx() {
    return Files.exists(root.resolve("usr/sbin/nginx"));
  }

  private static void here(String... words) throws IOException, InterruptedException {
    Process process = new ProcessBuilder(words).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes());
    if (process.waitFor() != 0) {
      throw new AssertionError(String.join(" ", words) + " must do, but: " + output.strip());
    }
  }

  /** Starts a container that is to run on. */
  void start(Part part) throws IOException {
    say("starts " + part.name() + ": " + String.join(" ", part.words()).replaceAll("\\s+", " "));
    parts.put(part.name(), part);
    running.put(part.name(), process(part, part.name()));
  }

  /** Runs a command in a container's place, and returns how it ended. */
  int run(Part part, String... words) throws IOException, InterruptedException {
    Part once =
        new Part(part.name(), List.of(words), part.environment(), part.volumes(), null, part.limit());
    return process(once, "once").waitFor();
  }

  private Process process(Part part, String log) throws IOException {
    List<String> command = new ArrayList<>(List.of("unshare", "--mount"));
    command.add(scripts.resolve("contain").toString());
    command.add(root.toString());
    part.volumes().forEach((folder, source) -> command.add(folder + "=" + source));
    command.add("--");
    part.environment().forEach((key, value) -> command.add(key + "=" + value));
    command.addAll(part.words());
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(log(log).toFile()))
        .start();
  }

  /** Ends a container as kill -9 does; its volumes without a name go with it. */
  Part kill(String name) throws InterruptedException {
    running.remove(name).destroyForcibly().waitFor();
    say("killed " + name + " (kill -9)");
    return parts.get(name);
  }

  /** Returns a container that was started. */
  Part started(String name) {
    return parts.get(name);
  }

  /** Starts a container again that ended by itself, as both Compose and Kubernetes do. */
  void startAgainIfEnded(String name) throws IOException {
    if (!running.get(name).isAlive()) {
      say(name + " ended with " + running.get(name).exitValue() + "; it is started again: " + last(name));
      running.put(name, process(parts.get(name), name));
    }
  }

  List<String> lines(String name) throws IOException {
    return Files.exists(log(name)) ? Files.readAllLines(log(name)) : List.of();
  }

  private Path log(String name) {
    return kept.resolve("logs").resolve(name + ".log");
  }

  private String last(String name) throws IOException {
    List<String> lines = lines(name);
    return lines.isEmpty() ? "its log is empty" : shortened(lines.getLast());
  }

  private static String shortened(String line) {
    return line.length() <= WIDTH ? line : line.substring(0, WIDTH) + "…";
  }

  /** What is waited for. */
  interface Question {
    boolean holds() throws Exception;
  }

  /**
   * Waits until something holds.
   *
   * @param concerned whose logs say why it doesn't, if it doesn't
   * @throws AssertionError if it doesn't in time, or a container has ended meanwhile; with the end
   *     of their logs
   */
  void await(String what, List<String> concerned, Question question) throws Exception {
    say("waits until " + what + ", at most " + PATIENCE_SECONDS + " s");
    long from = System.nanoTime();
    while (!question.holds()) {
      noteMemory();
      for (Map.Entry<String, Process> one : running.entrySet()) {
        if (!one.getValue().isAlive() && !STARTED_AGAIN.contains(one.getKey())) {
          throw failed(
              "%s must run while it is waited until %s, but ended with %d"
                  .formatted(one.getKey(), what, one.getValue().exitValue()),
              List.of(one.getKey()));
        }
      }
      if (System.nanoTime() - from > TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS)) {
        throw failed("it must be that " + what + ", but isn't after " + PATIENCE_SECONDS + " s", concerned);
      }
      Thread.sleep(1_000);
    }
    say("  yes, after " + TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - from) + " s");
  }

  AssertionError failed(String why, List<String> concerned) throws IOException {
    StringBuilder told = new StringBuilder(why);
    for (String name : concerned) {
      told.append("\n--- end of ").append(log(name)).append('\n');
      List<String> lines = lines(name);
      lines.subList(Math.max(0, lines.size() - TAIL), lines.size())
          .forEach(line -> told.append(shortened(line)).append('\n'));
    }
    return new AssertionError(told.toString());
  }

  /** Files may leave memory at any time; what a container wrote there itself can't. */
  private void noteMemory() {
    running.forEach((name, process) -> {
      long bytes =
          Stream.concat(Stream.of(process.toHandle()), process.descendants())
              .mapToLong(one -> ownMemory(one.pid()))
              .sum();
      mostMemory.merge(name, bytes, Math::max);
    });
  }

  private static long ownMemory(long pid) {
    try (Stream<String> lines = Files.lines(Path.of("/proc/" + pid + "/status"))) {
      return lines
          .filter(line -> line.startsWith("RssAnon:"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) << 10)
          .sum();
    } catch (IOException | java.io.UncheckedIOException e) {
      return 0; // it ended
    }
  }

  /** Tells how much memory containers used, and requires that it is no more than they may. */
  void requireMemory() throws IOException {
    for (Map.Entry<String, Long> most : mostMemory.entrySet()) {
      Part part = parts.get(most.getKey());
      long limit = part == null ? 0 : part.limit();
      say("memory of %s: at most %d MiB%s".formatted(
          most.getKey(), most.getValue() >> 20, limit == 0 ? "" : " of " + (limit >> 20)));
      if (limit > 0 && most.getValue() > limit) {
        throw failed(most.getKey() + " must keep to its limit of memory, but doesn't", List.of());
      }
    }
  }

  void say(String what) {
    System.out.printf(
        "%4d s  %s%n", TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - begun), what);
  }
}
