package org.vigie.crawler.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.crawler.frontier.Due;
import org.vigie.crawler.frontier.FrontierLimits;
import org.vigie.crawler.frontier.PageEnd;
import org.vigie.crawler.frontier.Target;
import org.vigie.crawler.kafka.KafkaAccess;
import org.vigie.pipeline.standalone.LoopbackBroker;

/** When processes take a crawl for ended: by hand, step for step, and as whole frontiers. */
@Timeout(120)
class EndOfCrawlTest {
  private static final int PARTITIONS = 2;
  private static final Set<Integer> ALL = Set.of(0, 1);
  private static final Target SEED = new Target("https://a.example.org/", 0, 0);
  private static final AtomicInteger CRAWLS = new AtomicInteger();

  @TempDir static Path brokerFolder;
  private static LoopbackBroker broker;

  @TempDir Path folder;
  private String crawl = "";
  private HostPartitions partitions;
  private CrawlTopics topics;

  @BeforeAll
  static void startBroker() throws Exception {
    broker = LoopbackBroker.start(brokerFolder);
  }

  @AfterAll
  static void stopBroker() throws Exception {
    broker.close();
  }

  @BeforeEach
  void makeTopics() throws Exception {
    crawl = "crawl-" + CRAWLS.incrementAndGet();
    partitions = new HostPartitions(part("p1").urlsTopic(), PARTITIONS);
    topics = new CrawlTopics(part("p1"));
    topics.make();
  }

  @AfterEach
  void leaveTopics() {
    topics.close();
  }

  @Test
  void isNotReachedOnAnEmptyLogBeforeTheSeedsAreWritten() throws Exception {
    try (Reading process = new Reading(ALL)) {
      assertThat(process.isAtEnd()).isFalse();
    }
  }

  @Test
  void isReachedOnAnEmptyLogWithoutSeeds() throws Exception {
    try (Reading process = new Reading(ALL)) {
      process.end.seeded();

      assertThat(process.isAtEnd()).isTrue();
    }
  }

  @Test
  void isReachedOnceTheSeedsAreRead() throws Exception {
    try (Reading process = new Reading(ALL)) {
      writeSeed();
      process.end.seeded();
      assertThat(process.isAtEnd()).as("unread").isFalse();

      process.readAll();

      assertThat(process.isAtEnd()).isTrue();
    }
  }

  @Test
  void isNotReachedWhileAnotherProcessHasItsSeedsToWrite() throws Exception {
    try (Reading process = new Reading(Set.of(0));
        Reading other = new Reading(Set.of(1))) {
      process.end.seeded();
      assertThat(other.isAtEnd()).isFalse();
      assertThat(process.isAtEnd()).isFalse();

      other.end.seeded();

      assertThat(other.isAtEnd()).isTrue();
      assertThat(process.isAtEnd()).isTrue();
    }
  }

  @Test
  void isNotReachedWhileAnotherProcessIsAtWork() throws Exception {
    try (Reading process = new Reading(Set.of(0));
        Reading other = new Reading(Set.of(1))) {
      writeSeed();
      process.end.seeded();
      process.readAll();
      assertThat(process.isAtEnd()).as("the other has not said that it is idle").isFalse();

      other.end.seeded();
      other.readAll();

      assertThat(other.isAtEnd()).isTrue();
      assertThat(process.isAtEnd()).isTrue();
    }
  }

  /** A busy machine may hide the fault from this test, but not make it fail without one. */
  @Test
  void aProcessThatJoinedLongBeforeItsSeedsWereWrittenFetchesThem() throws Exception {
    try (ExecutorService threads = Executors.newSingleThreadExecutor();
        SharedFrontier frontier = open("p1")) {
      Future<Due> taken = threads.submit(frontier::take);
      assertThatThrownBy(() -> taken.get(5, TimeUnit.SECONDS)).isInstanceOf(TimeoutException.class);

      frontier.seed(List.of(SEED));

      Target target = taken.get().target();
      assertThat(target).isEqualTo(SEED);
      frontier.retry(target);
    }
  }

  @Test
  void aProcessWithoutSeedsEnds() throws Exception {
    try (SharedFrontier frontier = open("p1")) {
      frontier.seed(List.of());

      assertThat(frontier.take()).isNull();
    }
  }

  @Test
  void aProcessThatComesBackToADoneCrawlEnds() throws Exception {
    try (SharedFrontier frontier = open("p1")) {
      frontier.seed(List.of(SEED));
      Due due = Objects.requireNonNull(frontier.take());
      frontier.commit(List.of(PageEnd.without(due.target(), "fetched")));
      assertThat(frontier.take()).isNull();
    }

    try (SharedFrontier again = open("p1")) {
      again.seed(List.of(SEED));

      assertThat(again.take()).isNull();
    }
  }

  /** A process with nothing to do that owns some partitions, and reads them when told to. */
  private final class Reading implements AutoCloseable {
    final EndOfCrawl end = new EndOfCrawl(topics, partitions);
    private final Set<Integer> owned;
    private final KafkaConsumer<String, byte[]> consumer;

    Reading(Set<Integer> owned) {
      this.owned = owned;
      Map<String, Object> settings =
          Map.of(
              ConsumerConfig.GROUP_ID_CONFIG,
              part("p1").group(),
              ConsumerConfig.ISOLATION_LEVEL_CONFIG,
              "read_committed",
              ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
              false);
      consumer =
          new KafkaConsumer<>(
              part("p1").client(settings), new StringDeserializer(), new ByteArrayDeserializer());
      Set<TopicPartition> own = owned.stream().map(partitions::at).collect(Collectors.toSet());
      consumer.assign(own);
      own.forEach(each -> consumer.seek(each, 0));
    }

    void readAll() throws Exception {
      Map<TopicPartition, Long> ends = topics.ends(consumer.assignment());
      while (ends.entrySet().stream()
          .anyMatch(each -> consumer.position(each.getKey()) < each.getValue())) {
        consumer.poll(Duration.ofMillis(100));
      }
    }

    boolean isAtEnd() throws Exception {
      return end.isReached(consumer, owned);
    }

    @Override
    public void close() {
      consumer.close();
    }
  }

  private void writeSeed() throws IOException {
    try (UrlLog log = new UrlLog(part("p1"), partitions, new Ownership(partitions))) {
      log.write(log.found(List.of(SEED)));
    }
  }

  private SharedCrawl part(String process) {
    return SharedCrawl.of(
        crawl,
        process,
        PARTITIONS,
        Duration.ofSeconds(5),
        KafkaAccess.of(broker.bootstrapServers()));
  }

  private SharedFrontier open(String process) throws IOException, InterruptedException {
    return SharedFrontier.open(
        folder.resolve(process),
        part(process),
        Duration.ofMillis(1),
        FrontierLimits.of(1_000, 4, false),
        Clock.systemUTC());
  }
}
