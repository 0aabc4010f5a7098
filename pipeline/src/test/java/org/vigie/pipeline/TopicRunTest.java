package org.vigie.pipeline;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.advert.Alert;
import org.vigie.capture.warc.HtmlImport;
import org.vigie.pipeline.alert.Withheld;
import org.vigie.pipeline.standalone.FreePort;
import org.vigie.pipeline.standalone.LoopbackBroker;
import org.vigie.pipeline.topic.InputTopics;
import org.vigie.pipeline.topic.TopicAddress;
import org.vigie.pipeline.topic.TopicEnds;
import org.vigie.search.AdvertIndex;
import org.vigie.search.Hidden;
import org.vigie.search.NoIndexException;

/** Runs that read and write topics of a real broker. */
@Timeout(300)
class TopicRunTest {
  /** Messages that wait in the topics, as Flink tells it. */
  static final String LAG = "flink_taskmanager_job_task_operator_pendingRecords";

  @TempDir static Path brokerFolder;
  private static LoopbackBroker broker;

  @TempDir Path folder;

  @BeforeAll
  static void start() throws Exception {
    broker = LoopbackBroker.start(brokerFolder);
    try (Admin admin = Admin.create(Map.<String, Object>of("bootstrap.servers", servers()))) {
      admin
          .createTopics(
              List.of(
                  new NewTopic("adverts", 2, (short) 1),
                  new NewTopic("captures", 2, (short) 1),
                  new NewTopic("waiting", 2, (short) 1),
                  new NewTopic("killed", 2, (short) 1),
                  new NewTopic("alerts", 1, (short) 1),
                  new NewTopic("restricted", 1, (short) 1),
                  new NewTopic("dead", 1, (short) 1),
                  new NewTopic("unread", 1, (short) 1)))
          .all()
          .get();
    }
  }

  @AfterAll
  static void stop() throws Exception {
    broker.close();
  }

  @Test
  void readsEachMessageOnceAcrossStopsAndWritesAlertsAndDeadLettersToTopics() throws Exception {
    List<String> lines = TestAdverts.shuffledLines(5, 120, 1);
    TestRun file = new TestRun(folder.resolve("file"));
    file.accept("all.jsonl", String.join("", lines));
    file.run(2);

    TestRun topic = reading("adverts");
    send("adverts", lines.subList(0, 60));
    send("adverts", List.of("not json", "[]"));
    runUntil(topic, 60, 2);
    send("adverts", lines.subList(60, lines.size()));
    runUntil(topic, lines.size() - 60, 1);

    assertThat(topic.found().memberships()).isEqualTo(file.found().memberships());
    assertThat(topic.found().clusters()).isEqualTo(file.found().clusters());
    assertThat(topic.found().alerts()).isEqualTo(file.found().alerts());
    assertThat(timesSeen(topic)).isEqualTo(timesSeen(file));
    Map<String, Optional<String>> alerts = lastOfEachKey("alerts");
    assertThat(alerts.values().stream().flatMap(Optional::stream))
        .hasSameSizeAs(topic.found().alerts());
    assertThat(lastOfEachKey("dead").values())
        .hasSize(2)
        .allMatch(dead -> dead.orElseThrow().contains("\"kind\":\"not-json\""));

    topic.accept("more.jsonl", "{\"text\":\"one more\"}\n");
    runWithoutEnds(topic);
    assertThat(topic.found().adverts()).hasSize(file.found().adverts().size() + 1);
  }

  @Test
  void countsEachMessageOnceHoweverOftenItIsKilled() throws Exception {
    List<String> lines = TestAdverts.shuffledLines(6, 240, 1);
    TestRun file = new TestRun(folder.resolve("file"));
    file.accept("all.jsonl", String.join("", lines));
    file.run(2);

    TestRun topic = reading("killed");
    for (int piece = 0; piece < 3; piece++) {
      send("killed", lines.subList(piece * lines.size() / 3, (piece + 1) * lines.size() / 3));
      Process run = separate(topic, 1 + piece);
      try (BufferedReader told = run.inputReader(UTF_8)) {
        String line;
        do {
          line = told.readLine();
          assertThat(line).as("what the run says until it is killed").isNotNull();
        } while (Long.parseLong(line.substring(SeparateRun.READ.length())) < (piece + 1) * 10L);
      } finally {
        run.destroyForcibly().waitFor();
      }
    }
    Process last = separate(topic, 2);
    try {
      while (!isRead(topic, timesSeen(file))) {
        assertThat(last.isAlive()).isTrue();
        Thread.sleep(200);
      }
      last.getOutputStream().close(); // which asks it to stop
      assertThat(last.waitFor()).isZero();
    } finally {
      last.destroyForcibly().waitFor();
    }

    assertThat(timesSeen(topic)).isEqualTo(timesSeen(file));
    assertThat(topic.found().memberships()).isEqualTo(file.found().memberships());
    assertThat(topic.found().clusters()).isEqualTo(file.found().clusters());
  }

