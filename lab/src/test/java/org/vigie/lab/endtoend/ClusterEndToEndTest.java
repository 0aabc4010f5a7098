package org.vigie.lab.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.casework.Readme;
import org.vigie.casework.environment.Here;
import org.vigie.pipeline.standalone.FreePort;

/** A real Flink cluster of processes on this machine. */
@Tag("end-to-end")
@Timeout(600)
class ClusterEndToEndTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Stands in every advert, and in no log. */
  private static final String MARKER = "zyxmarker";

  private static final Duration PATIENCE = Duration.ofMinutes(4);

  @TempDir Path folder;
  private Here here = Here.in(Path.of(""));

  @BeforeEach
  void initialise() {
    here = Here.in(folder).home(Readme.project()).onRealTime();
    assertThat(here.vigie("init", "--trial", "--workspace", "alone")).isZero();
    assertThat(here.vigie("init", "--trial", "--workspace", "cluster")).isZero();
  }

  @AfterEach
  void endWhatWasStarted() {
    here.vigie("cluster", "stop", "--force", "--workspace", "cluster");
  }

  @Test
  void findsWhatAnUndisturbedRunFindsThoughATaskManagerAndTheJobManagerAreKilled()
      throws Exception {
    List<String> adverts = adverts(new Random(7), 600);
    Files.write(folder.resolve("first.jsonl"), adverts.subList(0, 350));
    Files.write(folder.resolve("second.jsonl"), adverts.subList(350, 500));
    Files.write(folder.resolve("third.jsonl"), adverts.subList(500, adverts.size()));
    ok(
        "run",
        "--input",
        "first.jsonl",
        "--input",
        "second.jsonl",
        "--input",
        "third.jsonl",
        "--workspace",
        "alone");

    String store = folder.resolve("store").toUri().toString();
    String alerts = start(FreePort.find());
    ok(
        "cluster",
        "submit",
        "--state-backend",
        "rocksdb",
        "--input",
        "first.jsonl",
        "--index-store",
        store,
        "--alerts",
        alerts,
        "--workspace",
        "cluster");
    JsonNode running = await(status -> status.path("checkpoints").asLong() > 0);
    kill(running, "taskmanager-1");
    ok("cluster", "submit", "--input", "second.jsonl", "--workspace", "cluster");
    assertThat(here.out()).contains("runs already");
    assertThat(here.vigie("cluster", "submit", "--alerts", alerts, "--workspace", "cluster"))
        .as("a topic that the job doesn't write")
        .isEqualTo(4);
    JsonNode survived =
        await(status ->
            status.path("inputsRead").asLong() == 2 && status.path("restarts").asLong() > 0);
    assertThat(survived.path("jobState").asText()).isEqualTo("RUNNING");
    assertThat(here.vigie("cluster", "status", "--workspace", "cluster")).isEqualTo(4);
    assertThat(here.out())
        .containsPattern("taskmanager-1 +is gone")
        .contains("inputs           2 of 2");
    assertThat(here.vigie("run", "--workspace", "cluster")).as("beside the job").isEqualTo(6);
    ok("cluster", "submit", "--input", "third.jsonl", "--workspace", "cluster");
    kill(survived, "jobmanager");
    assertThat(here.vigie("cluster", "status", "--workspace", "cluster")).isEqualTo(4);
    assertThat(here.out()).containsPattern("jobmanager +is gone").contains("cluster mend");
    ok("cluster", "mend", "--workspace", "cluster");
    assertThat(here.out()).contains("Started again: jobmanager, taskmanager-1.");
    JsonNode mended =
        await(status ->
            status.path("inputsRead").asLong() == 3
                && status.path("jobState").asText().equals("RUNNING"));
    assertThat(mended.path("job")).as("the same job").isEqualTo(survived.path("job"));

    ok("cluster", "stop", "--workspace", "cluster");
    assertThat(here.out()).contains("The job is saved in file:");
    for (JsonNode process : mended.path("processes")) {
      assertThat(ProcessHandle.of(process.path("pid").asLong()).filter(ProcessHandle::isAlive))
          .isEmpty();
    }
    requireLogsWithoutAdverts(folder.resolve("cluster/cluster/logs"));
    assertThat(Found.in(folder.resolve("cluster"))).isEqualTo(Found.in(folder.resolve("alone")));
    assertThat(here.vigie("init", "--trial", "--workspace", "fetched")).isZero();
    assertThat(here.vigie("cluster", "fetch", "--from", "s3://a/b", "--workspace", "fetched"))
        .isEqualTo(4);
    assertThat(here.err())
        .contains("--from s3://a/b must be on a file system that can be read here")
        .doesNotContain("Exception");
    ok("cluster", "fetch", "--from", store, "--workspace", "fetched");
    assertThat(Found.in(folder.resolve("fetched"))).isEqualTo(Found.in(folder.resolve("alone")));
    ok("run", "--workspace", "cluster");
    assertThat(Found.in(folder.resolve("cluster"))).isEqualTo(Found.in(folder.resolve("alone")));
  }

  @Test
  void saysWhatStandsInTheWay() throws Exception {
    assertThat(here.vigie("cluster", "status", "--workspace", "cluster")).isEqualTo(4);
    assertThat(here.err()).contains("must have a cluster, but has none");
    assertThat(here.vigie("cluster", "submit", "--workspace", "cluster")).isEqualTo(4);
    assertThat(here.vigie("cluster", "mend", "--workspace", "cluster")).isEqualTo(4);
    assertThat(here.vigie("cluster")).isEqualTo(2);
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      String port = Integer.toString(taken.getLocalPort());
      assertThat(here.vigie("cluster", "start", "--port", port, "--workspace", "cluster"))
          .isEqualTo(4);
      assertThat(here.err()).contains("port " + port + " of 127.0.0.1 must be free");
    }
    assertThat(here.vigie("cluster", "stop", "--workspace", "cluster")).isEqualTo(4);
  }

  /** Returns the topic for alerts of its broker. */
  private String start(int port) {
    ok(
        "cluster",
        "start",
        "--taskmanagers",
        "2",
        "--kafka",
        "--port",
        Integer.toString(port),
        "--workspace",
        "cluster");
    Matcher kafka = Pattern.compile("Kafka: (127\\.0\\.0\\.1:\\d+), topics").matcher(here.out());
    assertThat(kafka.find()).as(here.out()).isTrue();
    assertThat(here.vigie("cluster", "start", "--workspace", "cluster")).isEqualTo(6);
    assertThat(here.err()).contains("must have no cluster that runs");
    return "kafka:" + kafka.group(1) + "/alerts";
  }

  /** Flink's processes write a JSON object a line, and no process a word of an advert. */
  private static void requireLogsWithoutAdverts(Path logs) throws Exception {
    List<Path> files;
    try (Stream<Path> list = Files.list(logs)) {
      files = list.filter(Files::isRegularFile).toList();
    }
    int events = 0;
    for (Path file : files) {
      String name = String.valueOf(file.getFileName());
      boolean isFlinks = name.startsWith("jobmanager") || name.startsWith("taskmanager");
      for (String line : Files.readAllLines(file)) {
        assertThat(line).as(name).doesNotContain(MARKER);
        if (isFlinks && line.startsWith("{")) {
          assertThat(JSON.readTree(line).hasNonNull("message")).as(name).isTrue();
          events++;
        }
      }
    }
    assertThat(events).as("of Flink's processes, in %s", files).isGreaterThan(100);
  }

  private void ok(String... words) {
    assertThat(here.vigie(words)).as(() -> String.join(" ", words) + ": " + here.err()).isZero();
  }

  private JsonNode await(Predicate<JsonNode> condition) throws Exception {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (System.nanoTime() < deadline) {
      int exit = here.vigie("cluster", "status", "--json", "--workspace", "cluster");
      // While a job restarts its JobManager may have nothing to tell.
      if (exit == 0 || !here.out().isEmpty()) {
        JsonNode status = JSON.readTree(here.out());
        if (condition.test(status)) {
          return status;
        }
      }
      Thread.sleep(500);
    }
    throw new AssertionError("the job must get there, but: " + here.out() + here.err());
  }

  private static void kill(JsonNode status, String name) {
    for (JsonNode process : status.path("processes")) {
      if (process.path("name").asText().equals(name)) {
        ProcessHandle handle = ProcessHandle.of(process.path("pid").asLong()).orElseThrow();
        assertThat(handle.destroyForcibly()).isTrue();
        handle.onExit().join();
      }
    }
  }

  /** Campaigns with slots and contacts among strangers, and some reposts. */
  private static List<String> adverts(Random random, int count) {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      String text = random.nextInt(3) == 0 ? campaign(random.nextInt(8), random) : ordinary(random);
      String posted = "2026-01-%02d".formatted(1 + random.nextInt(28));
      lines.add(
          "{\"id\":\"%d\",\"text\":\"%s\",\"site\":\"ads.example.org\",\"posted\":\"%s\"}"
              .formatted(i, text, posted));
      if (random.nextInt(12) == 0) {
        lines.add(lines.get(random.nextInt(lines.size())));
      }
    }
    return lines;
  }

  private static String campaign(int number, Random random) {
    Random template = new Random(number);
    StringBuilder text = new StringBuilder("Offer " + MARKER + " in town " + random.nextInt(30));
    for (int word = 0; word < 40; word++) {
      text.append(" c").append(number).append('w').append(template.nextInt(1_000));
    }
    return text
        + " Bring your passport, we keep your passport. The fee is deducted from your wages."
        + " Accommodation is provided by the employer. Start immediately."
        + " call +33 6 39 98 00 %02d".formatted(10 * number + random.nextInt(3));
  }

  private static String ordinary(Random random) {
    StringBuilder text = new StringBuilder("Small ad " + MARKER);
    for (int word = 0; word < 30; word++) {
      text.append(" w").append(random.nextInt(50_000));
    }
    return text.toString();
  }
}
