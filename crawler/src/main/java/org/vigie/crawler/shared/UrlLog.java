package org.vigie.crawler.shared;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.CommitFailedException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InvalidProducerEpochException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import org.vigie.crawler.frontier.Target;
import org.vigie.crawler.kafka.KafkaAccess;
import org.vigie.files.fault.Failpoint;

/**
 * The log of a shared crawl as one process writes it, a transaction at a time.
 *
 * <p>A second process of the same name fences the first: its next transaction fails for good.
 */
final class UrlLog implements AutoCloseable {
  /**
   * How long a transaction of a process that was killed may hold up the readers: a living one needs
   * milliseconds.
   */
  private static final Duration MAX_TRANSACTION = Duration.ofSeconds(10);

  /** Keeps an event below Kafka's usual limit of 1 MiB. */
  private static final int MAX_TARGETS = 200;

  /** After this, a membership that changed is known to the reader. */
  private static final Duration MEMBERSHIP = Duration.ofMillis(50);

  private final SharedCrawl crawl;
  private final HostPartitions partitions;
  private final Ownership ownership;
  private final KafkaProducer<String, byte[]> producer;
  private volatile boolean broken;

  UrlLog(SharedCrawl crawl, HostPartitions partitions, Ownership ownership) throws IOException {
    this.crawl = crawl;
    this.partitions = partitions;
    this.ownership = ownership;
    this.producer =
        new KafkaProducer<>(
            crawl.client(
                Map.of(
                    ProducerConfig.TRANSACTIONAL_ID_CONFIG,
                    crawl.transactionalId(),
                    ProducerConfig.TRANSACTION_TIMEOUT_CONFIG,
                    (int) MAX_TRANSACTION.toMillis(),
                    ProducerConfig.COMPRESSION_TYPE_CONFIG,
                    "lz4")),
            new StringSerializer(),
            new ByteArraySerializer());
    try {
      // Ends what an earlier process of this name left open.
      producer.initTransactions();
    } catch (KafkaException e) {
      producer.close(Duration.ZERO);
      throw failed(e);
    }
  }

  /** Returns the events that say that URLs were found, one or more for each of their hosts. */
  List<ProducerRecord<String, byte[]>> found(List<Target> targets) throws IOException {
    Map<String, List<Target>> byHost = new HashMap<>();
    for (Target target : targets) {
      byHost.computeIfAbsent(target.host(), host -> new ArrayList<>()).add(target);
    }
    List<ProducerRecord<String, byte[]>> records = new ArrayList<>();
    for (Map.Entry<String, List<Target>> host : byHost.entrySet()) {
      List<Target> all = host.getValue();
      for (int from = 0; from < all.size(); from += MAX_TARGETS) {
        List<Target> some = all.subList(from, Math.min(all.size(), from + MAX_TARGETS));
        records.add(record(host.getKey(), UrlEvent.found(some)));
      }
    }
    return records;
  }

  ProducerRecord<String, byte[]> record(String host, UrlEvent event) throws IOException {
    return new ProducerRecord<>(partitions.topic(), partitions.of(host), host, event.bytes());
  }

  ProducerRecord<String, byte[]> record(ArchiveState state) throws IOException {
    return new ProducerRecord<>(crawl.archivesTopic(), state.key(), state.bytes());
  }

  /** Returns whether nothing can be written any more. */
  boolean isBroken() {
    return broken;
  }

  /** Writes events that anybody may write. */
  void write(List<ProducerRecord<String, byte[]>> records) throws IOException {
    write(records, Set.of());
  }

  /**
   * Writes events that only the owner of some partitions may write.
   *
   * <p>The group's coordinator takes them only from a member. It is asked when they stand in the
   * log: whoever becomes the owner later finds them before the end of the log, and waits until they
   * are committed or not.
   *
   * @throws IOException if this process isn't the owner any more, or Kafka can't be reached
   */
  synchronized void write(List<ProducerRecord<String, byte[]>> records, Set<Integer> owned)
      throws IOException {
    long deadline = System.nanoTime() + crawl.handOver().toNanos();
    while (true) {
      Ownership.@Nullable Proof proof = owned.isEmpty() ? null : ownership.proof(owned);
      try {
        transact(records, proof);
        return;
      } catch (CommitFailedException e) {
        // The group was divided anew, and this process may have kept its part.
        abort();
        if (System.nanoTime() - deadline > 0) {
          throw failed(e);
        }
        pause();
      } catch (ProducerFencedException | InvalidProducerEpochException e) {
        broken = true;
        throw new IOException(
            "process %s must be the only one of its name and never stand still for long; it gives way"
                .formatted(crawl.process()),
            e);
      } catch (KafkaException | IllegalStateException e) {
        broken = true;
        throw failed(e);
      }
    }
  }

  private void transact(
      List<ProducerRecord<String, byte[]>> records, Ownership.@Nullable Proof proof) {
    producer.beginTransaction();
    records.forEach(producer::send);
    producer.flush();
    Failpoint.EVENTS_WRITTEN.reach();
    if (proof != null) {
      producer.sendOffsetsToTransaction(proof.read(), proof.membership());
    }
    producer.commitTransaction();
    Failpoint.EVENTS_COMMITTED.reach();
  }

  private void abort() throws IOException {
    try {
      producer.abortTransaction();
    } catch (KafkaException e) {
      throw failed(e);
    }
  }

  private static void pause() throws IOException {
    try {
      Thread.sleep(MEMBERSHIP);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("a page must be committed, but the crawl was interrupted", e);
    }
  }

  private static IOException failed(RuntimeException e) {
    return new IOException(
        "the log of a shared crawl must be writable, but " + KafkaAccess.reason(e), e);
  }

  @Override
  public void close() {
    producer.close();
  }
}