  private TestRun reading(String topic) throws IOException {
    TestRun run = new TestRun(folder.resolve("topic"));
    new InputTopics(run.workspace(), Clock.fixed(Instant.EPOCH, ZoneOffset.UTC))
        .accept(new TopicAddress(servers(), topic), TestRun.MANDATE);
    return run;
  }

  private Process separate(TestRun run, int parallelism) throws IOException {
    var plan = new SeparateRun.Plan(parallelism, "", "", false, StateBackend.HASHMAP);
    return SeparateRun.start(run.workspace(), TestRun.models(), plan, folder.resolve("errors.txt"));
  }

  private static boolean isRead(TestRun run, Set<String> all) throws Exception {
    try {
      return timesSeen(run).equals(all);
    } catch (NoIndexException e) {
      return false; // killed before anything was durable
    }
  }

  @Test
  void writesNoAlertToATopicThatCountsWhatIsRestricted() throws Exception {
    Hidden hidden = new Hidden(Set.of(), Set.of(), Set.of("phone:+33639980011"));
    TestRun run = new TestRun(folder.resolve("run"));
    TopicEnds ends =
        new TopicEnds(
                Map.of(), Optional.of(new TopicAddress(servers(), "restricted")), Optional.empty())
            .withholding(Withheld.of(hidden, run.workspace().index()));
    run.accept("all.jsonl", TestAdverts.jsonLines(7, 120));
    run.run(2, ends, unused -> {});

    Set<String> untouched = new TreeSet<>();
    int all;
    try (AdvertIndex whole = AdvertIndex.open(run.workspace().index());
        AdvertIndex shown = AdvertIndex.open(run.workspace().index(), hidden)) {
      List<Alert> alerts = whole.alerts(1_000);
      all = alerts.size();
      for (Alert alert : alerts) {
        if (!shown.unshown().contains(alert.subject())) {
          untouched.add(alert.id());
        }
      }
    }
    assertThat(untouched).isNotEmpty().hasSizeLessThan(all);
    Set<String> written = new TreeSet<>();
    lastOfEachKey("restricted").forEach((id, alert) -> alert.ifPresent(unused -> written.add(id)));
    assertThat(written).isEqualTo(untouched);
  }

  @Test
  void readsCapturesAsItReadsThemFromAFile() throws Exception {
    List<byte[]> pages = new ArrayList<>();
    for (int number = 0; number < 12; number++) {
      pages.add(page(number));
    }
    TestRun file = new TestRun(folder.resolve("file"));
    for (int number = 0; number < pages.size(); number++) {
      file.acceptWarc("page-" + number + ".warc.gz", pages.get(number));
    }
    file.run(2);
    assertThat(file.found().adverts()).hasSize(12);

    TestRun topic = reading("captures");
    TopicEnds ends =
        new TopicEnds(
            Map.of(), Optional.empty(), Optional.of(new TopicAddress(servers(), "unread")));
    sendBytes("captures", pages.subList(0, 5));
    byte[] cut = Arrays.copyOf(pages.get(5), pages.get(5).length - 20);
    sendBytes("captures", List.of(cut, "WARC/1.0 and no more".getBytes(UTF_8)));
    sendBytes("captures", List.of("{\"text\":\"an advert among captures\"}".getBytes(UTF_8)));
    runUntil(topic, 6, 2, ends);
    sendBytes("captures", pages.subList(5, pages.size()));
    runUntil(topic, 7, 1, ends);

    Set<String> found = new TreeSet<>(topic.found().adverts());
    assertThat(found.removeIf(line -> line.contains("an advert among captures"))).isTrue();
    assertThat(found).isEqualTo(file.found().adverts());
    assertThat(lastOfEachKey("unread").values())
        .hasSize(2)
        .allMatch(dead -> dead.orElseThrow().contains("must hold whole WARC records"));
  }

