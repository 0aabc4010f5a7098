package org.vigie.pipeline.topic;

import java.time.Clock;
import java.util.Map;
import java.util.Properties;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.vigie.pipeline.intake.ErasedAdverts;
import org.vigie.pipeline.intake.EventDays;
import org.vigie.pipeline.intake.Intake;
import org.vigie.pipeline.intake.TemplateFolders;

/**
 * The source that reads a topic from its beginning.
 *
 * <p>State: the offset of each partition. So a message counts once, whatever was read and lost.
 * What the consumer group {@code vigie-t-…} commits is for those who look at the lag alone.
 */
public final class TopicSource {
  private TopicSource() {}

  /**
   * Adds the source to an environment.
   *
   * @param templates for the pages of captures
   * @param erased adverts that are passed over
   * @param settings of Kafka's clients beside the brokers
   */
  public static DataStream<Intake> attach(
      StreamExecutionEnvironment env,
      InputTopic topic,
      TemplateFolders templates,
      ErasedAdverts erased,
      Map<String, String> settings) {
    Properties properties = new Properties();
    properties.putAll(settings);
    KafkaSource<Intake> source =
        KafkaSource.<Intake>builder()
            .setProperties(properties)
            .setBootstrapServers(topic.brokers())
            .setTopics(topic.topic())
            .setGroupId("vigie-" + topic.id())
            .setStartingOffsets(OffsetsInitializer.earliest())
            .setDeserializer(new TopicRecords(topic, templates, erased, Clock.systemUTC()))
            .build();
    return env.fromSource(
            source, EventDays.watermarks(), "read topic", TypeInformation.of(Intake.class))
        .uid("read-topic-" + topic.id());
  }
}
