package org.vigie.crawler.shared;

import java.io.IOException;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.vigie.crawler.kafka.KafkaAccess;

/** The topics of a shared crawl. */
final class CrawlTopics implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  /** A topic that was just made is not known everywhere at once. */
  private static final Duration SPREADING = Duration.ofMillis(100);

  private static final int SPREADING_TRIES = 100;

  private final SharedCrawl crawl;
  private final Admin admin;

  CrawlTopics(SharedCrawl crawl) {
    this.crawl = crawl;
    this.admin = Admin.create(crawl.client(Map.of()));
  }

  /**
   * Makes the topics that aren't there.
   *
   * @throws IOException if they are there and divided otherwise
   */
  void make() throws IOException, InterruptedException {
    Optional<Short> replication = Optional.empty();
    NewTopic urls = new NewTopic(crawl.urlsTopic(), Optional.of(crawl.partitions()), replication);
    // The log is all that is known of the crawl: nothing in it grows old.
    urls.configs(Map.of(TopicConfig.RETENTION_MS_CONFIG, "-1"));
    make(urls);
    NewTopic archives = new NewTopic(crawl.archivesTopic(), Optional.of(1), replication);
    archives.configs(Map.of(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_COMPACT));
    make(archives);
    int found = describe(crawl.urlsTopic()).partitions().size();
    if (found != crawl.partitions()) {
      throw new IOException(
          "topic %s must have the %d partitions that hosts are divided into, but has %d"
              .formatted(crawl.urlsTopic(), crawl.partitions(), found));
    }
    describe(crawl.archivesTopic());
  }

  private void make(NewTopic topic) throws IOException, InterruptedException {
    try {
      get(admin.createTopics(List.of(topic)).all());
    } catch (ExecutionException e) {
      if (!(e.getCause() instanceof TopicExistsException)) {
        throw failed(e);
      }
    }
  }

  private TopicDescription describe(String topic) throws IOException, InterruptedException {
    for (int attempt = 1; ; attempt++) {
      try {
        return get(admin.describeTopics(List.of(topic)).allTopicNames()).values().iterator().next();
      } catch (ExecutionException e) {
        if (!(e.getCause() instanceof UnknownTopicOrPartitionException)
            || attempt == SPREADING_TRIES) {
          throw failed(e);
        }
        Thread.sleep(SPREADING);
      }
    }
  }

  /**
   * Returns where the log ends now, with all that is in it: also what belongs to a transaction that
   * is neither committed nor aborted yet.
   */
  Map<TopicPartition, Long> ends(Collection<TopicPartition> partitions)
      throws IOException, InterruptedException {
    Map<TopicPartition, OffsetSpec> asked = new HashMap<>();
    partitions.forEach(partition -> asked.put(partition, OffsetSpec.latest()));
    Map<TopicPartition, Long> ends = new HashMap<>();
    try {
      get(admin.listOffsets(asked).all())
          .forEach((partition, end) -> ends.put(partition, end.offset()));
    } catch (ExecutionException e) {
      throw failed(e);
    }
    return ends;
  }

  private static <T> T get(KafkaFuture<T> future)
      throws ExecutionException, InterruptedException, IOException {
    try {
      return future.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      throw new IOException("Kafka must answer within " + PATIENCE + ", but does not", e);
    }
  }

  private static IOException failed(ExecutionException e) {
    return new IOException(
        "the topics of a shared crawl must be usable, but " + KafkaAccess.reason(e), e);
  }

  @Override
  public void close() {
    admin.close();
  }
}
