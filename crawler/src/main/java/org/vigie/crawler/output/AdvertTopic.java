package org.vigie.crawler.output;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.serialization.StringSerializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vigie.capture.extract.output.AdvertLine;
import org.vigie.capture.extract.output.AdvertSink;
import org.vigie.capture.extract.output.FoundAdvert;
import org.vigie.crawler.kafka.KafkaAccess;

/**
 * A Kafka topic of adverts in the schema {@code advert-v1}, a message each, whose key is the
 * advert's id: so all messages about one advert lie in one partition, and compaction keeps the
 * last.
 */
public final class AdvertTopic implements AdvertSink {
  private static final Logger LOG = LoggerFactory.getLogger(AdvertTopic.class);

  /** After this time a broker that doesn't answer ends the crawl. */
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  /** More text than the largest page brings; the broker's own limit is mostly lower. */
  private static final int MAX_REQUEST_BYTES = 64 << 20;

  private final Producer<String, String> producer;
  private final String topic;

  AdvertTopic(Producer<String, String> producer, String topic) {
    this.producer = producer;
    this.topic = topic;
  }

  /**
   * Opens a topic.
   *
   * @throws IOException if no broker answers, or the topic isn't there and none may make it
   */
  public static AdvertTopic open(KafkaAccess kafka, String topic) throws IOException {
    Producer<String, String> producer = null;
    try {
      producer =
          new KafkaProducer<>(
              settings(kafka, PATIENCE), new StringSerializer(), new StringSerializer());
      producer.partitionsFor(topic);
      return new AdvertTopic(producer, topic);
    } catch (KafkaException e) {
      if (producer != null) {
        producer.close(Duration.ZERO);
      }
      throw new IOException(
          "kafka:%s/%s must be a topic that can be written, but %s"
              .formatted(
                  kafka.settings().get(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG),
                  topic,
                  KafkaAccess.reason(e)),
          e);
    }
  }

  /**
   * What is acknowledged is on all brokers in sync; a retry on our side makes no second message.
   */
  static Map<String, Object> settings(KafkaAccess kafka, Duration patience) {
    Map<String, Object> settings = new HashMap<>(kafka.settings());
    int millis = Math.toIntExact(patience.toMillis());
    settings.putAll(own(millis));
    return settings;
  }

  private static Map<String, Object> own(int millis) {
    return Map.of(
        ProducerConfig.CLIENT_ID_CONFIG,
        "vigie-crawl",
        ProducerConfig.ACKS_CONFIG,
        "all",
        ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG,
        true,
        ProducerConfig.COMPRESSION_TYPE_CONFIG,
        "gzip",
        ProducerConfig.MAX_REQUEST_SIZE_CONFIG,
        MAX_REQUEST_BYTES,
        ProducerConfig.LINGER_MS_CONFIG,
        0,
        ProducerConfig.MAX_BLOCK_MS_CONFIG,
        millis / 4,
        ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG,
        millis / 2,
        ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
        millis);
  }

  @Override
  public void write(List<FoundAdvert> adverts) throws IOException {
    if (adverts.isEmpty()) {
      return;
    }
    List<Future<RecordMetadata>> sent = new ArrayList<>();
    try {
      for (FoundAdvert found : adverts) {
        sent.add(
            producer.send(new ProducerRecord<>(topic, found.advert().id(), AdvertLine.of(found))));
      }
      producer.flush();
    } catch (KafkaException e) {
      throw notAcknowledged(e);
    }
    for (int i = 0; i < sent.size(); i++) {
      await(sent.get(i), adverts.get(i).advert().id());
    }
  }

  private void await(Future<RecordMetadata> sent, String id) throws IOException {
    try {
      sent.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RecordTooLargeException) {
        // A page that is written to be too long must not end a crawl. It stands in the archive.
        LOG.warn("advert {} is longer than topic {} takes, and left out of it", id, topic);
        return;
      }
      throw notAcknowledged(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("adverts must be acknowledged, but the crawl was interrupted", e);
    }
  }

  private IOException notAcknowledged(Exception e) {
    return new IOException(
        "topic %s must acknowledge each advert, but %s".formatted(topic, KafkaAccess.reason(e)), e);
  }

  @Override
  public void close() {
    producer.close(PATIENCE);
  }
}
