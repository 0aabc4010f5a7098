package org.vigie.cli.command.option;

import org.vigie.files.failure.UserError;
import org.vigie.pipeline.topic.TopicAddress;

/**
 * A Kafka topic as it is written on the command line: {@code kafka:HOST:PORT/TOPIC}.
 *
 * @param cluster where it lies
 * @param topic its name
 */
record TopicWord(KafkaWord cluster, String topic) {

  /** Returns whether a word means to name something of Kafka's. */
  static boolean isMeant(String word) {
    return word.startsWith(KafkaWord.START);
  }

  /**
   * Reads a word.
   *
   * @param option what the error calls it
   */
  static TopicWord parse(String option, String word) {
    int slash = word.lastIndexOf('/');
    if (slash < 0
        || !KafkaWord.is(word.substring(0, slash))
        || !word.substring(slash + 1).matches("[a-zA-Z0-9._-]{1,249}")) {
      throw UserError.ofUsage(
          "%s must be kafka:HOST:PORT/TOPIC, but was '%s'".formatted(option, word));
    }
    return new TopicWord(KafkaWord.of(word.substring(0, slash)), word.substring(slash + 1));
  }

  TopicAddress address() {
    return new TopicAddress(cluster.brokers(), topic);
  }
}
