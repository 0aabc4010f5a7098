package org.vigie.crawler.shared;

import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** The part of the log that says how far archive files are committed. */
final class ArchiveLog {
  private static final Duration POLL = Duration.ofMillis(200);

  /** Longer than a transaction that a killed process left open can last. */
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private ArchiveLog() {}

  /**
   * Returns archive file → bytes that are committed, for those files of a process that may hold
   * more.
   */
  static Map<String, Long> read(SharedCrawl crawl, CrawlTopics topics)
      throws IOException, InterruptedException {
    TopicPartition partition = new TopicPartition(crawl.archivesTopic(), 0);
    long end = topics.ends(List.of(partition)).getOrDefault(partition, 0L);
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    Map<String, Long> open = new HashMap<>();
    try (KafkaConsumer<String, byte[]> consumer =
        new KafkaConsumer<>(
            crawl.client(Map.of(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed")),
            new StringDeserializer(),
            new ByteArrayDeserializer())) {
      consumer.assign(List.of(partition));
      consumer.seekToBeginning(List.of(partition));
      while (consumer.position(partition) < end) {
        if (System.nanoTime() - deadline > 0) {
          throw new IOException(partition + " must be readable within " + PATIENCE + ", but isn't");
        }
        for (ConsumerRecord<String, byte[]> record : consumer.poll(POLL)) {
          take(ArchiveState.read(record.value()), crawl.process(), open);
        }
      }
    }
    return open;
  }

  private static void take(ArchiveState state, String process, Map<String, Long> open) {
    if (!state.process().equals(process)) {
      return;
    }
    if (state.complete()) {
      open.remove(state.file());
    } else {
      open.put(state.file(), state.length());
    }
  }
}
