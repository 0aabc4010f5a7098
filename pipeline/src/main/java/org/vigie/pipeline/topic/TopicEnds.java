package org.vigie.pipeline.topic;

import java.util.Map;
import java.util.Optional;
import org.vigie.pipeline.alert.Withheld;

/**
 * Where a run's findings go beside its workspace, and how Kafka is reached.
 *
 * @param settings of Kafka's clients, for topics that are read too
 * @param alerts the topic of alerts, if there is one
 * @param deadLetters the topic of dead letters, if there is one
 * @param withheld what no alert there may be about
 */
public record TopicEnds(
    Map<String, String> settings,
    Optional<TopicAddress> alerts,
    Optional<TopicAddress> deadLetters,
    Withheld withheld) {
  public TopicEnds {
    settings = Map.copyOf(settings);
  }

  /** Ends for whatever there is. */
  public TopicEnds(
      Map<String, String> settings,
      Optional<TopicAddress> alerts,
      Optional<TopicAddress> deadLetters) {
    this(settings, alerts, deadLetters, Withheld.none());
  }

  /** Returns the same without alerts about some things. */
  public TopicEnds withholding(Withheld some) {
    return new TopicEnds(settings, alerts, deadLetters, some);
  }

  /** Returns no topics. */
  public static TopicEnds none() {
    return new TopicEnds(Map.of(), Optional.empty(), Optional.empty());
  }
}
