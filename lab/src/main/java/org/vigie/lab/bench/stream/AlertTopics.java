package org.vigie.lab.bench.stream;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.vigie.advert.Advert;
import org.vigie.pipeline.topic.TopicAddress;

/** The topics of a broker into which adverts are sent and from which their alerts come. */
final class AlertTopics implements AutoCloseable {
  private static final int PARTITIONS = 2;
  private static final Duration POLL = Duration.ofMillis(20);
  private static final String ADVERTS = "adverts";
  private static final String ALERTS = "alerts";

  private final String brokers;
  private final KafkaProducer<byte[], byte[]> producer;

  private AlertTopics(String brokers, KafkaProducer<byte[], byte[]> producer) {
    this.brokers = brokers;
    this.producer = producer;
  }

  /** Makes the topics. */
  static AlertTopics create(String brokers) throws InterruptedException, ExecutionException {
    try (Admin admin = Admin.create(Map.<String, Object>of("bootstrap.servers", brokers))) {
      admin
          .createTopics(
              List.of(
                  new NewTopic(ADVERTS, PARTITIONS, (short) 1), new NewTopic(ALERTS, 1, (short) 1)))
          .all()
          .get();
    }
    return new AlertTopics(
        brokers,
        new KafkaProducer<>(
            Map.<String, Object>of("bootstrap.servers", brokers),
            new ByteArraySerializer(),
            new ByteArraySerializer()));
  }

  TopicAddress adverts() {
    return new TopicAddress(brokers, ADVERTS);
  }

  TopicAddress alerts() {
    return new TopicAddress(brokers, ALERTS);
  }

  /**
   * Sends an advert.
   *
   * @param number how many were sent before
   */
  void send(Advert advert, int number) {
    byte[] line = StreamInputs.line(advert).getBytes(UTF_8);
    producer.send(new ProducerRecord<>(ADVERTS, number % PARTITIONS, null, line));
  }

  void flush() {
    producer.flush();
  }

  /** Tells a clock of each alert that comes, until its thread is interrupted. */
  Void receive(AlertClock clock) throws IOException {
    try (KafkaConsumer<String, String> consumer =
        new KafkaConsumer<>(
            Map.<String, Object>of("bootstrap.servers", brokers, "auto.offset.reset", "earliest"),
            new StringDeserializer(),
            new StringDeserializer())) {
      consumer.assign(List.of(new TopicPartition(ALERTS, 0)));
      while (!Thread.currentThread().isInterrupted()) {
        for (ConsumerRecord<String, String> alert : consumer.poll(POLL)) {
          if (alert.value() != null) {
            clock.came(alert.value(), System.nanoTime());
          }
        }
      }
    } catch (org.apache.kafka.common.errors.InterruptException e) {
      // the measurement is over
    }
    return null;
  }

  @Override
  public void close() {
    producer.close();
  }
}
