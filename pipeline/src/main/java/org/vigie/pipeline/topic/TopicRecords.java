package org.vigie.pipeline.topic;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.flink.util.Collector;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.vigie.pipeline.intake.AdvertLines;
import org.vigie.pipeline.intake.Intake;

/**
 * Makes adverts of a topic's messages, each one JSON object of the schema {@code advert-v1}; what
 * is none becomes a dead letter with its offset.
 *
 * <p>A message without a value, which tells a compacted topic to forget a key, holds no advert.
 */
final class TopicRecords implements KafkaRecordDeserializationSchema<Intake> {
  private static final long serialVersionUID = 1L;

  private final InputTopic topic;

  TopicRecords(InputTopic topic) {
    this.topic = topic;
  }

  @Override
  public void deserialize(ConsumerRecord<byte[], byte[]> message, Collector<Intake> out) {
    long start = System.nanoTime();
    byte[] value = message.value();
    if (value == null) {
      out.collect(Intake.withoutAdvert());
      return;
    }
    AdvertLines lines = new AdvertLines(topic.manifest(message.partition())); // holds nothing
    Intake intake;
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(value)).toString();
      intake = lines.read(text, message.offset());
    } catch (CharacterCodingException e) {
      intake =
          lines.dead(
              "not-utf-8",
              "a message must be UTF-8, but isn't",
              new String(value, StandardCharsets.UTF_8),
              message.offset());
    }
    out.collect(intake.at(value.length, System.nanoTime() - start));
  }

  @Override
  public TypeInformation<Intake> getProducedType() {
    return TypeInformation.of(Intake.class);
  }
}
