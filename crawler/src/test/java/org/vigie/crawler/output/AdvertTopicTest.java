package org.vigie.crawler.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.NotEnoughReplicasException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.vigie.capture.extract.output.AdvertLine;
import org.vigie.capture.extract.output.Found;
import org.vigie.crawler.kafka.KafkaAccess;

/** With the client's own fake of a broker. */
class AdvertTopicTest {
  @Test
  void sendsEachAdvertUnderItsIdAsTheLineThatAFileWouldHold() throws Exception {
    var broker = new MockProducer<>(true, null, new StringSerializer(), new StringSerializer());
    new AdvertTopic(broker, "adverts").write(List.of(Found.ROOM, Found.BARE));

    assertThat(broker.history())
        .extracting(ProducerRecord::topic, ProducerRecord::key, ProducerRecord::value)
        .containsExactly(
            tuple("adverts", Found.ROOM.advert().id(), AdvertLine.of(Found.ROOM)),
            tuple("adverts", Found.BARE.advert().id(), AdvertLine.of(Found.BARE)));
  }

  @Test
  void failsWhenAnAdvertIsNotAcknowledgedSoThatItsPageIsNotCommitted() {
    AdvertTopic topic = answering(new NotEnoughReplicasException("1 of 2"));

    assertThatThrownBy(() -> topic.write(List.of(Found.BARE)))
        .isInstanceOf(IOException.class)
        .hasMessage(
            "topic adverts must acknowledge each advert, but NotEnoughReplicasException: 1 of 2");
  }

  @Test
  void goesOnWithoutAnAdvertThatIsTooLongForTheTopic() throws Exception {
    answering(new RecordTooLargeException("2 MiB")).write(List.of(Found.BARE));
  }

  @Test
  void saysWhenNoBrokerAnswersAtThatName() {
    assertThatThrownBy(() -> AdvertTopic.open(KafkaAccess.of("no-port"), "adverts"))
        .isInstanceOf(IOException.class)
        .hasMessageStartingWith("kafka:no-port/adverts must be a topic that can be written, but ")
        .hasMessageContaining("no-port");
  }

  @Test
  void countsAnAdvertAsKeptOnlyOnceAllReplicasInSyncHaveIt() {
    assertThat(AdvertTopic.settings(KafkaAccess.of("127.0.0.1:9092"), Duration.ofSeconds(60)))
        .containsEntry(ProducerConfig.ACKS_CONFIG, "all")
        .containsEntry(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true)
        .containsEntry(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 60_000);
  }

  private static AdvertTopic answering(RuntimeException answer) {
    var broker =
        new MockProducer<>(false, null, new StringSerializer(), new StringSerializer()) {
          @Override
          public void flush() {
            while (errorNext(answer)) {}
          }
        };
    return new AdvertTopic(broker, "adverts");
  }
}
