import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.yaml.snakeyaml.Yaml;

/**
 * Runs the services of deploy/docker-compose.yml in a Debian root, by their own words and settings,
 * and says whether an advert that goes in by a topic is found. deploy/try/run starts it.
 */
final class TryDeployment {
  private static final String USER = "unit";
  private static final String PASSWORD = "invented-secret";

  /** The machine may be busy with other things; nothing here is a measurement. */
  private static final long PATIENCE_SECONDS = 900;

  private final Map<String, Map<String, Object>> services;
  private final Path root;
  private final Map<String, Process> running = new LinkedHashMap<>();
  private final HttpClient http = HttpClient.newHttpClient();
  private final long begun = System.nanoTime();

  private TryDeployment(Map<String, Map<String, Object>> services, Path root) {
    this.services = services;
    this.root = root;
  }

  @SuppressWarnings("unchecked")
  public static void main(String[] args) throws Exception {
    Map<String, Object> compose = new Yaml().load(Files.readString(Path.of(args[0])));
    new TryDeployment((Map<String, Map<String, Object>>) compose.get("services"), Path.of(args[1]))
        .run();
    System.exit(0);
  }

  private void run() throws Exception {
    must(0, in(Map.of(), List.of("vigie", "--version")), "version");
    must(
        0,
        in(
            Map.of("VIGIE_WORKSPACE", "/workspace"),
            ("vigie init --authority Unit --legal-basis Act --purpose trial --case 2026-1"
                    + " --approved-by Prosecutor --valid-until 2099-12-31")
                .split(" ")),
        "init");
    startStore();
    start("zookeeper", List.of());
    startKafka();
    await("topics", () -> in(environment("topics"), vigie("topics"), "topics").waitFor() == 0);
    start("jobmanager", List.of());
    // One machine has one port 9249; on machines or in containers of their own each has it.
    Process taskManager =
        start("taskmanager", List.of("-D", "metrics.reporter.prometheus.port=9251"));
    start("console", List.of());
    await("job", () -> get(8081, "/jobs/overview").contains("\"state\":\"RUNNING\""));
    send("tried-1", "We keep your passport until the end of the season. Hotel staff in Lyon.");
    await("found tried-1", () -> isFound("Lyon"));

    running.remove("taskmanager");
    taskManager.destroyForcibly().waitFor();
    say("killed the TaskManager (kill -9)");
    send("tried-2", "We keep your passport until the harvest is over. Vineyard hands in Reims.");
    start("taskmanager", List.of("-D", "metrics.reporter.prometheus.port=9251"));
    await("found tried-2", () -> isFound("Reims"));
    await("found tried-1 still", () -> isFound("Lyon"));
    await("pages are ready", () -> get(8480, "/health/ready").contains("ready\""));
    await("pages count both", () -> get(8480, "/metrics").contains("vigie_console_adverts 2"));
    say("done");
  }

  /** Starts a service of Compose, with further words. */
  private Process start(String service, List<String> more) throws IOException {
    List<String> words = new ArrayList<>(vigie(service));
    words.addAll(words.contains("--") ? words.indexOf("--") : words.size(), more);
    say("starts " + service + ": " + String.join(" ", words));
    Process process = in(environment(service), words, service);
    running.put(service, process);
    return process;
  }

  @SuppressWarnings("unchecked")
  private List<String> vigie(String service) {
    List<String> words = new ArrayList<>(List.of("vigie"));
    words.addAll((List<String>) services.get(service).get("command"));
    return words;
  }

  @SuppressWarnings("unchecked")
  private Map<String, String> environment(String service) {
    Map<String, String> environment = new LinkedHashMap<>();
    // As the image has it.
    environment.put("VIGIE_WORKSPACE", "/workspace");
    environment.put("VIGIE_JAVA_OPTS", "-XX:MaxRAMPercentage=10");
    Object said = services.get(service).get("environment");
    if (said != null) {
      ((Map<String, String>) said)
          .forEach((key, value) ->
              environment.put(
                  key,
                  value.replace("${STORE_USER}", USER).replace("${STORE_PASSWORD}", PASSWORD)));
    }
    return environment;
  }

  private void startStore() throws IOException {
    Files.writeString(
        root.resolve("opt/store/s3proxy.properties"),
        """
        s3proxy.endpoint=http://127.0.0.1:9000
        s3proxy.authorization=aws-v2-or-v4
        s3proxy.identity=%1$s
        s3proxy.credential=%2$s
        s3proxy.ignore-unknown-headers=true
        jclouds.provider=filesystem-nio2
        jclouds.filesystem.basedir=/store
        jclouds.identity=%1$s
        jclouds.credential=%2$s
        """
            .formatted(USER, PASSWORD));
    Files.writeString(
        root.resolve("opt/store/logback.xml"),
        "<configuration><root level=\"off\"/></configuration>");
    in(
        Map.of(),
        List.of(
            "java",
            "-Xmx256m",
            "-Dlogback.configurationFile=/opt/store/logback.xml",
            "-cp",
            "/opt/store/*",
            "org.gaul.s3proxy.Main",
            "--properties",
            "/opt/store/s3proxy.properties"),
        "store");
  }

