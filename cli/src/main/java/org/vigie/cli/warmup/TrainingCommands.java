package org.vigie.cli.warmup;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.Writer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.vigie.advert.Advert;
import org.vigie.casework.environment.Environment;
import org.vigie.files.failure.Exit;
import org.vigie.world.World;
import org.vigie.world.WorldSpec;

/**
 * Carries out commands on invented adverts in a workspace of their own, so that Java learns what
 * they need: first a run, whose workspace those that read and the pages then take.
 */
public final class TrainingCommands {
  private static final Duration PATIENCE = Duration.ofMinutes(1);
  private static final Pattern ADDRESS = Pattern.compile("http://127\\.0\\.0\\.1:\\d+");
  private static final Pattern ADVERT_ID = Pattern.compile("a-[0-9a-f]{20}");

  private final Environment environment;
  private final Commands commands;
  private final Path folder;
  private final int adverts;
  private final ByteArrayOutputStream said = new ByteArrayOutputStream();
  private final ByteArrayOutputStream errors = new ByteArrayOutputStream();

  /** The program. */
  @FunctionalInterface
  public interface Commands {
    /** Carries out the command that the words name, and returns its exit code. */
    int execute(Environment environment, String... words);
  }

  /**
   * @param process what this process has, of which only the project's folder and the clock are used
   * @param folder of the workspace; the run makes it
   * @param adverts how many the run reads, as many as a {@link WorldSpec} may have
   */
  public TrainingCommands(Environment process, Commands commands, Path folder, int adverts) {
    this.commands = commands;
    this.adverts = adverts;
    this.folder = folder.toAbsolutePath().normalize();
    environment =
        new Environment(
            process.home(),
            this.folder,
            Map.of(),
            process.user(),
            process.clock(),
            new Environment.Streams(
                InputStream.nullInputStream(),
                new PrintStream(said, true, StandardCharsets.UTF_8),
                new PrintStream(errors, true, StandardCharsets.UTF_8),
                Environment.Terminals.of("")));
  }

  /**
   * Makes the workspace and reads some adverts into it.
   *
   * @throws IOException if a command fails
   */
  public void run() throws IOException {
    Files.createDirectories(folder);
    Path input = folder.resolve("adverts.jsonl");
    ObjectMapper json = new ObjectMapper();
    try (Writer lines = Files.newBufferedWriter(input)) {
      for (Advert advert : World.generate(new WorldSpec(1, adverts)).adverts().toList()) {
        lines.append(line(json, advert)).append('\n');
      }
    }
    execute("init", "--trial");
    execute("run", "--quiet", "--input", input.toString());
  }

  private static String line(ObjectMapper json, Advert advert) throws IOException {
    ObjectNode line = json.createObjectNode();
    line.put("id", advert.sourceId()).put("site", advert.site()).put("text", advert.text());
    line.put("channel", advert.channel().label()).put("seen", advert.seenAt().toString());
    return json.writeValueAsString(line);
  }

  /**
   * Searches, and shows an advert and the alerts.
   *
   * @throws IOException if a command fails
   */
  public void search() throws IOException {
    Matcher id = ADVERT_ID.matcher(execute("search", "passport"));
    execute("search", "phone:+15550142 OR risk>0.5", "--json");
    execute("alerts", "--limit", "5");
    execute("show", id.find() ? id.group() : lookUp());
    execute("--version");
  }

  private String lookUp() throws IOException {
    Matcher id = ADVERT_ID.matcher(execute("search", "--limit", "1"));
    if (!id.find()) {
      throw new IOException("a warm-up must find an advert, but found none");
    }
    return id.group();
  }

  /**
   * Serves the pages until the first was read.
   *
   * @throws IOException if they can't be served or read
   */
  public void serve() throws IOException, InterruptedException {
    CompletableFuture<Integer> code = new CompletableFuture<>();
    Thread serving =
        Thread.ofPlatform()
            .name("warm-up-pages")
            .start(
                () -> code.complete(commands.execute(environment, words("serve", "--port", "0"))));
    try (HttpClient client = HttpClient.newHttpClient()) {
      URI page = URI.create(address(code) + "/");
      for (int time = 0; time < 2; time++) {
        client.send(
            HttpRequest.newBuilder(page).timeout(PATIENCE).build(), BodyHandlers.ofString());
      }
    } finally {
      serving.interrupt();
      serving.join();
    }
  }

  private String address(CompletableFuture<Integer> code) throws IOException, InterruptedException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (System.nanoTime() < end && !code.isDone()) {
      Matcher address = ADDRESS.matcher(said.toString(StandardCharsets.UTF_8));
      if (address.find()) {
        return address.group();
      }
      Thread.sleep(20);
    }
    throw new IOException("a warm-up must serve the pages, but they didn't start: " + told());
  }

  private String execute(String... words) throws IOException {
    said.reset();
    int code = commands.execute(environment, words.length == 1 ? words : words(words));
    if (code != Exit.OK.code()) {
      throw new IOException(
          "a warm-up must carry out %s, but this ended with %d: %s"
              .formatted(words[0], code, told()));
    }
    return said.toString(StandardCharsets.UTF_8);
  }

  private String told() {
    return errors.toString(StandardCharsets.UTF_8).strip();
  }

  private String[] words(String... words) {
    List<String> all = new ArrayList<>(List.of(words));
    all.addAll(List.of("--workspace", folder.resolve("workspace").toString()));
    return all.toArray(String[]::new);
  }
}