  /** A page of a job board as a person saved it: WARC records. */
  private byte[] page(int number) throws Exception {
    Path pages = Files.createDirectories(folder.resolve("pages-" + number));
    Files.writeString(
        pages.resolve("job-" + number + ".html"),
        """
        <!doctype html><title>Job</title><script type="application/ld+json">
        {"@context": "https://schema.org", "@type": "JobPosting", "title": "Job %1$d",
        "description": "Help wanted in kitchen %1$d of hotel %1$d, from May to October."}
        </script>\
        """
            .formatted(number));
    Path warc = folder.resolve("page-" + number + ".warc.gz");
    HtmlImport.wrap(pages, warc, TestRun.MANDATE, Clock.fixed(Instant.EPOCH, ZoneOffset.UTC));
    return Files.readAllBytes(warc);
  }

  @Test
  void tellsHowManyMessagesWait() throws Exception {
    TestRun topic = reading("waiting");
    send("waiting", TestAdverts.shuffledLines(5, 20, 1));
    int port = FreePort.find();
    Thread thread = Thread.currentThread();
    assertThatRunIsStopped(() ->
        topic.run(
            1,
            TopicEnds.none(),
            OptionalInt.of(port),
            progress -> {
              MetricsOfARunTest.pageOnce(port, page -> page.contains("\n" + LAG + "{"));
              thread.interrupt();
            }));
  }

  private void runUntil(TestRun run, long adverts, int parallelism) {
    TopicEnds ends =
        new TopicEnds(
            Map.of(),
            Optional.of(new TopicAddress(servers(), "alerts")),
            Optional.of(new TopicAddress(servers(), "dead")));
    runUntil(run, adverts, parallelism, ends);
  }

  /** State of topics that are written no longer must not hold up a run. */
  private void runWithoutEnds(TestRun run) {
    runUntil(run, 1, 2, TopicEnds.none());
  }

  private static void runUntil(TestRun run, long adverts, int parallelism, TopicEnds ends) {
    Thread thread = Thread.currentThread();
    assertThatRunIsStopped(() ->
        run.run(
            parallelism,
            ends,
            progress -> {
              if (progress.records().adverts() >= adverts) {
                thread.interrupt();
              }
            }));
    assertThat(Thread.interrupted()).isFalse();
  }

  private static void assertThatRunIsStopped(ThrowingCallable run) {
    assertThatThrownBy(run).isInstanceOf(InterruptedException.class);
  }

  private static Set<String> timesSeen(TestRun run) throws Exception {
    Set<String> times = new TreeSet<>();
    try (var index = AdvertIndex.open(run.workspace().index())) {
      run.adverts(index).forEach(hit -> times.add(hit.advert().advert().id() + hit.timesSeen()));
    }
    return times;
  }

  private static String servers() {
    return broker.bootstrapServers();
  }

  private static void send(String topic, List<String> messages) {
    sendBytes(topic, messages.stream().map(message -> message.strip().getBytes(UTF_8)).toList());
  }

  private static void sendBytes(String topic, List<byte[]> messages) {
    try (KafkaProducer<byte[], byte[]> producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", servers()),
            new ByteArraySerializer(),
            new ByteArraySerializer())) {
      for (int i = 0; i < messages.size(); i++) {
        producer.send(new ProducerRecord<>(topic, i % 2, null, messages.get(i)));
      }
    }
  }

  private static Map<String, Optional<String>> lastOfEachKey(String topic) {
    Map<String, Object> settings = new HashMap<>();
    settings.put(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, servers());
    Map<String, Optional<String>> last = new TreeMap<>();
    try (KafkaConsumer<String, String> consumer =
        new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
      TopicPartition partition = new TopicPartition(topic, 0);
      consumer.assign(List.of(partition));
      consumer.seekToBeginning(List.of(partition));
      long end = consumer.endOffsets(List.of(partition)).get(partition);
      while (consumer.position(partition) < end) {
        consumer
            .poll(Duration.ofMillis(200))
            .forEach(message -> last.put(message.key(), Optional.ofNullable(message.value())));
      }
    }
    return last;
  }
}
