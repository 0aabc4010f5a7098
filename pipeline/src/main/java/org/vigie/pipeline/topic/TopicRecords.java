package org.vigie.pipeline.topic;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.apache.flink.api.common.serialization.DeserializationSchema;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.flink.util.Collector;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.vigie.capture.extract.AdvertExtractor;
import org.vigie.capture.warc.WarcEntry;
import org.vigie.capture.warc.WarcMessage;
import org.vigie.pipeline.intake.AdvertLines;
import org.vigie.pipeline.intake.CapturedPages;
import org.vigie.pipeline.intake.EntriesAhead;
import org.vigie.pipeline.intake.ErasedAdverts;
import org.vigie.pipeline.intake.InputManifest;
import org.vigie.pipeline.intake.Intake;
import org.vigie.pipeline.intake.TemplateFolders;

/**
 * Makes adverts of a topic's messages. Each is a JSON object of the schema {@code advert-v1}, or
 * else WARC records, as they stand in a file of captures; which it is shows in its first bytes.
 * What is neither becomes a dead letter with its offset.
 *
 * <p>A message without a value, which tells a compacted topic to forget a key, holds no advert.
 */
@SuppressWarnings("NullAway.Init") // Flink opens an instance before it hands it anything
final class TopicRecords implements KafkaRecordDeserializationSchema<Intake> {
  private static final long serialVersionUID = 1L;

  private final InputTopic topic;
  private final TemplateFolders templates;
  private final ErasedAdverts erased;
  private final Clock clock;
  private transient AdvertExtractor extractor;

  /**
   * @param templates for the pages of captures
   * @param erased adverts that are passed over
   * @param clock after whose time nothing can have been seen
   */
  TopicRecords(InputTopic topic, TemplateFolders templates, ErasedAdverts erased, Clock clock) {
    this.clock = clock;
    this.topic = topic;
    this.templates = templates;
    this.erased = erased;
  }

  @Override
  public void open(DeserializationSchema.InitializationContext unused) throws IOException {
    extractor = new AdvertExtractor(templates.read());
  }

  @Override
  public void deserialize(ConsumerRecord<byte[], byte[]> message, Collector<Intake> out)
      throws IOException {
    long start = System.nanoTime();
    byte[] value = message.value();
    if (value == null) {
      out.collect(Intake.withoutAdvert());
      return;
    }
    InputManifest input = topic.manifest(message.partition());
    List<Intake> read =
        WarcMessage.isMeant(value)
            ? captures(input, value, message.offset())
            : List.of(line(input, value, message.offset()));
    // The first of them bears what all have cost.
    Intake.Cost cost = new Intake.Cost(value.length, System.nanoTime() - start);
    for (Intake intake : read) {
      out.collect(erased.without(intake.at(cost), input).noLaterThan(clock.instant()));
      cost = Intake.Cost.NONE;
    }
  }

  private List<Intake> captures(InputManifest input, byte[] value, long offset) throws IOException {
    CapturedPages pages = new CapturedPages(input, extractor);
    Deque<WarcEntry> held =
        new ArrayDeque<>(new WarcMessage(input.name(), offset, value).entries());
    EntriesAhead entries = new EntriesAhead(held::poll);
    List<Intake> all = new ArrayList<>();
    for (List<Intake> read = pages.next(entries); read != null; read = pages.next(entries)) {
      all.addAll(read);
    }
    return all;
  }

  private static Intake line(InputManifest input, byte[] value, long offset) {
    AdvertLines lines = new AdvertLines(input); // holds nothing
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(value)).toString();
      return lines.read(text, offset);
    } catch (CharacterCodingException e) {
      return lines.dead(
          "not-utf-8",
          "a message must be UTF-8, but isn't",
          new String(value, StandardCharsets.UTF_8),
          offset);
    }
  }

  @Override
  public TypeInformation<Intake> getProducedType() {
    return TypeInformation.of(Intake.class);
  }
}
