package org.vigie.cli.command.option;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vigie.casework.environment.Environment;
import org.vigie.crawler.kafka.KafkaAccess;
import org.vigie.files.failure.UserError;
import org.vigie.pipeline.topic.TopicAddress;
import org.vigie.pipeline.topic.TopicEnds;
import picocli.CommandLine.Option;

/** The options of a run that are about Kafka. */
public final class TopicOptions {
  @Option(
      names = "--alerts",
      paramLabel = "kafka:HOST:PORT/TOPIC",
      description =
          "Also write each alert to this topic, with its id as key; an alert that no longer holds"
              + " becomes a message without a value")
  private @Nullable String alerts;

  @Option(
      names = "--dead-letters",
      paramLabel = "kafka:HOST:PORT/TOPIC",
      description = "Also write unreadable records to this topic")
  private @Nullable String deadLetters;

  @Option(
      names = "--kafka-properties",
      paramLabel = "FILE",
      description = "Settings of Kafka's clients, such as TLS and SASL")
  private @Nullable String properties;

  /** Returns whether a topic is to be written. */
  public boolean nameTopics() {
    return alerts != null || deadLetters != null;
  }

  /**
   * Returns the topics to write, and how to reach all, once each answers.
   *
   * @param inputs the topics to read
   * @throws IOException if a broker doesn't answer, or a topic isn't there
   */
  public TopicEnds ends(Environment environment, List<TopicAddress> inputs)
      throws IOException, InterruptedException {
    Optional<TopicAddress> alertTopic = address("--alerts", alerts);
    Optional<TopicAddress> deadTopic = address("--dead-letters", deadLetters);
    Map<String, String> settings = new HashMap<>();
    List<TopicAddress> all = new ArrayList<>(inputs);
    alertTopic.ifPresent(all::add);
    deadTopic.ifPresent(all::add);
    if (properties != null && all.isEmpty()) {
      throw UserError.ofUsage(
          "--kafka-properties must go with a topic to read or to write, but there is none");
    }
    for (TopicAddress address : all) {
      KafkaAccess access = new KafkaWord(address.brokers()).access(environment, properties);
      access.requireTopic(address.topic());
      settings.putAll(access.settings());
    }
    settings.remove(KafkaAccess.BROKERS);
    return new TopicEnds(settings, alertTopic, deadTopic);
  }

  private static Optional<TopicAddress> address(String option, @Nullable String word) {
    return Optional.ofNullable(word).map(text -> TopicWord.parse(option, text).address());
  }
}
