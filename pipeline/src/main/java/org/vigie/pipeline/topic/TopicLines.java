package org.vigie.pipeline.topic;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Properties;
import org.apache.flink.connector.base.DeliveryGuarantee;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.flink.connector.kafka.sink.KafkaSink;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/**
 * Writes messages to a topic, each at least once.
 *
 * <p>A message that comes twice has the same key and value, so a compacted topic, or a reader who
 * goes by keys, holds each thing once. Nothing waits for a checkpoint.
 */
public final class TopicLines implements KafkaRecordSerializationSchema<TopicLine> {
  private static final long serialVersionUID = 1L;

  private final String topic;

  private TopicLines(String topic) {
    this.topic = topic;
  }

  /**
   * Returns the sink.
   *
   * @param settings of Kafka's clients beside the brokers
   */
  public static KafkaSink<TopicLine> sink(TopicAddress address, Map<String, String> settings) {
    Properties properties = new Properties();
    properties.putAll(settings);
    properties.setProperty(ProducerConfig.ACKS_CONFIG, "all");
    properties.setProperty(ProducerConfig.COMPRESSION_TYPE_CONFIG, "gzip");
    return KafkaSink.<TopicLine>builder()
        .setKafkaProducerConfig(properties)
        .setBootstrapServers(address.brokers())
        .setRecordSerializer(new TopicLines(address.topic()))
        .setDeliveryGuarantee(DeliveryGuarantee.AT_LEAST_ONCE)
        .build();
  }

  @Override
  public ProducerRecord<byte[], byte[]> serialize(
      TopicLine line, KafkaSinkContext unused, @Nullable Long timestamp) {
    String value = line.value();
    return new ProducerRecord<>(
        topic,
        line.key().getBytes(StandardCharsets.UTF_8),
        value == null ? null : value.getBytes(StandardCharsets.UTF_8));
  }
}