  /** Kafka's image makes its settings of such variables: KAFKA_NODE_ID is node.id. */
  @SuppressWarnings("unchecked")
  private void startKafka() throws Exception {
    StringBuilder settings = new StringBuilder();
    ((Map<String, String>) services.get("kafka").get("environment"))
        .forEach((key, value) ->
            settings
                .append(key.substring("KAFKA_".length()).toLowerCase(Locale.ROOT).replace('_', '.'))
                .append('=')
                .append(value.replace("/var/lib/kafka/data", "/data/kafka"))
                .append('\n'));
    Files.writeString(root.resolve("opt/kafka.properties"), settings);
    List<String> java = List.of("java", "-Xmx384m", "-cp", "/opt/vigie/lib/*");
    List<String> format = new ArrayList<>(java);
    format.addAll(
        List.of("kafka.tools.StorageTool", "format", "-t", "dmlnaWUtdHJpZWQtY2x1cw", "-c"));
    format.add("/opt/kafka.properties");
    must(0, in(Map.of(), format, "kafka-format"), "kafka-format");
    List<String> broker = new ArrayList<>(java);
    broker.addAll(List.of("kafka.Kafka", "/opt/kafka.properties"));
    in(Map.of(), broker, "kafka");
  }

  /** Sends an advert as a crawler of the unit would. */
  private void send(String id, String text) throws Exception {
    Properties settings = new Properties();
    settings.put("bootstrap.servers", "kafka:9092");
    for (String part : List.of("key", "value")) {
      settings.put(part + ".serializer", "org.apache.kafka.common.serialization.StringSerializer");
    }
    String advert =
        """
        {"id":"%s","title":"Staff wanted","text":"%s","url":"https://jobs.example.org/%s","site":"jobs.example.org",\
        "channel":"job-board","posted":"2026-01-05T09:00:00Z","lang":"en"}\
        """
            .formatted(id, text, id);
    try (KafkaProducer<String, String> producer = new KafkaProducer<>(settings)) {
      producer.send(new ProducerRecord<>("adverts", advert)).get();
    }
    say("sent " + id);
  }

  /** Fetches as the service index does, and searches as an analyst does. */
  @SuppressWarnings("unchecked")
  private boolean isFound(String word) throws Exception {
    String loop = ((List<String>) services.get("index").get("command")).getLast();
    String fetch =
        loop.lines()
            .map(String::strip)
            .filter(line -> line.startsWith("vigie cluster fetch"))
            .findFirst()
            .orElseThrow();
    if (in(environment("index"), List.of(fetch.split(" ")), "fetch").waitFor() != 0) {
      return false;
    }
    Process search = in(environment("index"), List.of("vigie", "search", word), "search");
    return search.waitFor() == 0
        && Files.readString(log("search")).contains("https://jobs.example.org/");
  }

  private String get(int port, String path) {
    try {
      HttpRequest ask =
          HttpRequest.newBuilder(URI.create("http://127.0.0.1:%d%s".formatted(port, path))).build();
      return http.send(ask, HttpResponse.BodyHandlers.ofString()).body();
    } catch (IOException e) {
      return "";
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private Process in(Map<String, String> environment, String... words) throws IOException {
    return in(environment, List.of(words), words[1].replace("--", ""));
  }

  private Process in(Map<String, String> environment, List<String> words) throws IOException {
    return in(environment, words, words.get(1).replace("--", ""));
  }

  /** Starts a process in the root, as the image's user. */
  private Process in(Map<String, String> environment, List<String> words, String name)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.addAll(
        List.of("chroot", "--userspec=9999:9999", root.toString(), "/usr/bin/env", "-i"));
    command.addAll(List.of("-C", "/workspace", "PATH=/usr/local/bin:/usr/bin:/bin"));
    environment.forEach((key, value) -> command.add(key + "=" + value));
    command.addAll(words);
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(log(name).toFile())
        .start();
  }

  private Path log(String name) {
    return root.resolve("opt/" + name + ".log");
  }

  /** What is waited for. */
  private interface Question {
    boolean holds() throws Exception;
  }

  private void await(String what, Question question) throws Exception {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (!question.holds()) {
      for (Map.Entry<String, Process> service : running.entrySet()) {
        if (!service.getValue().isAlive()) {
          throw new AssertionError(service.getKey() + " must run, but ended; see its log in " + root + "/opt");
        }
      }
      if (System.nanoTime() - deadline > 0) {
        throw new AssertionError(what + " must hold, but doesn't; logs are in " + root + "/opt");
      }
      Thread.sleep(2_000);
    }
    say(what);
  }

  private void must(int code, Process process, String name) throws Exception {
    if (process.waitFor() != code) {
      throw new AssertionError(
          name + " must end with " + code + ":\n" + Files.readString(log(name)));
    }
    say(name);
  }

  private void say(String what) {
    System.out.printf(
        "%4d s  %s%n", TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - begun), what);
  }
}
