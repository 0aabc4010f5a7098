package org.vigie.pipeline.topic;

import java.util.Map;
import java.util.Optional;

/**
 * Where a run's findings go beside its workspace, and how Kafka is reached.
 *
 * @param settings of Kafka's clients, for topics that are read too
 * @param alerts the topic of alerts, if there is one
 * @param deadLetters the topic of dead letters, if there is one
 */
public record TopicEnds(
    Map<String, String> settings,
    Optional<TopicAddress> alerts,
    Optional<TopicAddress> deadLetters) {
  public TopicEnds {
    settings = Map.copyOf(settings);
  }

  /** Returns no topics. */
  public static TopicEnds none() {
    return new TopicEnds(Map.of(), Optional.empty(), Optional.empty());
  }
}
